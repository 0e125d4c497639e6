import { type Db, sql } from '../db/sql.ts'

/** More names than this share a term before its first places are kept ready. */
const COMMON = 200
/** As many as a search may ask for. */
const KEPT = 100
/** Nothing longer is common: 社区居民委员会 has seven letters. */
const LONGEST = 12

const clear = sql('region_suggestion_clear', 'delete from region_suggestion')

const places = `
  create temp table place on commit drop as
  select code, key, short, initials, pinyin, (row_number() over (order by level, length(path), code))::int as place
  from region where valid_to is null`

/** Keeps the first places of every term that is common in `matches` (term, place, rank). */
const firstOf = (matches: string) => `
  with matched as materialized (${matches}),
  common as (select term from matched group by term having count(*) > ${COMMON}),
  numbered as (
    select term, place, row_number() over (partition by term order by rank, place) as number
    from matched join common using (term)
  )
  insert into region_suggestion
  select term, array_agg(p.code order by number) from numbered join place p using (place)
  where number <= ${KEPT} group by term
  on conflict do nothing`

/** Parts of names, $1 letters long. A part is common only if its beginning is: each round looks only there. */
const parts = sql(
  'region_suggestion_parts',
  firstOf(`
    select substr(p.key, at, $1) as term, p.place,
      min(case when substr(p.key, at, $1) in (p.key, p.short) then 0 when at = 1 then 1 else 2 end) as rank
    from place p cross join lateral generate_series(1, length(p.key) - $1 + 1) at
    where $1 = 1 or exists (select from region_suggestion s where s.term = substr(p.key, at, $1 - 1))
    group by 1, 2`),
)

/** Beginnings of spellings, $1 letters long; initials and pinyin together, as they are typed alike. */
const spellings = sql(
  'region_suggestion_spellings',
  firstOf(`
    select left(spelling, $1) as term, p.place, min((length(spelling) > $1)::int) as rank
    from place p cross join lateral (values (p.initials), (p.pinyin)) as spelt (spelling)
    where length(spelling) >= $1 and left(spelling, $1) ~ '[a-z]'
      and ($1 = 1 or exists (select from region_suggestion s where s.term = left(spelling, $1 - 1)))
    group by 1, 2`),
)

/** What many names share is ranked once, here, so that a search never has to rank more than `COMMON` places. */
export async function rebuildSuggestions(
  tx: Db,
  progress: (done: number, of: number) => void,
): Promise<void> {
  await tx.run(clear)
  await tx.raw(places)
  await tx.raw('analyze place')
  for (const [turn, statement] of [parts, spellings].entries())
    for (let length = 1; length <= LONGEST; length++) {
      progress(turn * LONGEST + length - 1, 2 * LONGEST)
      if ((await tx.run(statement, length)) === 0) break
    }
}
