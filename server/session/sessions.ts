import { randomBytes } from 'node:crypto'

import type { Session } from '#contract/session'
import { addHours, addMinutes, type Instant } from '#domain/day'
import { Refusal } from '#domain/refusal'
import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'
import { newId } from '../id.ts'
import { type Caller, STAFF_IDLE_MINUTES } from './authenticate.ts'

const RESIDENT_HOURS = 30 * 24
const STAFF_HOURS = 12
const UNNAMED = '未命名的设备'

/** Holds off a cancellation of the account until the session stands, and the other way round. */
const hold = sql('session_hold', 'select from account where id = $1 and cancelled_at is null for share')
const insert = sql(
  'session_insert',
  `insert into session (id, account_id, token_hash, staff, device, created_at, used_at, expires_at)
   values ($1, $2, $3, $4, $5, $6, $6, $7)`,
)
const live = sql<Row>(
  'session_live',
  `select id, device, created_at, used_at, expires_at from session
   where account_id = $1 and ended_at is null and expires_at > $2 and (not staff or used_at > $3)
   order by used_at desc, id desc`,
)
const end = sql(
  'session_end',
  'update session set ended_at = $3 where id = $1 and account_id = $2 and ended_at is null',
)
const endAll = sql(
  'session_end_all',
  'update session set ended_at = $2 where account_id = $1 and ended_at is null',
)

type Row = { id: string; device: string; created_at: Instant; used_at: Instant; expires_at: Instant }

export type Opening = { accountId: string; staff: boolean; device: string | undefined }

/** The token is told once; what is stored does not open anything. */
export async function openSession(
  { vault, wallNow }: Context,
  tx: Db,
  { accountId, staff, device = UNNAMED }: Opening,
): Promise<{ token: string; expiresAt: Instant }> {
  if (!(await tx.run(hold, accountId))) throw new Refusal('stale')
  const token = randomBytes(32).toString('base64url')
  const now = wallNow()
  const expiresAt = addHours(now, staff ? STAFF_HOURS : RESIDENT_HOURS)
  await tx.run(insert, newId(), accountId, vault.index('token', token), staff, device, now, expiresAt)
  return { token, expiresAt }
}

/** Where this person is signed in. */
export async function sessionsOf({ database, wallNow }: Context, caller: Caller): Promise<Session[]> {
  const now = wallNow()
  const rows = await database.many(live, caller.accountId, now, addMinutes(now, -STAFF_IDLE_MINUTES))
  return rows.map((row) => ({
    id: row.id,
    device: row.device,
    createdAt: row.created_at,
    usedAt: row.used_at,
    expiresAt: row.expires_at,
    current: row.id === caller.sessionId,
  }))
}

export async function endSession({ database, wallNow }: Context, caller: Caller, id: string): Promise<void> {
  if (!(await database.run(end, id, caller.accountId, wallNow()))) throw new Refusal('not_found')
}

/** On every device, as of this transaction. */
export const endSessionsOf = (tx: Db, accountId: string, wallNow: Instant): Promise<number> =>
  tx.run(endAll, accountId, wallNow)
