import { useDidShow } from '@tarojs/taro'
import { type SetStateAction, useCallback, useEffect, useRef, useState } from 'react'

import type { Failure, Loaded } from '#components/Await'
import { Refusal } from '#domain/refusal'
import { NoAnswer } from '#services/call'

const NO_NETWORK = '内容都还在，连上网络后再试一次。急事请直接拨打 12348。'
const STRANGE = '出了点问题，请再试一次。急事请直接拨打 12348。'

/** What a person reads about a request that did not succeed. */
export function explain(error: unknown): Failure {
  if (error instanceof Refusal) return { offline: false, words: error.message }
  return error instanceof NoAnswer ? { offline: true, words: NO_NETWORK } : { offline: false, words: STRANGE }
}

type Loading<Value> = { loaded: Loaded<Value>; reload: () => void; put: (value: Value) => void }

/** What is on the page stays when the network has gone: better an old answer than none. */
const withFailure =
  <Value>(failure: Failure) =>
  (now: Loaded<Value>): Loaded<Value> =>
    now.state === 'ready' && failure.offline ? now : { state: 'failed', failure }

/**
 * Asks when the page opens and again when `of` changes; `reload` asks once more, unless an answer is still awaited.
 * What is shown stays until the new answer is there; an answer that comes after a later question is dropped.
 */
export function useLoaded<Value>(load: () => Promise<Value>, of: readonly unknown[]): Loading<Value> {
  const [loaded, setLoaded] = useState<Loaded<Value>>({ state: 'loading' })
  const asked = useRef(0)
  const answered = useRef(0)
  const ask = useCallback(() => {
    const question = ++asked.current
    const answer = (next: SetStateAction<Loaded<Value>>) => {
      if (question !== asked.current) return
      answered.current = question
      setLoaded(next)
    }
    load().then(
      (value) => answer({ state: 'ready', value }),
      (error: unknown) => answer(withFailure(explain(error))),
    )
    // biome-ignore lint/correctness/useExhaustiveDependencies: `of` says what the question depends on
  }, of)
  useEffect(() => {
    setLoaded({ state: 'loading' })
    ask()
  }, [ask])
  const reload = useCallback(() => {
    if (asked.current === 0 || answered.current !== asked.current) return
    setLoaded((now) => (now.state === 'failed' ? { state: 'loading' } : now))
    ask()
  }, [ask])
  const put = useCallback((value: Value) => setLoaded({ state: 'ready', value }), [])
  return { loaded, reload, put }
}

/** The page is seen, perhaps again: what it shows may be old. A question already under way is enough. */
export const useSeenAgain = (reload: () => void): void => useDidShow(reload)
