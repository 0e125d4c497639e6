import { regionsOf } from '#domain/actor'
import { COMPLAINT } from '#domain/aid-terms'
import type { Instant } from '#domain/day'
import { countyOf, stemOf } from '#domain/region'
import { lastDayFrom } from '../cases/clocks.ts'
import type { Context } from '../context.ts'
import { sql } from '../db/sql.ts'
import type { Caller } from '../session/authenticate.ts'

type Row = { id: string; number: string; organisation: string; at: Instant; about: string | null }

const unanswered = sql<Row>(
  'aid_complaints',
  `select c.id, c.number, o.name as organisation, e.at, e.facts->>'about' as about
   from case_file c join organisation o on o.id = c.organisation_id
     join case_event e on e.case_id = c.id and e.action = 'complain'
   where c.county = $1 and c.kind = 'legal_aid' and c.region_code like $2
     and not exists (select from case_event a
       where a.case_id = c.id and a.seq > e.seq and a.action = 'answer_complaint')
   order by e.at, c.id limit 200`,
)

const nameOf = (about: string | null): string =>
  (COMPLAINT as Readonly<Record<string, string>>)[about ?? ''] ?? COMPLAINT.other

/** In the places that the officer watches over. */
export async function complaintsFor(context: Context, caller: Caller) {
  const places = regionsOf(caller, ['bureau_officer'])
  const pages = await Promise.all(
    places.map((place) => context.database.many(unanswered, countyOf(place), `${stemOf(place)}%`)),
  )
  return pages.flat().map(({ id, number, organisation, at, about }) => ({
    caseId: id,
    number,
    organisation,
    at,
    about: nameOf(about),
    dueOn: lastDayFrom(context, 'LP-33', at),
  }))
}
