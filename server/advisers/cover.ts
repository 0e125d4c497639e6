import { type Day, dayOf, type Instant } from '#domain/day'
import { type Cover, chainOf, type Link, type Stage } from '#domain/inquiry'
import { WHY } from '#domain/inquiry-words'
import { type Db, sql } from '../db/sql.ts'
import { inForce, onLeave, serves } from './sql.ts'

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
  substitute_away: boolean | null
  lawyers_id: string | null
  lawyers_name: string | null
  lawyers_region: string | null
  hotline_id: string | null
  hotline_name: string | null
  hotline_region: string | null
}

/** The nearest body `alias` of a village `r`, its town's before its county's, in which somebody serves in such a role. */
const nearest = (
  alias: string,
  roles: string,
) => `left join lateral (select o.id, o.name, o.region_code from organisation o
     where o.active and o.kind = 'hotline'
       and o.region_code in (${[9, 6, 4, 2].map((digits) => `rpad(left(r.code, ${digits}), 12, '0')`).join(', ')})
       and exists (select from staff_role g where g.organisation_id = o.id and g.role in (${roles}) and g.ended_at is null)
     order by o.region_code desc, o.id limit 1) ${alias} on true`

/** Who covers these villages on a day; whoever stands in for a leave before whoever always does, if they are there. A village costs a handful of index look-ups, however many there are. */
const find = sql<Row>(
  'adviser_cover',
  `select r.code as village, r.name, r.path,
     a.id as adviser_id, a.account_id as adviser_account, a.name as adviser_name,
     a.organisation_id as adviser_organisation, ao.region_code as adviser_region, l.to_day as away_until,
     s.id as substitute_id, s.account_id as substitute_account, s.name as substitute_name,
     s.organisation_id as substitute_organisation, so.region_code as substitute_region,
     s.away as substitute_away,
     y.id as lawyers_id, y.name as lawyers_name, y.region_code as lawyers_region,
     h.id as hotline_id, h.name as hotline_name, h.region_code as hotline_region
   from unnest($1::char(12)[]) with ordinality as asked (code, place)
   join region r on r.code = asked.code and r.level = 5 and r.valid_from <= $2 and (r.valid_to is null or r.valid_to > $2)
   left join lateral (select v.adviser_id, v.substitute_id from adviser_village v
     where v.village = r.code and ${inForce('v', '$2')}
     order by v.from_day desc limit 1) v on true
   left join adviser a on a.id = v.adviser_id and ${serves('a')}
   left join organisation ao on ao.id = a.organisation_id
   left join lateral (select x.to_day, x.substitute_id from adviser_leave x
     where x.adviser_id = a.id and ${onLeave('x', '$2')} order by x.to_day desc limit 1) l on true
   left join lateral (select s.id, s.account_id, s.name, s.organisation_id,
       exists (select from adviser_leave x where x.adviser_id = s.id and ${onLeave('x', '$2')}) as away
     from adviser s where s.id in (l.substitute_id, v.substitute_id) and ${serves('s')}
     order by away, s.id is distinct from l.substitute_id limit 1) s on true
   left join organisation so on so.id = s.organisation_id
   ${nearest('y', `'duty_lawyer'`)}
   ${nearest('h', `'hotline_operator', 'hotline_head'`)}
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
    row.substitute_account === null
      ? null
      : { accountId: row.substitute_account, away: row.substitute_away === true },
  dutyLawyer: row.lawyers_id !== null,
  hotline: row.hotline_id !== null,
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
    duty_lawyer: { id: null, name: row.lawyers_name },
    hotline: { id: null, name: row.hotline_name },
  }
  const bodies = {
    adviser: bodyIn(row.adviser_organisation, row.adviser_region),
    substitute: bodyIn(row.substitute_organisation, row.substitute_region),
    duty_lawyer: bodyIn(row.lawyers_id, row.lawyers_region),
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
