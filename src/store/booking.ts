import { useMemo } from 'react'
import { create } from 'zustand'
import type { Case } from '#contract/case'
import { Booking, type BookingInput } from '#contract/hotline'
import { problemsIn } from '#contract/problems-in'
import type { Instant } from '#domain/day'
import type { Draft } from '#domain/draft'
import type { Channel } from '#domain/hotline'
import { type FieldProblems, Refusal } from '#domain/refusal'
import { typed } from '#services/draft'
import { isBookingUnsure, sendBooking } from '#services/hotline'
import { keepCase } from '#store/cases'
import { forgetDraft, refreshDraft, setDraftField, useDraftField } from '#store/draft'

/** The time that was chosen, with what the form shows of it. */
export type ChosenSlot = {
  id: string
  startsAt: Instant
  endsAt: Instant
  deskId: string
  deskName: string
  channel: Channel
}

/** What is typed into the form, as text; what is left empty is not sent. */
type Typed = Omit<BookingInput, 'slotId' | 'channel' | 'regionCode'>
export type FieldName = keyof Typed

const NAMES = [
  'topic',
  'summary',
  'name',
  'phone',
  'relation',
  'personName',
  'maySayWhoWeAre',
  'mayLeaveMessage',
  'language',
  'accessNeed',
  'fromCaseId',
] as const satisfies readonly FieldName[]

type Sending = {
  busy: boolean
  /** Why it did not succeed, as it was thrown; null when nothing stands against it. */
  failure: unknown
  fields: FieldProblems
  /** Sent before and never answered: the next try repeats it. */
  unsure: boolean
}

const useSending = create<Sending>(() => ({
  busy: false,
  failure: null,
  fields: {},
  unsure: isBookingUnsure(),
}))

export const useIsBusy = () => useSending(({ busy }) => busy)
export const useFailure = () => useSending(({ failure }) => failure)
export const useIsUnsure = () => useSending(({ unsure }) => unsure)
export const useProblem = (name: FieldName): string | undefined => useSending(({ fields }) => fields[name])
export const useIsWrong = (names: readonly string[]): boolean =>
  useSending(({ fields }) => names.some((name) => name in fields))
export const problemNames = (): string[] => Object.keys(useSending.getState().fields)

/** As the page opens: old problems are gone, what was never answered is not. */
export const startAnew = (): void =>
  useSending.setState({ busy: false, failure: null, fields: {}, unsure: isBookingUnsure() })

const QUIET_MS = 1500
let waiting: ReturnType<typeof setTimeout> | undefined

/** On the telephone at once, on the server when the typing pauses. */
export function keep(name: FieldName | 'slot', value: unknown): void {
  setDraftField('hotline', name, value)
  useSending.setState(({ fields: { [name]: _, ...fields } }) => ({ fields }))
  clearTimeout(waiting)
  waiting = setTimeout(() => refreshDraft('hotline'), QUIET_MS)
}

/** The draft holds it as one text, so that it comes from one device whole. */
export const chooseSlot = (slot: ChosenSlot): void => keep('slot', JSON.stringify(slot))

/** The form before anything is said. */
const BLANK: Readonly<Partial<Record<FieldName, unknown>>> = {
  topic: '',
  summary: '',
  name: '',
  phone: '',
  relation: 'self',
  personName: '',
  maySayWhoWeAre: true,
  mayLeaveMessage: true,
  language: '',
  accessNeed: 'none',
}

/**
 * Another booking about the same matter: nobody writes again what the office knows (AC-9), and nothing of an older
 * draft stays between.
 */
export function goOnFrom({ id, topic, form }: Case): void {
  const said = { ...form, topic }
  for (const [name, blank] of Object.entries(BLANK))
    keep(name as FieldName, said[name as keyof typeof said] ?? blank)
  keep('fromCaseId', id)
}

/** It is about something else after all: an empty form at the time that was chosen. */
export function beginAfresh(): void {
  for (const [name, blank] of Object.entries(BLANK)) keep(name as FieldName, blank)
  keep('fromCaseId', '')
}

const readSlot = (text: unknown): ChosenSlot | null =>
  typeof text === 'string' && text.startsWith('{') ? JSON.parse(text) : null

export function useChosen(): ChosenSlot | null {
  const text = useDraftField('hotline', 'slot', '')
  return useMemo(() => readSlot(text), [text])
}

export const useTyped = <Value>(name: FieldName, otherwise: Value): Value =>
  useDraftField<Value>('hotline', name, otherwise)

const isSaid = (value: unknown) => value !== undefined && value !== null && value !== ''

const isForAnother = ({ relation }: Draft) => relation !== undefined && relation.value !== 'self'

/** The request that the draft amounts to. */
function bodyOf(draft: Draft, regionCode: string): Record<string, unknown> {
  const names = NAMES.filter((name) => name !== 'personName' || isForAnother(draft))
  const said = names.flatMap((name) => (isSaid(draft[name]?.value) ? [[name, draft[name]?.value]] : []))
  const slot = readSlot(draft.slot?.value)
  // Named even when they are missing: the schema then says in our words what to do.
  const needed = {
    topic: undefined,
    summary: undefined,
    slotId: slot?.id,
    channel: slot?.channel,
    regionCode,
  }
  return { ...needed, ...Object.fromEntries(said) }
}

/** Checks one answer, or all of them, by the rules of the server; the problems stand beside the questions. */
export function check(regionCode: string, only?: readonly FieldName[]): boolean {
  const all = Object.entries(problemsIn(Booking, bodyOf(typed('hotline'), regionCode)))
  const found = all.filter(([name]) => !only || only.some((one) => one === name))
  useSending.setState({ fields: Object.fromEntries(found) })
  return found.length === 0
}

/** Books. Null when it did not succeed; why stands in the store, and everything typed stays. */
export async function submit(regionCode: string): Promise<Case | null> {
  clearTimeout(waiting)
  useSending.setState({ busy: true, failure: null, fields: {} })
  try {
    const body = bodyOf(typed('hotline'), regionCode) as BookingInput
    const made = keepCase(await sendBooking(body))
    forgetDraft('hotline')
    useSending.setState({ busy: false, unsure: false })
    return made
  } catch (failure) {
    const fields = failure instanceof Refusal ? (failure.fields ?? {}) : {}
    useSending.setState({ busy: false, failure, fields, unsure: isBookingUnsure() })
    return null
  }
}
