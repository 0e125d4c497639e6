import type { Average, Revisit } from '#contract/desk'
import { organisationsOf } from '#domain/actor'
import { type Day, dayOf } from '#domain/day'
import { hotline } from '#domain/hotline'
import { LEAST_RATINGS } from '#domain/rating'
import { Refusal } from '#domain/refusal'
import { readPerson } from '../accounts/person.ts'
import type { Casework } from '../cases/casework.ts'
import { before } from '../cases/once.ts'
import type { Viewer } from '../cases/present.ts'
import { commentPlace } from '../cases/rating.ts'
import { sql } from '../db/sql.ts'
import type { Ticket } from '../http/route.ts'
import { HEAD } from './head.ts'

type Row = {
  organisation_id: string
  name: string
  handler_id: string | null
  count: number
  average: number
}

/**
 * Of each house, and of each handler whom the caller may see: all for the head, else oneself. Only whole steps of $4
 * count, in the order in which they were given, so that no single mark can be told from two averages.
 */
const averages = sql<Row>(
  'desk_averages',
  `with mark as (
     select organisation_id, null as handler_id, score, at, case_id from rating where organisation_id = any($1)
     union all
     select organisation_id, handler_id, score, at, case_id from rating where organisation_id = any($1)
       and handler_id is not null and (handler_id = $3 or organisation_id = any($2))
   ), nth as (
     select *, row_number() over (partition by organisation_id, handler_id order by at, case_id) as n,
       count(*) over (partition by organisation_id, handler_id) as of_all from mark
   )
   select m.organisation_id, o.name, m.handler_id, count(*) as count, round(avg(m.score), 1)::float8 as average
   from nth m join organisation o on o.id = m.organisation_id where m.n <= m.of_all - m.of_all % $4
   group by m.organisation_id, o.name, m.handler_id
   order by m.handler_id is not null, m.organisation_id, m.handler_id`,
)

export async function averagesFor({ context }: Casework, { caller }: Viewer): Promise<Average[]> {
  const mine = organisationsOf(caller, hotline.readBy)
  const led = organisationsOf(caller, HEAD)
  const rows = await context.database.many(averages, mine, led, caller.accountId, LEAST_RATINGS)
  return Promise.all(
    rows.map(async ({ organisation_id, handler_id, name, count, average }) =>
      handler_id
        ? { of: 'handler', id: handler_id, name: await nameOf(handler_id), count, average }
        : { of: 'organisation', id: organisation_id, name, count, average },
    ),
  )

  async function nameOf(id: string) {
    return (await readPerson(context, context.database, id))?.name ?? null
  }
}

type RevisitRow = {
  id: string
  case_id: string
  number: string
  due_on: Day
  score: number
  comment: Buffer | null
  data_key: Buffer | null
}

const OPEN = `from revisit v join case_file c on c.id = v.case_id join rating r on r.case_id = v.case_id
  where v.organisation_id = any($1) and v.done_at is null and r.handler_id is distinct from $2
    and c.applicant_id <> $2`
const open = sql<RevisitRow>(
  'desk_revisits',
  `select v.id, v.case_id, c.number, v.due_on, r.score, r.comment, c.data_key ${OPEN}
   order by v.due_on, v.id limit 200`,
)
const one = sql<Pick<RevisitRow, 'id' | 'data_key' | 'case_id'>>(
  'desk_revisit',
  `select v.id, c.data_key, v.case_id ${OPEN} and v.id = $3 for update of v`,
)
const close = sql(
  'desk_revisit_close',
  'update revisit set done_at = $2, done_by = $3, result = $4 where id = $1',
)

/** Low marks to be asked about by anybody of the house but the handler, who does not see them (docs/rules.md, Ratings). */
export async function revisitsFor({ context }: Casework, { caller, now }: Viewer): Promise<Revisit[]> {
  const { database, vault } = context
  const rows = await database.many(open, organisationsOf(caller, hotline.readBy), caller.accountId)
  return rows.map(({ id, case_id, number, due_on, score, comment, data_key }) => ({
    id,
    caseId: case_id,
    number,
    dueOn: due_on,
    overdue: due_on < dayOf(now),
    score,
    comment:
      data_key && comment
        ? vault.unseal(vault.openKey(data_key, `case/${case_id}`), commentPlace(case_id), comment)
        : null,
  }))
}

export async function closeRevisit(
  { context }: Casework,
  id: string,
  result: string,
  { caller, now, ticket }: Viewer & { ticket: Ticket },
): Promise<void> {
  const { database, vault } = context
  await database.inTransaction(async (tx) => {
    if (await before(tx, ticket, id)) return
    const row = await tx.one(one, organisationsOf(caller, hotline.readBy), caller.accountId, id)
    if (!row?.data_key) throw new Refusal('not_found')
    const key = vault.openKey(row.data_key, `case/${row.case_id}`)
    await tx.run(close, id, now, caller.accountId, vault.seal(key, `revisit/${id}/result`, result))
  })
}
