import { REFUSAL_WORDS, Refusal } from '#domain/refusal'
import { NoAnswer } from '#services/call'
import { answered, keyFor } from '#services/draft'

/** A gateway that gave up, or the first try still running: whether it was done is not known yet. */
const UNSURE: readonly unknown[] = ['broken', 'unavailable', 'too_many', 'in_progress']

/** Nobody knows yet whether the server did it. */
export const isUnsure = (failure: unknown): boolean =>
  failure instanceof Refusal
    ? UNSURE.includes(failure.code) || failure.message === REFUSAL_WORDS.in_progress
    : failure instanceof NoAnswer

/** Sends under a key that stays the same until a sure answer came: a lost reply is repeated and nothing is doubled. */
export async function once<Answer>(
  what: string,
  body: object,
  send: (key: string) => Promise<Answer>,
): Promise<Answer> {
  const key = keyFor(what, body)
  try {
    const answer = await send(key)
    answered(what)
    return answer
  } catch (failure) {
    if (!isUnsure(failure)) answered(what)
    throw failure
  }
}
