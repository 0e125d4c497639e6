import { useState } from 'react'
import { type GenericSchema, type InferOutput, safeParse } from 'valibot'

import { problemsIn } from '#contract/problems-in'
import { type FieldProblems, REFUSAL_WORDS, Refusal } from '#domain/refusal'
import { explain } from '../../use-loaded.ts'

type State = { busy: boolean; fields: FieldProblems; problem: string | null; failure: unknown }

const IDLE: State = { busy: false, fields: {}, problem: null, failure: null }

/** One request of a form: under way, refused with problems beside the fields, or done. */
export function useSaving() {
  const [state, setState] = useState<State>(IDLE)

  /** Undefined when it did not succeed. */
  async function run<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
    setState({ ...IDLE, busy: true })
    try {
      const result = await work()
      setState(IDLE)
      return result
    } catch (failure) {
      const fields = failure instanceof Refusal ? (failure.fields ?? {}) : {}
      setState({ busy: false, fields, problem: explain(failure).words, failure })
      return undefined
    }
  }

  /** Checked by the rules of the server first, so that nobody waits to hear of a missing word. */
  async function save<Schema extends GenericSchema, Result>(
    schema: Schema,
    body: unknown,
    send: (body: InferOutput<Schema>) => Promise<Result>,
  ): Promise<Result | undefined> {
    const read = safeParse(schema, body)
    if (read.success) return run(() => send(read.output))
    setState({ ...IDLE, fields: problemsIn(schema, body), problem: REFUSAL_WORDS.invalid })
    return undefined
  }

  /** Sends what differs from before, and nothing else. */
  const amend = <Schema extends GenericSchema, Result>(
    schema: Schema,
    body: object,
    before: object,
    send: (body: InferOutput<Schema>) => Promise<Result>,
  ) => save(schema, changesIn(body, before), send)

  return { ...state, run, save, amend }
}

/** What differs from before: only that is sent, so that nothing is overwritten or logged that nobody touched. */
export function changesIn<Body extends object>(body: Body, before: Body): Partial<Body> {
  const old = new Map(Object.entries(before))
  const isChanged = ([field, value]: [string, unknown]) =>
    JSON.stringify(value) !== JSON.stringify(old.get(field))
  return Object.fromEntries(Object.entries(body).filter(isChanged)) as Partial<Body>
}
