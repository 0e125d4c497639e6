import { create } from 'zustand'

import type { Case } from '#contract/case'
import { Application, type ApplicationInput } from '#contract/legal-aid-application'
import { problemsIn } from '#contract/problems-in'
import {
  FORM_FIELDS,
  FORM_STEPS,
  type FormField,
  type FormStep,
  fieldsOf,
  isSaid,
  materialsFor,
  type Said,
  type Scene,
  stepsFor,
} from '#domain/aid-form'
import { applicationFrom, formProblems, stepWith } from '#domain/aid-form-sent'
import { MATERIALS, type Material } from '#domain/aid-material'
import type { Draft } from '#domain/draft'
import { type FieldProblems, Refusal } from '#domain/refusal'
import { typed } from '#services/draft'
import { isApplicationUnsure, sendApplication } from '#services/legal-aid'
import { isUnsure } from '#services/once'
import { actOn, keepCase } from '#store/cases'
import { forgetDraft, refreshDraft, setDraftField, useDraftField, useOfDraft } from '#store/draft'
import { clearFiles, FILLING, idsIn, sendingsOf } from '#store/files'
import { hasStaffRole, useSession } from '#store/session'

const KIND = 'legal_aid'

/** What the draft holds besides the answers: which application it is, and screens passed without an answer. */
type Mark = 'target' | 'placeSeen' | 'materialSeen'

const FIELDS = Object.values(FORM_FIELDS).flat() as readonly FormField[]
const MARKS: readonly Mark[] = ['placeSeen', 'materialSeen']

type Sending = {
  busy: boolean
  /** Why it did not succeed, as it was thrown. */
  failure: unknown
  fields: FieldProblems
  /** Sent before and never answered: the next try repeats it. */
  unsure: boolean
  /** 法律援助法 第六十四条: said anew for each application, never taken from a draft. */
  truthful: boolean
}

const begin = (): Sending => ({
  busy: false,
  failure: null,
  fields: {},
  unsure: isApplicationUnsure(),
  truthful: false,
})

export const useApplying = create<Sending>(begin)
export const useProblem = (name: string): string | undefined => useApplying(({ fields }) => fields[name])

/** As the page opens: old problems are gone, what was never answered is not. */
export const startAnew = (): void => useApplying.setState(begin())

export const agree = (truthful: boolean): void =>
  useApplying.setState(({ fields: { truthful: _, ...fields } }) => ({ truthful, fields }))

const QUIET_MS = 1500
let waiting: ReturnType<typeof setTimeout> | undefined

function put(name: FormField | Mark, value: unknown): void {
  setDraftField(KIND, name, value)
  clearTimeout(waiting)
  waiting = setTimeout(() => refreshDraft(KIND), QUIET_MS)
}

/** On the telephone at once, on the server when the typing pauses. */
export function keep(name: FormField, value: unknown): void {
  put(name, value)
  mended(name)
}

export const mended = (name: string): void =>
  useApplying.setState(({ fields: { [name]: _, ...fields } }) => ({ fields }))

export const useSaid = <Value>(name: FormField, otherwise: Value): Value =>
  useDraftField<Value | null>(KIND, name, otherwise) ?? otherwise

export const saidIn = (draft: Draft): Said =>
  Object.fromEntries(
    FIELDS.flatMap((name) => (isSaid(draft[name]?.value) ? [[name, draft[name]?.value]] : [])),
  )

export const said = (): Said => saidIn(typed(KIND))

/** Something simple that follows from all answers: the page is drawn again only when it changes. */
export const useOfSaid = <Value extends string | number | boolean>(read: (answers: Said) => Value): Value =>
  useOfDraft(KIND, (draft) => read(saidIn(draft)))

export const useSteps = (scene: Scene): FormStep[] =>
  useOfSaid((answers) => stepsFor(answers, scene).join(' ')).split(' ') as FormStep[]

const targetOf = (draft: Draft): string => String(draft.target?.value ?? '')

/** Where the files of an item wait: those of one application are not those of another. */
export const placeFor = (item: Material): string => `${FILLING}${targetOf(typed(KIND))}/${item}`

/** Also what an answer that was changed had asked for: no photo of one person goes along with another. */
const clearMaterial = (): void => {
  for (const item of MATERIALS) clearFiles(placeFor(item))
}

/** An empty form for this case, or for none. */
export function beginAfresh(target: string): void {
  clearMaterial()
  for (const name of [...FIELDS, ...MARKS]) if (name in typed(KIND)) put(name, null)
  put('target', target)
  clearMaterial()
  startAnew()
}

/**
 * Whether what was typed is for this; otherwise the form begins empty. Whoever opens the form without a case goes on
 * with what was begun, unless that is for a case that waits.
 */
export const isFor = (target: string): boolean => {
  const begun = targetOf(typed(KIND))
  return begun === target || (target === '' && !begun.startsWith('case:'))
}
export const isBegun = (): boolean => Object.keys(said()).length > 0

/** What is known already; what was typed here stays. */
export function prefill(known: Said, { over = false } = {}): void {
  const before = said()
  for (const name of FIELDS)
    if (isSaid(known[name]) && (over || before[name] === undefined)) put(name, known[name])
}

/** Of the person, not of the matter. */
const OF_PERSON: readonly FormStep[] = ['whose', 'person', 'contact', 'agent', 'filler']

