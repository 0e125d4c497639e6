import { randomUUID } from 'node:crypto'

import { build } from '../../server/build.ts'
import { type FreshDatabase, freshDatabase } from './database.ts'
import { testEnv, testLog } from './env.ts'

type Ask = { token?: string; body?: unknown; key?: string | null; headers?: Record<string, string> }
export type Answer = {
  status: number
  // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever came over the wire
  body: any
  headers: Headers
}

/** The server of one test file, asked through its HTTP door. */
export async function startServer(
  more: Readonly<Record<string, string>> = {},
  on?: FreshDatabase,
  log = testLog,
) {
  const fresh = on ?? (await freshDatabase())
  const built = await build({ env: testEnv(more), database: fresh.database, log })

  async function ask(method: string, path: string, { token, body, key, headers }: Ask = {}): Promise<Answer> {
    const response = await built.web.hono.request(path, {
      method,
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(token && { authorization: `Bearer ${token}` }),
        ...(method === 'POST' && key !== null && { 'idempotency-key': key ?? randomUUID() }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    const isJson = /json/.test(response.headers.get('content-type') ?? '')
    return { status: response.status, body: isJson ? JSON.parse(text) : text, headers: response.headers }
  }

  /** Signs in by telephone as anybody does; staff with the code of their app. */
  async function signIn(phone: string): Promise<string> {
    const { body: sent } = await ask('POST', '/api/sign-in-codes', { body: { phone } })
    const { body } = await ask('POST', '/api/sessions', {
      body: { phone, code: sent.demoCode, ...(sent.demoOtp && { otp: sent.demoOtp }) },
    })
    if (!body.token) throw new Error(`could not sign in: ${JSON.stringify(body)}`)
    return body.token
  }

  return {
    ...built,
    url: fresh.url,
    database: fresh.database,
    get: (path: string, token?: string) => ask('GET', path, token ? { token } : {}),
    post: (path: string, body: unknown, more: Ask = {}) => ask('POST', path, { ...more, body }),
    ask,
    signIn,
    stop: () => fresh.drop(),
  }
}

export type TestServer = Awaited<ReturnType<typeof startServer>>
