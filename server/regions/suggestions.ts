import { type Db, sql } from '../db/sql.ts'

/** More names than this share a term before its first places are kept ready. */
export const COMMON = 500
/** As many as a search may ask for. */
export const KEPT = 100

const LONGEST = 12

const clear = sql('region_suggestion_clear', 'delete from region_suggestion')

/**
 * The commonest parts of names of one length. A part is common only if its beginning is,
 * so each round looks only where the round before found something.
 */
const parts = sql(
  'region_suggestion_parts',
  `insert into region_suggestion
   ${firstOf(`
     select distinct on (term, code) substr(r.key, at, $1) as term, r.code, r.place,
       case when substr(r.key, at, $1) in (r.key, r.short) then 0 when at = 1 then 1 else 2 end as rank
     from ranked r cross join lateral generate_series(1, length(r.key) - $1 + 1) at
     where $1 = 1 or exists (select from region_suggestion s where s.term = substr(r.key, at, $1 - 1))
     order by term, code, rank`)}`,
)

/** The commonest beginnings of a spelling: initials and pinyin together, as they are typed alike. */
const spellings = sql(
  'region_suggestion_spellings',
  `insert into region_suggestion
   ${firstOf(`
     select term, code, place, min(rank) as rank from (
       select left(spelling, $1) as term, r.code, r.place, (length(spelling) > $1)::int as rank
       from ranked r cross join lateral (values (r.initials), (r.pinyin)) as spelt (spelling)
       where length(spelling) >= $1
         and ($1 = 1 or exists (select from region_suggestion s where s.term = left(spelling, $1 - 1)))
     ) typed
     where term ~ '[a-z]' group by term, code, place`)}
   on conflict do nothing`,
)

function firstOf(matches: string): string {
  return `
   with ranked as materialized (
     select code, key, short, initials, pinyin,
       row_number() over (order by level, length(path), code) as place
     from region where valid_to is null
   ), matched as materialized (${matches}),
   common as (select term from matched group by term having count(*) > ${COMMON}),
   numbered as (
     select term, code, row_number() over (partition by term order by rank, place) as number
     from matched join common using (term)
   )
   select term, array_agg(code order by number) from numbered where number <= ${KEPT} group by term`
}

/** What many names share is ranked once, here, so that a search never has to rank more than `COMMON` places. */
export async function rebuildSuggestions(tx: Db): Promise<void> {
  await tx.run(clear)
  for (let length = 1; length <= LONGEST; length++) if ((await tx.run(parts, length)) === 0) break
  for (let length = 1; length <= LONGEST; length++) if ((await tx.run(spellings, length)) === 0) break
}
