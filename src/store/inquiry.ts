import { create } from 'zustand'

import type { Case } from '#contract/case'
import { NewInquiry, type NewInquiryInput } from '#contract/inquiry'
import { problemsIn } from '#contract/problems-in'
import type { Draft } from '#domain/draft'
import { type FieldProblems, Refusal } from '#domain/refusal'
import { typed } from '#services/draft'
import { isQuestionUnsure, sendQuestion } from '#services/inquiry'
import { keepCase } from '#store/cases'
import { forgetDraft, refreshDraft, setDraftField, useDraftField } from '#store/draft'
import { clearFiles, idsIn, sendingsOf } from '#store/files'

export type FieldName = keyof Pick<
  NewInquiryInput,
  'topic' | 'question' | 'fileIds' | 'name' | 'phone' | 'language' | 'fromCaseId'
>

type Sending = {
  busy: boolean
  /** Why it did not succeed, as it was thrown. */
  failure: unknown
  fields: FieldProblems
  /** Sent before and never answered: the next try repeats it. */
  unsure: boolean
}

const begin = (): Sending => ({ busy: false, failure: null, fields: {}, unsure: isQuestionUnsure() })

export const useAsking = create<Sending>(begin)
export const useProblem = (name: FieldName): string | undefined => useAsking(({ fields }) => fields[name])
export const problemNames = (): string[] => Object.keys(useAsking.getState().fields)

/** What the photos of the question are kept under until it is sent. */
export const FILES = 'inquiry'

/** As the page opens: old problems are gone, what was never answered is not. */
export const startAnew = (): void => useAsking.setState(begin())

const QUIET_MS = 1500
let waiting: ReturnType<typeof setTimeout> | undefined

/** On the telephone at once, on the server when the typing pauses. */
export function keep(name: FieldName, value: unknown): void {
  setDraftField('inquiry', name, value)
  useAsking.setState(({ fields: { [name]: _, ...fields } }) => ({ fields }))
  clearTimeout(waiting)
  waiting = setTimeout(() => refreshDraft('inquiry'), QUIET_MS)
}

export const useTyped = <Value>(name: FieldName, otherwise: Value): Value =>
  useDraftField<Value>('inquiry', name, otherwise)

const isSaid = (value: unknown) =>
  Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null && value !== ''

/** What is left empty is not sent; what must be there is named, so that the schema says what to do. */
function bodyOf(draft: Draft, villageCode: string): Record<string, unknown> {
  const said = Object.entries(draft).flatMap(([name, { value }]) => (isSaid(value) ? [[name, value]] : []))
  const fileIds = idsIn(sendingsOf(FILES)) ?? []
  return {
    topic: undefined,
    question: undefined,
    ...Object.fromEntries(said),
    ...(fileIds.length > 0 && { fileIds }),
    villageCode,
  }
}

const STILL_SENDING = '照片还没传完，请等一等，或把没传上去的移除'

/** Nothing is sent without a photo that was meant to go along. */
const filesProblem = (): FieldProblems => (idsIn(sendingsOf(FILES)) ? {} : { fileIds: STILL_SENDING })

/** Checks one answer, or all of them; the problems stand beside the questions. */
export function check(villageCode: string, only?: readonly FieldName[]): boolean {
  const all = Object.entries({
    ...problemsIn(NewInquiry, bodyOf(typed('inquiry'), villageCode)),
    ...filesProblem(),
  })
  const found = all.filter(([name]) => !only || only.some((one) => one === name))
  useAsking.setState({ fields: Object.fromEntries(found) })
  return found.length === 0
}

/** Asks. Null when it did not succeed; why stands in the store, and everything typed stays. */
export async function submit(villageCode: string): Promise<Case | null> {
  clearTimeout(waiting)
  useAsking.setState({ busy: true, failure: null, fields: {} })
  try {
    const made = keepCase(await sendQuestion(bodyOf(typed('inquiry'), villageCode) as NewInquiryInput))
    forgetDraft('inquiry')
    clearFiles(FILES)
    useAsking.setState({ busy: false, unsure: false })
    return made
  } catch (failure) {
    const fields = failure instanceof Refusal ? (failure.fields ?? {}) : {}
    useAsking.setState({ busy: false, failure, fields, unsure: isQuestionUnsure() })
    return null
  }
}
