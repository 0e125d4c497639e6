import { regionCovers } from '#domain/actor'
import type { Instant } from '#domain/day'
import { Refusal } from '#domain/refusal'
import { type Db, sql } from '../db/sql.ts'
import type { Act, Office } from './office.ts'
import { ownRegions } from './scope.ts'

const serving = sql<{ account_id: string }>(
  'admin_serving',
  'select distinct account_id from staff_role where organisation_id = $1 and ended_at is null',
)
const end = sql(
  'admin_sessions_end',
  'update session set ended_at = $2 where account_id = any($1) and ended_at is null',
)
const administrators = sql<{ region_code: string }>(
  'admin_administrators',
  `select r.region_code from staff_role r join organisation o on o.id = r.organisation_id and o.active
     join account a on a.id = r.account_id and a.cancelled_at is null
   where r.role = 'city_admin' and r.ended_at is null`,
)

/** Sessions `s` of staff that still open something: those left idle open nothing any more. */
export const LIVE = `s.staff and s.ended_at is null and s.expires_at > now() and s.used_at > now() - interval '60 minutes'`

/** On every device, as of this transaction. */
export const signOut = (tx: Db, accountIds: readonly string[], wallNow: Instant): Promise<number> =>
  tx.run(end, accountIds, wallNow)

export async function signOutPeopleOf(
  { context }: Office,
  { tx }: Act,
  organisationId: string,
): Promise<void> {
  const people = await tx.many(serving, organisationId)
  await signOut(
    tx,
    people.map(({ account_id }) => account_id),
    context.wallNow(),
  )
}

/** Somebody must be left who can undo it. @throws Refusal `not_now` */
export async function keepAnAdministrator({ tx, caller }: Act): Promise<void> {
  const left = await tx.many(administrators)
  const isKept = ownRegions(caller).every((own) =>
    left.some(({ region_code }) => regionCovers(region_code, own)),
  )
  if (!isKept)
    throw new Refusal('not_now', '这是最后一位管理员，不能停用或改角色。请先新增另一位管理员，再由他来操作')
}
