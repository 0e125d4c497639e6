import { regionCovers } from '#domain/actor'
import type { Instant } from '#domain/day'
import { Refusal } from '#domain/refusal'
import { sql } from '../db/sql.ts'
import { STAFF_IDLE_MINUTES } from '../session/authenticate.ts'
import type { Act, Office } from './office.ts'
import { ownRegions, placesOf } from './scope.ts'

/** Some roles reach as far as their place, some as far as their body (`REACH`): both count. */
const elsewhere = (account: string, places: string) => `
  select from staff_role r join organisation o on o.id = r.organisation_id
  where r.account_id = ${account} and r.ended_at is null
    and not (r.region_code like any(${places}) and o.region_code like any(${places}))`

const serving = sql<{ account_id: string }>(
  'admin_serving',
  'select distinct account_id from staff_role where organisation_id = $1 and ended_at is null',
)
const end = sql(
  'admin_sessions_end',
  `update session s set ended_at = $2 where s.account_id = any($1) and s.ended_at is null
     and not exists (${elsewhere('s.account_id', '$3')})`,
)
const servesElsewhere = sql('admin_serves_elsewhere', elsewhere('$1', '$2'))
const administrators = sql<{ region_code: string }>(
  'admin_administrators',
  `select r.region_code from staff_role r join organisation o on o.id = r.organisation_id and o.active
     join account a on a.id = r.account_id and a.cancelled_at is null
   where r.role = 'city_admin' and r.ended_at is null`,
)

/** Sessions `s` of staff that still open something: those left idle open nothing any more. */
export const LIVE = `s.staff and s.ended_at is null and s.expires_at > now() and s.used_at > now() - interval '${STAFF_IDLE_MINUTES} minutes'`

/** Whether everything that this person does is in places that the administrator looks after. */
export const isOurs = async ({ tx, caller }: Act, accountId: string): Promise<boolean> =>
  (await tx.run(servesElsewhere, accountId, placesOf(caller))) === 0

/**
 * On every device, as of this transaction. Who also serves elsewhere stays signed in there: a role that has ended
 * opens nothing in any session.
 */
export const signOut = ({ tx, caller }: Act, accountIds: readonly string[], wallNow: Instant) =>
  tx.run(end, accountIds, wallNow, placesOf(caller))

export async function signOutPeopleOf({ context }: Office, act: Act, organisationId: string): Promise<void> {
  const people = await act.tx.many(serving, organisationId)
  await signOut(
    act,
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
