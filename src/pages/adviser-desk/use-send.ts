import { useState } from 'react'
import { flatten, type GenericSchema, safeParse } from 'valibot'

import { type FieldProblems, Refusal } from '#domain/refusal'
import { NoAnswer } from '#services/call'
import { explain } from '../use-loaded.ts'
import { DESK } from './words.ts'

type Sending = { busy: boolean; problems: FieldProblems; trouble: string | null; failure: unknown }

const STILL: Sending = { busy: false, problems: {}, trouble: null, failure: null }

function troubleOf(failure: unknown): Sending {
  const problems = failure instanceof Refusal ? (failure.fields ?? {}) : {}
  const trouble = failure instanceof NoAnswer ? DESK.lost : explain(failure).words
  return { busy: false, problems, trouble, failure }
}

/** What a schema finds wrong, by field, before anything is sent. */
export function problemsIn(schema: GenericSchema, body: unknown): FieldProblems {
  const { issues } = safeParse(schema, body)
  if (!issues) return {}
  const found = Object.entries(flatten(issues).nested ?? {})
  return Object.fromEntries(found.map(([name, words]) => [name, words?.[0] ?? '']))
}

/** One request of a page: under way, done, or why it did not succeed; what is typed stays. */
export function useSend() {
  const [sending, setSending] = useState<Sending>(STILL)
  const send = <Result>(work: () => Promise<Result>, onDone: (result: Result) => void) => {
    setSending({ ...STILL, busy: true })
    work().then(
      (result) => {
        setSending(STILL)
        onDone(result)
      },
      (failure: unknown) => setSending(troubleOf(failure)),
    )
  }
  const complain = (problems: FieldProblems) => setSending({ ...STILL, problems })
  return { ...sending, send, complain }
}
