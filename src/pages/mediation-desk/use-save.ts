import { useState } from 'react'

import { type FieldProblems, Refusal } from '#domain/refusal'
import { NoAnswer } from '#services/call'
import { explain } from '../use-loaded.ts'
import { DESK } from './words.ts'

type Saving = { busy: boolean; problems: FieldProblems; trouble: string | null }

const STILL: Saving = { busy: false, problems: {}, trouble: null }

const troubleOf = (failure: unknown): Saving => {
  if (failure instanceof Refusal && failure.fields) return { ...STILL, problems: failure.fields }
  return { ...STILL, trouble: failure instanceof NoAnswer ? DESK.lost : explain(failure).words }
}

/** One request of a page: under way, done, or why not; what is typed stays. */
export function useSave() {
  const [saving, setSaving] = useState<Saving>(STILL)
  const save = <Result>(work: () => Promise<Result>, onDone: (result: Result) => void) => {
    setSaving({ ...STILL, busy: true })
    work().then(
      (result) => {
        setSaving(STILL)
        onDone(result)
      },
      (failure: unknown) => setSaving(troubleOf(failure)),
    )
  }
  const complain = (problems: FieldProblems) => setSaving({ ...STILL, problems })
  return { ...saving, save, complain }
}
