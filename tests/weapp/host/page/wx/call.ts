import { calls, later, plain } from '../record.ts'

export type Answer = Record<string, unknown>

export type Callbacks = {
  success?: (answer: Answer) => void
  fail?: (answer: Answer) => void
  complete?: (answer: Answer) => void
}

/** What an asynchronous function of `wx` does; it refuses by throwing a Refused. */
export type Act<Options> = (options: Options) => Promise<Answer> | Answer

/** The reason as WeChat words it after `fail`. */
export class Refused extends Error {}

const reason = (error: unknown) => (error instanceof Error ? error.message : String(error))

const settle = async <Options>(name: string, act: Act<Options>, options: Options) => {
  try {
    return { done: true, answer: { errMsg: `${name}:ok`, ...(await act(options)) } }
  } catch (error) {
    return { done: false, answer: { errMsg: `${name}:fail ${reason(error)}` } }
  }
}

const tellCallbacks = ({ success, fail, complete }: Callbacks, done: boolean, answer: Answer) => {
  if (done) success?.(answer)
  else fail?.(answer)
  complete?.(answer)
}

const hasCallbacks = ({ success, fail, complete }: Callbacks) => Boolean(success ?? fail ?? complete)

/** Gives an act the manners of `wx`: callbacks when there are any, else a promise. */
export const asWx =
  <Options extends object>(name: string, act: Act<Options>) =>
  (given?: Options & Callbacks): Promise<Answer> | undefined => {
    const options = given ?? ({} as Options & Callbacks)
    calls.push({ api: name, options: plain(options) })
    const settled = settle(name, act, options)
    if (!hasCallbacks(options))
      return settled.then(({ done, answer }) => (done ? answer : Promise.reject(answer)))
    settled.then(({ done, answer }) => later(() => tellCallbacks(options, done, answer)))
    return undefined
  }

/** The same for a whole table. */
export const allAsWx = (acts: Record<string, Act<never>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(acts).map(([name, act]) => [name, asWx(name, act)]))
