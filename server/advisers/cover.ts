import { type Day, dayOf, type Instant } from '#domain/day'
import { type Cover, chainOf, type Link, type Stage } from '#domain/inquiry'
import { WHY } from '#domain/inquiry-words'
import { type Db, sql } from '../db/sql.ts'

type Row = {
  village: string
  name: string
  path: string
  adviser_id: string | null
  adviser_account: string | null
  adviser_name: string | null
  adviser_organisation: string | null
  adviser_region: string | null
  away_until: Day | null
  substitute_id: string | null
  substitute_account: string | null
  substitute_name: string | null
  substitute_organisation: string | null
  substitute_region: string | null
  substitute_away: boolean
  hotline_id: string | null
  hotline_name: string | null
  hotline_region: string | null
  lawyers: boolean
  operators: boolean
}

/** Still an adviser, with the role that opens cases. */
const serves = (alias: string) => `${alias}.active and exists (select from staff_role g
    where g.account_id = ${alias}.account_id and g.role = 'village_adviser' and g.ended_at is null
      and g.organisation_id = ${alias}.organisation_id)`

const works = (roles: string) => `exists (select from staff_role g
    where g.organisation_id = h.id and g.role in (${roles}) and g.ended_at is null)`

/** Who covers these villages on a day. A village costs a handful of index look-ups, however many there are. */
const find = sql<Row>(
  'adviser_cover',
  `select r.code as village, r.name, r.path,
     a.id as adviser_id, a.account_id as adviser_account, a.name as adviser_name,
     a.organisation_id as adviser_organisation, ao.region_code as adviser_region, l.to_day as away_until,
     s.id as substitute_id, s.account_id as substitute_account, s.name as substitute_name,
     s.organisation_id as substitute_organisation, so.region_code as substitute_region,
     exists (select from adviser_leave x where x.adviser_id = s.id and x.from_day <= $2 and x.to_day >= $2)
       as substitute_away,
     h.id as hotline_id, h.name as hotline_name, h.region_code as hotline_region,
     ${works(`'duty_lawyer'`)} as lawyers, ${works(`'hotline_operator', 'hotline_head'`)} as operators
   from unnest($1::char(12)[]) with ordinality as asked (code, place)
   join region r on r.code = asked.code and r.level = 5 and r.valid_from <= $2 and (r.valid_to is null or r.valid_to > $2)
   left join lateral (select v.adviser_id, v.substitute_id from adviser_village v
     where v.village = r.code and v.from_day <= $2 and (v.to_day is null or v.to_day >= $2)
     order by v.from_day desc limit 1) v on true
   left join adviser a on a.id = v.adviser_id and ${serves('a')}
   left join organisation ao on ao.id = a.organisation_id
   left join lateral (select x.to_day, x.substitute_id from adviser_leave x
     where x.adviser_id = a.id and x.from_day <= $2 and x.to_day >= $2 order by x.to_day desc limit 1) l on true
   left join adviser s on s.id = coalesce(l.substitute_id, v.substitute_id) and ${serves('s')}
   left join organisation so on so.id = s.organisation_id
   left join lateral (select o.id, o.name, o.region_code from organisation o
     where o.active and o.kind = 'hotline'
       and o.region_code in (rpad(left(r.code, 6), 12, '0'), rpad(left(r.code, 4), 12, '0'), rpad(left(r.code, 2), 12, '0'))
     order by o.region_code desc, o.id limit 1) h on true
   order by asked.place`,
)

export type Body = { id: string; regionCode: string }

/** Who answers for a village on a day, and who comes after them. */
export type VillageCover = {
  village: { code: string; name: string; path: string }
  chain: Link[]
  /** The first of the chain; the hotline, by telephone alone, where there is none. */
  first: Stage
  why: string
  /** Whose name stands at this place of the line. */
  nameOf(stage: Stage): string | null
  adviserIdOf(stage: Stage): string | null
  /** The body in whose name it is answered there. */
  bodyOf(stage: Stage): Body | null
}

const coverIn = (row: Row): Cover => ({
  adviser:
    row.adviser_account === null ? null : { accountId: row.adviser_account, away: row.away_until !== null },
  substitute:
    row.substitute_account === null ? null : { accountId: row.substitute_account, away: row.substitute_away },
  dutyLawyer: row.lawyers,
  hotline: row.operators,
})

const spokenDate = (day: Day | null) =>
  day === null ? undefined : `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`

const bodyIn = (id: string | null, regionCode: string | null): Body | null =>
  id !== null && regionCode !== null ? { id, regionCode } : null

function coverOfRow(row: Row): VillageCover {
  const cover = coverIn(row)
  const chain = chainOf(cover)
  const first = chain[0]?.stage ?? 'hotline'
  const people = {
    adviser: { id: row.adviser_id, name: row.adviser_name },
    substitute: { id: row.substitute_id, name: row.substitute_name },
    duty_lawyer: { id: null, name: row.hotline_name },
    hotline: { id: null, name: row.hotline_name },
  }
  const bodies = {
    adviser: bodyIn(row.adviser_organisation, row.adviser_region),
    substitute: bodyIn(row.substitute_organisation, row.substitute_region),
    duty_lawyer: bodyIn(row.hotline_id, row.hotline_region),
    hotline: bodyIn(row.hotline_id, row.hotline_region),
  }
  return {
    village: { code: row.village, name: row.name, path: row.path },
    chain,
    first,
    why: WHY[first](cover, {
      adviser: row.adviser_name ?? undefined,
      substitute: row.substitute_name ?? undefined,
      until: spokenDate(row.away_until),
    }),
    nameOf: (stage) => people[stage].name,
    adviserIdOf: (stage) => people[stage].id,
    bodyOf: (stage) => bodies[stage],
  }
}

/** In the order asked for; what is no village today is left out. */
export const coversOf = async (db: Db, villages: readonly string[], today: Day): Promise<VillageCover[]> =>
  (await db.many(find, villages, today)).map(coverOfRow)

/** Undefined when there is no such village. */
export const coverOf = async (db: Db, village: string, today: Day): Promise<VillageCover | undefined> =>
  (await coversOf(db, [village], today))[0]

/** Who has what comes from a village today: its adviser, else the substitute. */
export async function adviserAccountOf(db: Db, village: string, now: Instant): Promise<string | null> {
  const cover = await coverOf(db, village, dayOf(now))
  return cover?.chain.find(({ accountId }) => accountId !== null)?.accountId ?? null
}
