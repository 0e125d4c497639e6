import type { Dispute } from '#domain/dispute'
import { readPerson } from '../accounts/person.ts'
import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'

type Row = {
  account_id: string
  full_time: boolean | null
  types: Dispute[] | null
  intro: string | null
  since: string | null
  active: boolean | null
  load: number
  overdue: number
}

/** Who serves as a mediator there, registered or not yet; what each has open, and what of it is late. */
const serving = sql<Row>(
  'mediation_serving',
  `select r.account_id, m.full_time, m.types, m.intro, m.since, m.active,
     count(c.id)::int as load, count(c.id) filter (where c.due_at < $2)::int as overdue
   from (select distinct account_id from staff_role
     where organisation_id = $1 and role = 'mediator' and ended_at is null) r
   left join mediation_mediator m on m.organisation_id = $1 and m.account_id = r.account_id
   left join case_file c on c.handler_id = r.account_id and c.kind = 'mediation' and c.closed_at is null
   group by r.account_id, m.full_time, m.types, m.intro, m.since, m.active order by r.account_id`,
)

export type Mediator = {
  id: string
  name: string
  fullTime: boolean
  types: Dispute[]
  intro: string | null
  since: string | null
  active: boolean
  load: number
  overdue: number
}

export async function allMediatorsOf(context: Context, db: Db, organisationId: string): Promise<Mediator[]> {
  const rows = await db.many(serving, organisationId, context.now())
  const found: Mediator[] = []
  for (const row of rows) {
    const person = await readPerson(context, db, row.account_id)
    if (person)
      found.push({
        id: row.account_id,
        name: person.name ?? '人民调解员',
        fullTime: row.full_time ?? false,
        types: row.types ?? [],
        intro: row.intro,
        since: row.since,
        active: row.active ?? true,
        load: row.load,
        overdue: row.overdue,
      })
  }
  return found
}

/** Those who can be chosen. */
export const mediatorsOf = async (context: Context, db: Db, organisationId: string): Promise<Mediator[]> =>
  (await allMediatorsOf(context, db, organisationId)).filter(({ active }) => active)
