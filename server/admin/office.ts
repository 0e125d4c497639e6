import type { AdminAct } from '#contract/admin'
import type { Instant } from '#domain/day'
import { Refusal } from '#domain/refusal'
import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'
import { newId } from '../id.ts'
import type { Caller } from '../session/authenticate.ts'

/** Opens the slots of one desk from its weekly hours, in the transaction that changed them. */
export type OpenSlots = (context: Context, tx: Db, deskId: string) => Promise<unknown>

export type Office = { context: Context; openSlots: OpenSlots }

/** Who changes something, when, in which transaction. */
export type Act = { tx: Db; caller: Caller; now: Instant }

const stillThere = sql(
  'admin_still_there',
  `select from session s join staff_role r on r.account_id = s.account_id and r.role = 'city_admin' and r.ended_at is null
     join organisation o on o.id = r.organisation_id and o.active
   where s.id = $1 and s.ended_at is null`,
)

/**
 * One change of administration at a time: what it relies on (a free name, another administrator being left) holds
 * until it is done. Whoever was disabled while waiting changes nothing any more.
 */
export function administer<T>(
  { context }: Office,
  { caller, now }: Omit<Act, 'tx'>,
  work: (act: Act) => Promise<T>,
): Promise<T> {
  return context.database.inTransaction(async (tx) => {
    await tx.raw('lock table admin_change in share row exclusive mode')
    if (!(await tx.run(stillThere, caller.sessionId))) throw new Refusal('sign_in_first')
    return work({ tx, caller, now })
  })
}

const insert = sql(
  'admin_change_insert',
  `insert into admin_change (id, at, by_id, what, subject, label, region_code) values ($1, $2, $3, $4, $5, $6, $7)`,
)

/** `label` names no person in full. */
export type Subject = { id: string; label: string; regionCode: string }

export async function record(
  { tx, caller, now }: Act,
  what: AdminAct,
  { id, label, regionCode }: Subject,
): Promise<void> {
  await tx.run(insert, newId(), now, caller.accountId, what, id, label, regionCode)
}

export type Said<Change> = { [Field in keyof Change]?: Exclude<Change[Field], undefined> }

/** The fields that were really sent. */
export const said = <Change extends object>(change: Change): Said<Change> =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Said<Change>
