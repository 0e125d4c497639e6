import { Refusal } from '#domain/refusal'
import { type Db, sql } from '../db/sql.ts'
import { newId } from '../id.ts'

/** The adviser who acts, with a desk of their own. */
export type Myself = { id: string; accountId: string; deskId: string; organisationId: string }

type Row = { id: string; organisation_id: string; desk_id: string | null }

/** Held until the end of the transaction: one adviser's calendar and ledger are changed by one at a time. */
const find = sql<Row>(
  'adviser_myself',
  `select a.id, a.organisation_id, (select d.id from desk d where d.adviser_id = a.id) as desk_id
   from adviser a where a.account_id = $1 and a.active for no key update of a`,
)
const addDesk = sql(
  'adviser_desk',
  `insert into desk (id, organisation_id, name, region_code, channels, adviser_id)
   select $1, a.organisation_id, a.name || ' ' || right(a.licence, 4), rpad(a.county, 12, '0'), '{call_back,video,visit}', a.id
   from adviser a where a.id = $2`,
)

/** Somebody with the role of whom the register knows nothing yet. */
export const notRegistered = () => new Refusal('not_now', '还没有登记为村（社区）法律顾问，请联系司法局')

/** @throws Refusal `not_now` for somebody who is not registered as an adviser */
export async function myself(tx: Db, accountId: string): Promise<Myself> {
  const row = await tx.one(find, accountId)
  if (!row) throw notRegistered()
  const deskId = row.desk_id ?? newId()
  if (row.desk_id === null) await tx.run(addDesk, deskId, row.id)
  return { id: row.id, accountId, deskId, organisationId: row.organisation_id }
}
