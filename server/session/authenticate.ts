import type { Actor, Grant } from '#domain/actor'
import { addMinutes, type Instant, minutesBetween } from '#domain/day'
import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'

/** Who is calling, through which session. */
export type Caller = Actor & { sessionId: string }

type Row = {
  id: string
  account_id: string
  staff: boolean
  used_at: Instant
  expires_at: Instant
  grants: Grant[]
}

/** Roles that hold now, in organisations that are at work. */
const grants = (account: string) => `select coalesce(json_agg(json_build_object(
    'role', r.role, 'organisationId', r.organisation_id, 'regionCode', r.region_code) order by r.id), '[]') as grants
  from staff_role r join organisation o on o.id = r.organisation_id and o.active
  where r.account_id = ${account} and r.ended_at is null`

/** A session that was not opened with the second factor carries no roles (a WeChat session never does). */
const find = sql<Row>(
  'session_find',
  `select s.id, s.account_id, s.staff, s.used_at, s.expires_at,
     case when s.staff then (${grants('s.account_id')}) else '[]' end as grants
   from session s where s.token_hash = $1 and s.ended_at is null`,
)
const held = sql<{ grants: Grant[] }>('session_grants', grants('$1'))
const touch = sql('session_touch', 'update session set used_at = $2 where id = $1 and used_at < $2')

/** Staff must sign in again after this long without a request (GB/T 22239, idle timeout). */
export const STAFF_IDLE_MINUTES = 60
/** Writing the time of use at every request would cost a transaction each. */
const TOUCH_AFTER_MINUTES = 1

const isOver = ({ staff, used_at, expires_at }: Row, now: Instant) =>
  expires_at <= now || (staff && addMinutes(used_at, STAFF_IDLE_MINUTES) <= now)

export const authentication =
  (context: Context) =>
  async (token: string): Promise<Caller | null> => {
    const row = await context.database.one(find, context.vault.index('token', token))
    const now = context.wallNow()
    if (!row || isOver(row, now) || (row.staff && row.grants.length === 0)) return null
    if (minutesBetween(row.used_at, now) >= TOUCH_AFTER_MINUTES)
      await context.database.run(touch, row.id, now)
    return { sessionId: row.id, accountId: row.account_id, grants: row.grants }
  }

/** The roles of a person, whatever their session. */
export const grantsOf = async (db: Db, accountId: string): Promise<Grant[]> =>
  (await db.one(held, accountId))?.grants ?? []
