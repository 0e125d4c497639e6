import { useState } from 'react'

import { type FieldProblems, Refusal } from '#domain/refusal'
import { NoAnswer } from '#services/call'
import { explain } from './use-loaded.ts'

const LOST = '还没收到回音。写的还在，再试一次不会重复。'

type Sending = { busy: boolean; problems: FieldProblems; trouble: string | null; failure: unknown }

const STILL: Sending = { busy: false, problems: {}, trouble: null, failure: null }

function troubleOf(failure: unknown): Sending {
  const problems = failure instanceof Refusal ? (failure.fields ?? {}) : {}
  const trouble = failure instanceof NoAnswer ? LOST : explain(failure).words
  return { busy: false, problems, trouble, failure }
}

/**
 * One request of a page: under way, done, or why it did not succeed; what is typed stays.
 * A failure that `isTaken` deals with is not shown here.
 */
export function useSend(isTaken: (failure: unknown) => boolean = () => false) {
  const [sending, setSending] = useState<Sending>(STILL)
  const send = <Result>(work: () => Promise<Result>, onDone: (result: Result) => void) => {
    setSending({ ...STILL, busy: true })
    work().then(
      (result) => {
        setSending(STILL)
        onDone(result)
      },
      (failure: unknown) => setSending(isTaken(failure) ? STILL : troubleOf(failure)),
    )
  }
  const complain = (problems: FieldProblems) => setSending({ ...STILL, problems })
  return { ...sending, send, complain }
}
