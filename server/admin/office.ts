import type { AdminAct, listAdminChanges } from '#contract/admin'
import type { Instant } from '#domain/day'
import { Refusal } from '#domain/refusal'
import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'
import type { Call } from '../http/route.ts'
import { newId } from '../id.ts'
import type { Upkeep } from '../openings/hours.ts'

export type Office = { context: Context; upkeep: Upkeep }

/** An administrator, through which session. */
export type Caller = Call<typeof listAdminChanges>['caller']

/** Who changes something, when, in which transaction; what was done, and which places and bodies were found good. */
export type Act = { tx: Db; caller: Caller; now: Instant; done: Done[]; good: Set<string> }

/** `label` names no person in full. */
export type Subject = { id: string; label: string; regionCode: string }
type Done = Subject & { what: AdminAct }

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
  { caller, now }: Pick<Act, 'caller' | 'now'>,
  work: (act: Act) => Promise<T>,
): Promise<T> {
  return context.database.inTransaction(async (tx) => {
    await tx.raw('lock table admin_change in share row exclusive mode')
    if (!(await tx.run(stillThere, caller.sessionId))) throw new Refusal('sign_in_first')
    const act: Act = { tx, caller, now, done: [], good: new Set() }
    const result = await work(act)
    await log(act)
    return result
  })
}

const insert = sql(
  'admin_change_insert',
  `insert into admin_change (id, at, by_id, what, subject, label, region_code)
   select i, $1, $2, w, s, l, r
   from unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::text[]) as done(i, w, s, l, r)`,
)

async function log({ tx, caller, now, done }: Act) {
  const column = (field: keyof Done) => done.map((entry) => entry[field])
  const ids = done.map(() => newId())
  const columns = (['what', 'id', 'label', 'regionCode'] as const).map(column)
  if (done.length > 0) await tx.run(insert, now, caller.accountId, ids, ...columns)
}

/** Every act stands in the log, in the transaction of the act. */
export const record = ({ done }: Act, what: AdminAct, { id, label, regionCode }: Subject): void => {
  done.push({ what, id, label, regionCode })
}

export type Said<Change> = { [Field in keyof Change]?: Exclude<Change[Field], undefined> }

/** The fields that were really sent. */
export const said = <Change extends object>(change: Change): Said<Change> =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Said<Change>
