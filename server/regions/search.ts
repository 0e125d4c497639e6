import type { Day } from '#domain/day'
import { type Db, sql } from '../db/sql.ts'
import { plain } from './key.ts'
import { COLUMNS, EXISTS, type RegionRow } from './row.ts'

/**
 * Places whose own name has `$1` in it. What more than `COMMON` share lies ready in rank order;
 * the rest is so little that it is ranked here. So the work does not grow with the country.
 */
const named = (matches: string, exact: string, begins: string) => `
  with listed as (select codes from region_suggestion where term = $1)
  (select ${COLUMNS} from listed cross join unnest(codes) with ordinality as ready (code, place)
     join region r using (code)
   where ${EXISTS} order by place limit $3)
  union all
  (select ${COLUMNS} from region r
   where not exists (select from listed) and ${matches} and ${EXISTS}
   order by ${exact} desc, ${begins} desc, level, length(path), code limit $3)`

const byName = sql<RegionRow>(
  'region_by_name',
  named(
    'region_grams(r.key) @> $4::text[] and strpos(r.key, $1) > 0',
    '(r.key = $1 or r.short = $1)',
    'starts_with(r.key, $1)',
  ),
)
// '{' follows 'z'.
const bySpelling = sql<RegionRow>(
  'region_by_spelling',
  named(
    `(r.initials >= $1 and r.initials < $1 || '{' or r.pinyin >= $1 and r.pinyin < $1 || '{')`,
    '(r.initials = $1 or r.pinyin = $1)',
    'true',
  ),
)

/**
 * Places by their path: what was typed is taken apart into beginnings of names, each below the one before
 * (溆浦卢峰: 溆浦县, then 卢峰镇). A space says where to part; otherwise every place of two letters or more is tried.
 * The last part may stand anywhere in the name when a county is known. What was typed whole gives the places below.
 */
const path = (column: string, anywhere: string, scan: string) => `
  with recursive trail (code, level, rest) as (
    select '000000000000'::char(12), 0, $1::text
    union
    select a.code, a.level::int, ltrim(substr(t.rest, cut + 1))
    from trail t
    cross join lateral (select nullif(strpos(t.rest, ' '), 0) - 1 as space) s
    cross join lateral generate_series(coalesce(space, 2), coalesce(space, length(t.rest))) cut
    join region a on a.level < 5 and left(a.${column}, 2) = left(t.rest, 2)
      and a.code > t.code and a.code <= region_last(t.code, t.level)
      and starts_with(a.${column}, left(t.rest, cut)) and ${EXISTS.replaceAll('r.', 'a.')}
    where t.rest <> ''
  ), head as (select * from trail where level > 0),
  found as (
    select b.code, case when rest in (b.${column}, b.short) then 0 else 1 end as rank
    from head t join lateral (
      select r.code, r.${column}, r.short from region r
      where left(r.${column}, 2) = left(t.rest, 2) and r.code > t.code and r.code <= region_last(t.code, t.level)
        and starts_with(r.${column}, t.rest) and ${EXISTS}
      order by r.code limit 100) b on t.rest <> ''
    union all
    select i.code, 2 from head t join lateral (
      select r.code from region r
      where r.code > t.code and r.code <= region_last(t.code, t.level) and ${anywhere} and ${EXISTS}
      order by r.code limit 100) i on t.rest <> '' and (${scan})
    union all
    select c.code, 3 from head t join region c on c.parent = t.code where t.rest = ''
  ), best as (select code, min(rank) as rank from found group by code)
  select ${COLUMNS} from best join region r using (code)
  where ${EXISTS} order by best.rank, r.level, length(r.path), r.code limit $3`

const byPath = sql<RegionRow>(
  'region_by_path',
  path('key', 'strpos(r.key, t.rest) > 0', 't.level >= 3 or length(t.rest) = 1'),
)
const byInitialsPath = sql<RegionRow>(
  'region_by_initials_path',
  path('initials', 'starts_with(r.initials, t.rest)', 'length(t.rest) = 1'),
)

const isSpelling = (text: string) => /^[a-z0-9 ]*[a-z][a-z0-9 ]*$/.test(text)

/** Every letter pair; a single letter as it is. */
const grams = (text: string) => {
  const letters = [...text]
  return letters.length < 2 ? letters : letters.slice(1).map((letter, at) => `${letters[at]}${letter}`)
}

/** First by own name, then by path; a text with a space is meant as a path. */
export async function searchRegions(db: Db, text: string, limit: number, today: Day): Promise<RegionRow[]> {
  const words = text.split(/\s+/).map(plain).filter(Boolean)
  const joined = words.join('')
  if (!joined) return []
  const spelt = isSpelling(joined)
  const own = () =>
    spelt ? db.many(bySpelling, joined, today, limit) : db.many(byName, joined, today, limit, grams(joined))
  const along = () => db.many(spelt ? byInitialsPath : byPath, words.join(' '), today, limit)
  const found = new Map<string, RegionRow>()
  for (const step of words.length > 1 ? [along, own] : [own, along]) {
    for (const row of await step()) if (!found.has(row.code)) found.set(row.code, row)
    if (found.size >= limit) break
  }
  return [...found.values()].slice(0, limit)
}
