import { useState } from 'react'

import type { Case } from '#contract/case'
import { type FieldProblems, Refusal } from '#domain/refusal'
import { NoAnswer } from '#services/call'
import { actOn } from '#store/cases'
import { explain } from './use-loaded.ts'

const LOST = '还没收到回音。写的还在，再试一次不会重复。'

type Acting = { busy: boolean; problems: FieldProblems; trouble: string | null }

const STILL: Acting = { busy: false, problems: {}, trouble: null }

const troubleOf = (error: unknown): Acting => {
  if (error instanceof NoAnswer) return { ...STILL, trouble: LOST }
  if (error instanceof Refusal && error.fields) return { ...STILL, problems: error.fields }
  return { ...STILL, trouble: explain(error).words }
}

/** One step of a case that has a page of its own: what is wrong stands beside the fields, what is typed stays. */
export function useAct(one: Case, action: string, onDone: () => void) {
  const [acting, setActing] = useState<Acting>(STILL)
  const send = (fields: object) => {
    setActing({ ...STILL, busy: true })
    actOn(one, action, fields).then(onDone, (error: unknown) => setActing(troubleOf(error)))
  }
  const complain = (problems: FieldProblems) => setActing({ ...STILL, problems })
  return { ...acting, send, complain }
}