const OF_MATTER = FORM_STEPS.filter((step) => !OF_PERSON.includes(step)).flatMap(fieldsOf)

/** What was answered in the check begins the application; the words of another matter go, the person stays. */
export function takeFromCheck(known: Said): void {
  const before = said()
  const isOther = before.matter !== undefined && before.matter !== known.matter
  for (const name of isOther ? OF_MATTER : []) if (isSaid(before[name])) put(name, null)
  prefill(known, { over: true })
}

/** Screens that may be left without an answer are passed once, not each time one comes back. */
export function pass(step: FormStep): void {
  if (step === 'place') put('placeSeen', true)
  if (step === 'material') put('materialSeen', true)
}

/** Staff of a centre file for whoever stands at the window, never for themselves. */
export const atWindow = hasStaffRole(['legal_aid_reviewer', 'legal_aid_head'])

/** LP-9: at the window somebody else writes, and who that is, is recorded. */
export function presetWindow(): void {
  const session = useSession.getState()
  if (!atWindow(session)) return
  const { name } = session.account ?? {}
  prefill({ filledInBy: 'staff', ...(name && { helperName: name }) })
}

/** The person then finds the case under the telephone number in the application. */
function forWhom({ applicant }: Record<string, unknown>): Record<string, unknown> {
  const { phone, name } = (applicant ?? {}) as { phone?: string; name?: string }
  return phone && atWindow(useSession.getState()) ? { onBehalfOf: { phone, ...(name && { name }) } } : {}
}

const UNDER_WAY = '还有照片没传好：请等一会儿，或移除后再继续'

const given = (scene: Scene) =>
  materialsFor(said(), scene).map(({ item }) => ({ item, fileIds: idsIn(sendingsOf(placeFor(item))) }))

const filesProblem = (scene: Scene): FieldProblems =>
  given(scene).some(({ fileIds }) => fileIds === null) ? { material: UNDER_WAY } : {}

function bodyOf(scene: Scene): Record<string, unknown> {
  const material = given(scene).flatMap(({ item, fileIds }) => (fileIds?.length ? [{ item, fileIds }] : []))
  const { truthful } = useApplying.getState()
  return { ...applicationFrom(said(), scene), material, truthful: truthful || undefined }
}

/** Everything that is still to be said or put right: the same rules as on the server. */
const problemsNow = (scene: Scene): FieldProblems => ({
  ...formProblems(said(), scene),
  ...problemsIn(Application, bodyOf(scene)),
  ...filesProblem(scene),
})

const isOf = (step: FormStep, scene: Scene) => (name: string) => stepWith(name, said(), scene) === step

/** Checks one screen; the problems stand beside the questions. */
export function checkStep(step: FormStep, scene: Scene): boolean {
  const found = Object.entries(problemsNow(scene)).filter(([name]) => isOf(step, scene)(name))
  useApplying.setState({ fields: Object.fromEntries(found) })
  return found.length === 0
}

const isPassed = (step: FormStep, draft: Draft) =>
  (step !== 'place' || draft.placeSeen?.value === true) &&
  (step !== 'material' || draft.materialSeen?.value === true)

/** The first screen on which something is still to be said; null when the application is whole. */
export function firstOpen(scene: Scene): FormStep | null {
  const names = Object.keys(problemsNow(scene)).filter((name) => name !== 'truthful')
  const draft = typed(KIND)
  return (
    stepsFor(said(), scene).find((step) => !isPassed(step, draft) || names.some(isOf(step, scene))) ?? null
  )
}

/** Checks all of it. */
export function checkAll(scene: Scene): boolean {
  const fields = problemsNow(scene)
  useApplying.setState({ fields })
  return Object.keys(fields).length === 0
}

/** Where the first of the problems that are shown is mended. */
export function firstWrong(scene: Scene): FormStep | null {
  const names = Object.keys(useApplying.getState().fields)
  return stepsFor(said(), scene).find((step) => names.some(isOf(step, scene))) ?? null
}

/** Sent: the server drops the draft of an application by itself, that of a step it does not know of. */
async function tidy(isStep: boolean): Promise<void> {
  clearMaterial()
  if (isStep) {
    for (const name of [...FIELDS, ...MARKS]) if (name in typed(KIND)) setDraftField(KIND, name, null)
    await refreshDraft(KIND)
  }
  forgetDraft(KIND)
}

/** Sends the application, or completes a case that came from another service. Null when it did not succeed. */
export async function submit(scene: Scene, completes: Case | null): Promise<Case | null> {
  clearTimeout(waiting)
  useApplying.setState({ busy: true, failure: null, fields: {} })
  try {
    const body = bodyOf(scene)
    const made = await (completes
      ? actOn(completes, 'complete_application', body)
      : sendApplication({ ...body, ...forWhom(body), ...fromOf() } as ApplicationInput).then(keepCase))
    await tidy(completes !== null)
    useApplying.setState({ ...begin(), unsure: false })
    return made
  } catch (failure) {
    const fields = failure instanceof Refusal ? (failure.fields ?? {}) : {}
    const unsure = completes ? isUnsure(failure) : isApplicationUnsure()
    useApplying.setState({ busy: false, failure, fields, unsure })
    return null
  }
}

/** The case that this one goes on from. */
function fromOf(): { fromCaseId?: string } {
  const [kind, id] = targetOf(typed(KIND)).split(':')
  return kind === 'from' && id ? { fromCaseId: id } : {}
}
