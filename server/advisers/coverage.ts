import { FIGURES, type FigureName } from '#contract/coverage'
import { type Actor, regionCovers, regionsOf, type StaffRole } from '#domain/actor'
import type { Duties } from '#domain/adviser'
import { addDays, addMonths, type Day, dayOf, type Instant } from '#domain/day'
import { invalid, Refusal } from '#domain/refusal'
import { LEVEL_DIGITS, LEVELS, levelOf } from '#domain/region'
import type { Context } from '../context.ts'
import { type Db, type Statement, sql } from '../db/sql.ts'
import { FIGURE_ROWS, figureWords } from './figures.ts'
import { rangeOf } from './ledger.ts'
import { inForce, serves, takesPlace } from './sql.ts'

const MANAGERS: readonly StaffRole[] = ['township_officer', 'bureau_officer', 'city_admin']

/** Not every question uses every value: here they get their types. */
const VALUES = `(select $1::char(12), $2::char(12), $3::date, $4::date, $5::date, $6::int, $7::int) asked`

const statements = <Row>(name: string, around: (rows: string) => string) =>
  Object.fromEntries(
    FIGURES.map((figure) => [figure, sql<Row>(`figure_${name}_${figure}`, around(FIGURE_ROWS[figure]))]),
  ) as Record<FigureName, Statement<Row>>

/** By place: the first $8 digits of the village. */
const count = statements<{ place: string; value: number }>(
  'count',
  (rows) =>
    `select left(f.village, $8) as place, sum(f.n)::int as value from (${rows}) f cross join ${VALUES} group by 1`,
)

type ListRow = {
  place: string
  village: string
  path: string
  village_name: string
  n: number
  adviser_id: string | null
  adviser_name: string | null
  number: string | null
  line_id: string | null
}
const KEY = `f.village || ' ' || coalesce(f.line_id, f.case_id, f.adviser_id, '')`
const list = statements<ListRow>(
  'list',
  (rows) => `select ${KEY} as place, f.village, r.path, r.name as village_name, f.n, f.adviser_id,
     a.name as adviser_name, c.number, f.line_id
   from ${VALUES} cross join (${rows}) f join region r on r.code = f.village left join adviser a on a.id = f.adviser_id
     left join case_file c on c.id = f.case_id
   where ($8::text is null or ${KEY} > $8) order by ${KEY} limit $9`,
)
const place = sql<{ code: string; name: string; path: string }>(
  'coverage_place',
  'select code, name, path from region where code = $1 and valid_to is null',
)
const below = sql<{ code: string; name: string; path: string }>(
  'coverage_below',
  'select code, name, path from region where parent = $1 and valid_to is null order by code',
)

type Asked = { region?: string | undefined; month?: string | undefined }

/** The place asked for, or the manager's own. @throws Refusal `not_yours` for a place of somebody else */
function regionOf({ grants }: Actor, region: string | undefined): string {
  const own = grants.filter(({ role }) => MANAGERS.includes(role))
  const code = region ?? own[0]?.regionCode
  if (!code || !own.some(({ regionCode }) => regionCovers(regionCode, code))) throw new Refusal('not_yours')
  return code
}

const monthOf = ({ month }: Asked, now: Instant) => month ?? dayOf(now).slice(0, 7)

/** Who served in a month is asked of its last day, while it runs of today. */
function judgedOn(month: string, today: Day): Day {
  const last = addDays(addMonths(`${month}-01`, 1), -1)
  return last < today ? last : today
}

function valuesOf(region: string, month: string, today: Day, duties: Duties): unknown[] {
  const first = `${month}-01`
  const { visits_month, max_villages } = duties
  return [...rangeOf(region), first, addMonths(first, 1), judgedOn(month, today), visits_month, max_villages]
}

type Figure = { figure: FigureName; text: string; meaning: string; value: number; of: number | null }

function figuresOf(values: ReadonlyMap<FigureName, number>, duties: Duties): Figure[] {
  const words = figureWords(duties)
  return FIGURES.map((figure) => {
    const { text, meaning, of } = words[figure]
    return { figure, text, meaning, value: values.get(figure) ?? 0, of: of ? (values.get(of) ?? 0) : null }
  })
}

