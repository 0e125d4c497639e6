import { REFUSAL_WORDS, REFUSALS, Refusal, type RefusalCode } from '#domain/refusal'
import { codeOf } from '../trouble.ts'
import { headersFor } from './headers.ts'
import type { Http } from './http.ts'

const TYPE = 'https://linfa.example/problems/'

/** PostgreSQL is away, starting, stopping or out of connections: trying again later helps. */
const AWAY = /^(57P0[1-5]|53\d{3}|08\d{3}|40001|40P01|55P03|ECONN\w+|ENOENT|ETIMEDOUT|EPIPE)$/
const isAway = (error: unknown) =>
  AWAY.test(codeOf(error) ?? '') ||
  (error instanceof Error && /^(Connection terminated|timeout exceeded)/.test(error.message))

/** Whatever was thrown, as something that can be told. Unknown errors say nothing of themselves. */
export function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  return isAway(error) ? new Refusal('unavailable', undefined, { retryAfter: 2 }) : new Refusal('broken')
}

/** RFC 9457. `retryAfter` (seconds) becomes a header, everything else in `more` a member. */
export function problem(http: Http, refusal: Refusal, status: number = REFUSALS[refusal.code]): Response {
  const { retryAfter, allow, ...more } = refusal.more
  const text = JSON.stringify(members(refusal, status, http.get('requestId'), more))
  return http.body(text, status as 400, {
    ...headersFor(http, 'application/problem+json; charset=utf-8'),
    ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
    ...(allow !== undefined && { allow: String(allow) }),
  })
}

const members = (refusal: Refusal, status: number, requestId: string, more: object) => ({
  type: `${TYPE}${outward(refusal.code)}`,
  title: REFUSAL_WORDS[refusal.code],
  status,
  detail: refusal.message,
  code: outward(refusal.code),
  ...(refusal.fields && { fields: refusal.fields }),
  ...more,
  requestId,
})

/** Two reasons that programs meet under a code of the fixed list. */
const outward = (code: RefusalCode) =>
  ({ in_progress: 'not_now', key_reused: 'invalid' })[code as 'in_progress'] ?? code
