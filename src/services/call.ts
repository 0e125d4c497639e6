import Taro from '@tarojs/taro'

import type { BodyInput, Endpoint, Params, QueryInput, Reply } from '#contract/endpoint'
import { type FieldProblems, REFUSAL_WORDS, REFUSALS, Refusal, type RefusalCode } from '#domain/refusal'
import { dropToken, readToken } from '#services/token'

const PATIENCE_MS = 15_000

/** No answer came: the request may or may not have arrived. Repeat it with the same key. */
export class NoAnswer extends Error {}

type Part<Name extends string, Value> = [Value] extends [undefined]
  ? { [N in Name]?: undefined }
  : { [N in Name]: Value }

/** What an endpoint needs; `key` makes a repetition safe and is demanded where the contract says so. */
export type Input<E extends Endpoint> = Part<'query', QueryInput<E>> &
  Part<'body', BodyInput<E>> &
  (keyof Params<E> extends never ? { params?: undefined } : { params: Params<E> }) &
  (E extends { keyed: true } ? { key: string } : { key?: undefined })

type Sent = {
  params?: Readonly<Record<string, string>> | undefined
  query?: object | undefined
  body?: object | undefined
  key?: string | undefined
}

const fill = (path: string, params: Readonly<Record<string, string>> = {}) =>
  path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))

function queryOf(query: object = {}): string {
  const said = Object.entries(query).filter(([, value]) => value !== undefined && value !== '')
  return said.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join('&')
}

export function addressOf({ path }: Endpoint, { params, query }: Sent): string {
  const search = queryOf(query)
  return `${API_BASE}/api${fill(path, params)}${search ? `?${search}` : ''}`
}

/** `wx.request` knows no PATCH: the server takes a POST for it. */
const methodOf = ({ method }: Endpoint) => (method === 'PATCH' ? 'POST' : method)

export function headerOf({ body, key }: Sent): Record<string, string> {
  const token = readToken()
  return {
    ...(body && { 'Content-Type': 'application/json' }),
    ...(token && { Authorization: `Bearer ${token}` }),
    ...(key && { 'Idempotency-Key': key }),
  }
}

const isCode = (code: unknown): code is RefusalCode => typeof code === 'string' && code in REFUSALS

/** Answers of a gateway in between carry no problem of ours. */
const codeOf = (status: number, code: unknown): RefusalCode => {
  if (isCode(code)) return code
  return status === 429 ? 'too_many' : status >= 502 && status <= 504 ? 'unavailable' : 'broken'
}

function refusalOf(status: number, problem: Readonly<Record<string, unknown>> | null): Refusal {
  const { code: said, detail, fields, ...more } = problem ?? {}
  const code = codeOf(status, said)
  const words = typeof detail === 'string' && detail ? detail : REFUSAL_WORDS[code]
  return new Refusal(code, words, { ...more, ...(fields ? { fields: fields as FieldProblems } : {}) })
}

/** Asks the server. Throws a `Refusal` when it says no, `NoAnswer` when nothing came back. */
export async function call<const E extends Endpoint>(endpoint: E, input: Input<E>): Promise<Reply<E>> {
  const sent = input as Sent
  const answer = await Taro.request({
    url: addressOf(endpoint, sent),
    method: methodOf(endpoint),
    header: headerOf(sent),
    data: sent.body,
    timeout: PATIENCE_MS,
  }).catch(() => {
    throw new NoAnswer('没有连上网络')
  })
  return replyIn(endpoint, answer)
}

/** What the server said, or a `Refusal`. */
export function replyIn<const E extends Endpoint>(
  endpoint: E,
  { statusCode, data }: { statusCode: number; data: unknown },
): Reply<E> {
  if (statusCode === endpoint.status) return data as Reply<E>
  const refusal = refusalOf(statusCode, data as Readonly<Record<string, unknown>> | null)
  if (refusal.code === 'sign_in_first' && readToken()) dropToken()
  throw refusal
}
