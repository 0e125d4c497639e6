import { randomUUID } from 'node:crypto'

import { Secret, TOTP } from 'otpauth'

import { accountOf, placeOf } from '../../server/accounts/accounts.ts'
import { openCase } from '../../server/cases/open.ts'
import { newId } from '../../server/id.ts'
import { createLog } from '../../server/log.ts'
import { addMinutes, type Instant, toEpoch } from '../../src/domain/day.ts'
import type { FreshDatabase } from '../support/database.ts'
import { lines } from '../support/log.ts'
import { startServer } from '../support/server.ts'
import { smsStandIn } from '../support/sms-stand-in.ts'
import { wechatStandIn } from '../support/wechat-stand-in.ts'

/** A server as in service: no demo, messages and WeChat at stand-ins, limits on, the log kept. */
export async function startLive(on?: FreshDatabase) {
  const [sms, platform, log] = [await smsStandIn(), await wechatStandIn(), lines()]
  const more = { DEMO: 'off', RATE_LIMITS: 'on', TRUST_PROXY: '1', ...sms.env, ...platform.env }
  const server = await startServer(more, on, createLog('info', log))
  const { context } = server

  /** Every request from an address of its own, unless it is said. */
  const post = (path: string, body: unknown, token?: string, from: string = randomUUID()) =>
    server.ask('POST', path, { body, ...(token && { token }), headers: { 'x-forwarded-for': from } })
  const askCode = (phone: string, from?: string) => post('/api/sign-in-codes', { phone }, undefined, from)
  async function codeFor(phone: string): Promise<string> {
    const { status } = await askCode(phone)
    if (status !== 202) throw new Error(`no code: ${status}`)
    return sms.sent.at(-1)?.code ?? ''
  }
  const enter = async (phone: string, more: object = {}) =>
    post('/api/sessions', { phone, code: await codeFor(phone), ...more })
  async function enterWechat(person: string) {
    const code = randomUUID()
    platform.wechat.people.set(code, person)
    return post('/api/sessions', { wechatCode: code })
  }
  /** What the telephone button of WeChat gives for a number. */
  function buttonFor(purePhoneNumber: string): string {
    const code = randomUUID()
    platform.wechat.phones.set(code, { purePhoneNumber, countryCode: '86' })
    return code
  }
  const bind = (phone: string, token: string) =>
    post('/api/me/phone', { wechatPhoneCode: buttonFor(phone) }, token)

  return {
    ...server,
    sms,
    platform,
    log,
    post,
    askCode,
    codeFor,
    enter,
    enterWechat,
    bind,
    /** Real time from now on, as the server sees it. */
    setTime: (wallNow: () => Instant) => {
      context.wallNow = wallNow
    },
    async stop() {
      await server.stop()
      await Promise.all([sms.stop(), platform.stop()])
    },
  }
}

export type Live = Awaited<ReturnType<typeof startLive>>

const DAY = 24 * 60
export const daysLater = (at: Instant, days: number): Instant => addMinutes(at, days * DAY)

/** Somebody with a role and a second factor; `otp` gives the six digits of a moment. */
export async function employ({ context, database }: Pick<Live, 'context' | 'database'>, phone: string) {
  const id = await accountOf(database, context.vault, { phone, name: '罗接线', now: context.wallNow() })
  const role = newId()
  await database.raw(
    `insert into staff_role (id, account_id, role, organisation_id, region_code, created_at)
     values ($1, $2, 'hotline_operator', 'demo-hotline-431224', '431224000000', now())`,
    [role, id],
  )
  const secret = new Secret()
  const { rows } = await database.raw('select data_key from account where id = $1', [id])
  const key = context.vault.openKey((rows[0] as { data_key: Buffer }).data_key, `account/${id}`)
  const sealed = context.vault.seal(key, placeOf(id, 'otp'), secret.base32)
  await database.raw('insert into staff_factor (account_id, secret) values ($1, $2)', [id, sealed])
  const otp = (at: Instant) => new TOTP({ secret }).generate({ timestamp: toEpoch(at) })
  return { id, role, otp }
}

/** A case of this person, as the service would leave it; gives its id. */
export async function caseOf(
  { context, work, database }: Pick<Live, 'context' | 'work' | 'database'>,
  accountId: string,
  status: string,
) {
  const now = context.now()
  const id = await openCase(
    work,
    {
      caller: { accountId, sessionId: '', grants: [] },
      ticket: { accountId, path: '/', key: randomUUID(), fingerprint: Buffer.alloc(0) },
      now,
      county: '431224',
      state: 'passed',
    },
    'hotline',
    async () => ({
      kind: 'hotline',
      organisation: { id: 'demo-hotline-431224', regionCode: '431224000000' },
      regionCode: '431224100001',
      channel: 'call_back',
      topic: 'land',
      appointment: null,
      form: { summary: '邻居占了我家的田埂', name: '田大嫂' },
      words: '邻居占了我家的田埂',
    }),
    async () => undefined,
  )
  const closed = status === 'booked' ? null : now
  await database.raw('update case_file set status = $2, closed_at = $3 where id = $1', [id, status, closed])
  const { rows } = await database.raw('select number from case_file where id = $1', [id])
  return { id, number: (rows[0] as { number: string }).number }
}
