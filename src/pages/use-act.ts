import { useState } from 'react'

import type { Case } from '#contract/case'
import { type FieldProblems, Refusal } from '#domain/refusal'
import { NoAnswer } from '#services/call'
import { actOn } from '#store/cases'
import { goToFirstWrong } from './first-wrong.ts'
import { explain } from './use-loaded.ts'

const LOST = '还没收到回音。写的还在，再试一次不会重复。'

type Acting = { busy: boolean; problems: FieldProblems; trouble: string | null }

const STILL: Acting = { busy: false, problems: {}, trouble: null }

const troubleOf = (error: unknown): Acting => {
  if (error instanceof NoAnswer) return { ...STILL, trouble: LOST }
  if (error instanceof Refusal && error.fields) return { ...STILL, problems: error.fields }
  return { ...STILL, trouble: explain(error).words }
}

/** The case is not what was shown, or the step is not for this person: nothing to be mended here. */
const isRefused = (error: unknown) => error instanceof Refusal && !error.fields

/**
 * One step of a case: what is wrong stands beside the fields, what is typed stays until it is done.
 * A refusal that nothing here can mend goes to `onRefused`, where there is one; otherwise it is `trouble`.
 */
export function useAct(one: Case, action: string, onDone: () => void, onRefused?: (words: string) => void) {
  const [acting, setActing] = useState<Acting>(STILL)
  const fail = (error: unknown) => {
    const found = troubleOf(error)
    if (!onRefused || !isRefused(error)) {
      setActing(found)
      return goToFirstWrong()
    }
    setActing(STILL)
    onRefused(found.trouble ?? '')
  }
  const send = (fields: object = {}) => {
    setActing({ ...STILL, busy: true })
    actOn(one, action, fields).then(() => {
      setActing(STILL)
      onDone()
    }, fail)
  }
  const complain = (problems: FieldProblems) => setActing({ ...STILL, problems })
  return { ...acting, send, complain }
}
