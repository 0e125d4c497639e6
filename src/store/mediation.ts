import { create } from 'zustand'

import type { Case } from '#contract/case'
import { MediationRequest, type MediationRequestInput } from '#contract/mediation'
import { problemsIn } from '#contract/problems-in'
import type { Draft } from '#domain/draft'
import { type FieldProblems, Refusal } from '#domain/refusal'
import { typed } from '#services/draft'
import { isRequestUnsure, sendRequest } from '#services/mediation'
import { keepCase } from '#store/cases'
import { forgetDraft, refreshDraft, setDraftField, useDraftField } from '#store/draft'
import { clearFiles, idsIn, sendingsOf } from '#store/files'

/** What the form asks for, each under a name of its own, because a draft is flat. */
export type FieldName =
  | 'type'
  | 'already'
  | 'otherName'
  | 'otherPhone'
  | 'otherAddress'
  | 'otherPlace'
  | 'wish'
  | 'story'
  | 'fileIds'
  | 'suits'
  | 'urgent'
  | 'name'
  | 'committeeId'
  | 'fromCaseId'
  | 'forPhone'
  | 'forName'
  | 'source'

type Sending = {
  busy: boolean
  /** Why it did not succeed, as it was thrown. */
  failure: unknown
  fields: FieldProblems
  /** Sent before and never answered: the next try repeats it. */
  unsure: boolean
}

const begin = (): Sending => ({ busy: false, failure: null, fields: {}, unsure: isRequestUnsure() })

export const useRequesting = create<Sending>(begin)
export const useProblem = (name: FieldName): string | undefined => useRequesting(({ fields }) => fields[name])
export const problemNames = (): string[] => Object.keys(useRequesting.getState().fields)

/** What the photos and recordings are kept under until the request is sent. */
export const FILES = 'mediation'

/** As the page opens: old problems are gone, what was never answered is not. */
export const startAnew = (): void => useRequesting.setState(begin())

const QUIET_MS = 1500
let waiting: ReturnType<typeof setTimeout> | undefined

/** On the telephone at once, on the server when the typing pauses. */
export function keep(name: FieldName, value: unknown): void {
  setDraftField('mediation', name, value)
  useRequesting.setState(({ fields: { [name]: _, ...fields } }) => ({ fields }))
  clearTimeout(waiting)
  waiting = setTimeout(() => refreshDraft('mediation'), QUIET_MS)
}

export const useTyped = <Value>(name: FieldName, otherwise: Value): Value =>
  useDraftField<Value>('mediation', name, otherwise)

/** Where the other side lives, when it is another village: kept as one text, so that it comes whole. */
export type OtherPlace = { code: string; words: string }

export const placeIn = (text: unknown): OtherPlace | null =>
  typeof text === 'string' && text.startsWith('{') ? JSON.parse(text) : null

/** Nobody tells the story twice: what an earlier case of one's own says is there already. */
export function goOnFrom({ id, form, title }: Case): void {
  const said = typeof form?.question === 'string' ? form.question : form?.summary
  keep('fromCaseId', id)
  if (typeof said === 'string') keep('story', said)
  else keep('story', title)
}

const textIn = (draft: Draft, name: FieldName): string | undefined => {
  const value = draft[name]?.value
  return typeof value === 'string' && value.trim() ? value.trim() : undefined
}

const OPTIONAL = ['story', 'suits', 'name', 'committeeId', 'fromCaseId'] as const

const optional = (draft: Draft) =>
  Object.fromEntries(
    OPTIONAL.flatMap((name) => {
      const text = textIn(draft, name)
      return text ? [[name, text]] : []
    }),
  )

const otherIn = (draft: Draft) => {
  const phone = textIn(draft, 'otherPhone')
  const address = textIn(draft, 'otherAddress')
  const name = textIn(draft, 'otherName')
  if (!name && !phone && !address) return undefined
  return { name: name ?? '', ...(phone && { phone }), ...(address && { address }) }
}

/** Written down by staff for somebody at the window or on the line. */
const forWhomIn = (draft: Draft) => {
  const phone = textIn(draft, 'forPhone')
  const name = textIn(draft, 'forName')
  const source = textIn(draft, 'source')
  return phone
    ? { onBehalfOf: { phone, ...(name && { name }) }, cameBy: 'window', ...(source && { source }) }
    : {}
}

/**
 * The request that the draft amounts to; what must be there is named, so that the schema says what to do.
 * A photo of a paper, or a recording, may say it all.
 */
function bodyOf(draft: Draft, regionCode: string): Record<string, unknown> {
  const fileIds = idsIn(sendingsOf(FILES)) ?? []
  const otherPlace = placeIn(draft.otherPlace?.value)
  return {
    ...optional(draft),
    ...forWhomIn(draft),
    type: textIn(draft, 'type'),
    wish: textIn(draft, 'wish'),
    other: otherIn(draft),
    already: textIn(draft, 'already') ?? 'none',
    urgent: draft.urgent?.value === true,
    regionCode,
    ...(otherPlace && { otherRegionCode: otherPlace.code }),
    ...(fileIds.length > 0 && { fileIds }),
  }
}

/** The names of the request in those of the form. */
const ASKED_AS: Readonly<Record<string, FieldName>> = {
  other: 'otherName',
  'other.name': 'otherName',
  'other.phone': 'otherPhone',
  'other.address': 'otherAddress',
  otherRegionCode: 'otherPlace',
  'onBehalfOf.phone': 'forPhone',
  'onBehalfOf.name': 'forName',
}

const asAsked = (fields: FieldProblems): FieldProblems =>
  Object.fromEntries(Object.entries(fields).map(([name, words]) => [ASKED_AS[name] ?? name, words]))

const problemsOf = (body: object): FieldProblems => asAsked(problemsIn(MediationRequest, body))

const STILL_SENDING = '照片或录音还没传完，请等一等，或把没传上去的移除'

/** Nothing is sent without a photo that was meant to go along. */
const filesProblem = (): FieldProblems => (idsIn(sendingsOf(FILES)) ? {} : { fileIds: STILL_SENDING })

/** Checks one answer, or all of them; the problems stand beside the questions. */
export function check(regionCode: string, only?: readonly FieldName[]): boolean {
  const all = Object.entries({ ...problemsOf(bodyOf(typed('mediation'), regionCode)), ...filesProblem() })
  const found = all.filter(([name]) => !only || only.some((one) => one === name))
  useRequesting.setState({ fields: Object.fromEntries(found) })
  return found.length === 0
}

/** Asks for mediation. Null when it did not succeed; why stands in the store, and everything typed stays. */
export async function submit(regionCode: string): Promise<Case | null> {
  clearTimeout(waiting)
  useRequesting.setState({ busy: true, failure: null, fields: {} })
  try {
    const body = bodyOf(typed('mediation'), regionCode) as MediationRequestInput
    const made = keepCase(await sendRequest(body))
    forgetDraft('mediation')
    clearFiles(FILES)
    useRequesting.setState({ busy: false, unsure: false })
    return made
  } catch (failure) {
    const fields = failure instanceof Refusal ? asAsked(failure.fields ?? {}) : {}
    useRequesting.setState({ busy: false, failure, fields, unsure: isRequestUnsure() })
    return null
  }
}