export async function coverageOf({ database: db, env }: Context, caller: Actor, asked: Asked, now: Instant) {
  const region = regionOf(caller, asked.region)
  const known = await db.one(place, region)
  if (!known) throw invalid({ region: '没有这个地区，请重新选择' })
  const month = monthOf(asked, now)
  const places = await db.many(below, region)
  const next = LEVELS[LEVELS.indexOf(levelOf(region)) + 1] ?? 'village'
  const digits = LEVEL_DIGITS[next]
  const byPlace = new Map<string, Map<FigureName, number>>()
  const total = new Map<FigureName, number>()
  for (const figure of FIGURES)
    for (const row of await db.many(
      count[figure],
      ...valuesOf(region, month, dayOf(now), env.adviserDuties),
      digits,
    )) {
      total.set(figure, (total.get(figure) ?? 0) + row.value)
      byPlace.set(row.place, (byPlace.get(row.place) ?? new Map()).set(figure, row.value))
    }
  return {
    region: known,
    month,
    figures: figuresOf(total, env.adviserDuties),
    places: places.map((one) => ({
      place: one,
      figures: figuresOf(byPlace.get(one.code.slice(0, digits)) ?? new Map(), env.adviserDuties),
    })),
  }
}

type Paged = Asked & { limit: number; cursor?: string | undefined }

export async function listBehind(
  { database, env }: Context,
  caller: Actor,
  figure: string,
  asked: Paged,
  now: Instant,
) {
  const known = FIGURES.find((one) => one === figure)
  if (!known) throw new Refusal('not_found')
  const { limit, cursor } = asked
  if (cursor !== undefined && !/^\d{12} [\w-]{0,64}$/.test(cursor)) throw new Refusal('malformed')
  const region = regionOf(caller, asked.region)
  const values = valuesOf(region, monthOf(asked, now), dayOf(now), env.adviserDuties)
  const rows = await database.many(list[known], ...values, cursor ?? null, limit + 1)
  const page = rows.slice(0, limit)
  return {
    items: page.map((row) => ({
      id: row.place,
      title: known === 'overloaded' ? (row.adviser_name ?? '') : (row.number ?? row.village_name),
      text: [row.path, row.adviser_name, row.n > 1 ? `${row.n} 次` : null].filter(Boolean).join(' · '),
      villageCode: row.village,
      adviserId: row.adviser_id,
      caseNumber: row.number,
    })),
    next: rows.length > limit ? (page.at(-1)?.place ?? null) : null,
  }
}

const gaps = sql<{
  code: string
  name: string
  path: string
  adviser_id: string | null
  adviser_name: string | null
}>(
  'adviser_gaps',
  `select r.code, r.name, r.path, a.id as adviser_id, a.name as adviser_name
   from unnest($1::text[], $2::text[]) as s(lo, hi) join region r on r.code between s.lo and s.hi and r.level = 5 and r.valid_to is null
   left join adviser_village v on v.village = r.code and ${inForce('v', '$5')}
   left join adviser a on a.id = v.adviser_id and ${serves('a')}
   where not exists (select from visit w where w.village = r.code and ${takesPlace('w', '$6')}
     and w.starts_at >= $3::date and w.starts_at < $4::date)
   order by r.code limit 500`,
)

const WATCHERS: readonly StaffRole[] = [...MANAGERS, 'village_contact']

/** Villages of one's place to which nobody came this month, and nobody will. */
export async function gapsOf(db: Db, caller: Actor, month: string | undefined, now: Instant) {
  const ranges = regionsOf(caller, WATCHERS).map(rangeOf)
  const asked = monthOf({ month }, now)
  const first = `${asked}-01`
  const rows = await db.many(
    gaps,
    ranges.map(([low]) => low),
    ranges.map(([, high]) => high),
    first,
    addMonths(first, 1),
    judgedOn(asked, dayOf(now)),
    now,
  )
  return rows.map(({ code, name, path, adviser_id, adviser_name }) => ({
    village: { code, name, path },
    adviserId: adviser_id,
    adviserName: adviser_name,
    text: adviser_name ? `${adviser_name}本月还没有安排进村` : '还没有法律顾问',
  }))
}
