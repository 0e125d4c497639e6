import { createHash } from 'node:crypto'

import * as v from 'valibot'

import type { Body, Download, Endpoint, Params, Query, ReplyInput } from '#contract/endpoint'
import { hasRole } from '#domain/actor'
import type { Instant } from '#domain/day'
import { Refusal } from '#domain/refusal'
import type { Caller } from '../session/authenticate.ts'
import { sendFile } from './download.ts'
import { headersFor } from './headers.ts'
import type { Http } from './http.ts'
import { readRequest } from './read.ts'
import type { Web } from './web.ts'

/** What makes the same submission the same: repeated with this, it gets the same answer. */
export type Ticket = { accountId: string; path: string; key: string; fingerprint: Buffer }

export type Call<E extends Endpoint> = {
  caller: E['access'] extends 'anyone' ? Caller | null : Caller
  params: Params<E>
  query: Query<E>
  body: Body<E>
  ticket: E extends { keyed: true } ? Ticket : undefined
  /** The address of the client, for limits only. */
  from: string
  now: Instant
}

type Answer<E extends Endpoint> = E extends { reply: v.GenericSchema }
  ? ReplyInput<E>
  : E extends { download: true }
    ? Download
    : undefined

/** Mounts what the contract says. What its reply schema does not name cannot leave. */
export function route<const E extends Endpoint>(
  web: Web,
  endpoint: E,
  answer: (call: Call<E>) => Promise<Answer<E>>,
): void {
  if (endpoint.demo && !web.context.env.demo) return
  web.mounted.push(endpoint)
  web.hono.on(methodsOf(endpoint), `/api${endpoint.path}`, async (http) => {
    http.set('route', `${endpoint.method} ${endpoint.path}`)
    const reply = await answer((await readCall(web, endpoint, http)) as Call<E>)
    return isDownload(endpoint, reply) ? sendFile(http, reply) : send(http, endpoint, reply)
  })
}

const isDownload = ({ download }: Endpoint, reply: unknown): reply is Download =>
  download === true && typeof reply === 'object'

/** A mini-program cannot send PATCH (`wx.request` knows none): there it comes as POST. */
const methodsOf = ({ method }: Endpoint): string[] => (method === 'PATCH' ? ['PATCH', 'POST'] : [method])

async function readCall(web: Web, endpoint: Endpoint, http: Http) {
  const caller = await admit(web, endpoint, http)
  const { essence, ...request } = await readRequest(http, endpoint)
  return {
    ...request,
    caller,
    ticket: endpoint.keyed && caller ? readTicket(http, endpoint, caller.accountId, essence) : undefined,
    from: web.addressOf(http),
    now: web.context.now(),
  }
}

async function admit(web: Web, { access, seen }: Endpoint, http: Http): Promise<Caller | null> {
  const token = http.req.header('authorization')?.match(/^Bearer ([\w-]{20,100})$/)?.[1]
  const caller = (access === 'anyone' && !seen) || !token ? null : await web.authenticate(token)
  if (access === 'anyone') return caller
  if (!caller) throw new Refusal('sign_in_first')
  if (access !== 'signed_in' && !hasRole(caller, ...access)) throw new Refusal('not_yours')
  return caller
}

function readTicket(http: Http, endpoint: Endpoint, accountId: string, essence: string | Uint8Array): Ticket {
  const key = http.req.header('idempotency-key') ?? ''
  if (!/^[\x21-\x7e]{1,200}$/.test(key))
    throw new Refusal('malformed', '缺少 Idempotency-Key：请更新到最新版本后再提交')
  // Not as it was spelt: %62ookings is the same address as bookings.
  const path = endpoint.path.replace(/:(\w+)/g, (_, name) => http.req.param(name) ?? '')
  return { accountId, path, key, fingerprint: createHash('sha256').update(essence).digest() }
}

function send(http: Http, endpoint: Endpoint, reply: unknown): Response {
  if (!endpoint.reply) return http.body(null, endpoint.status, headersFor(http, null))
  const headers = headersFor(http, 'application/json; charset=utf-8')
  const text = JSON.stringify(v.parse(endpoint.reply, reply))
  return http.body(text, endpoint.status === 204 ? 200 : endpoint.status, headers)
}
