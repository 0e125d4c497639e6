import { sql } from '../db/sql.ts'
import { COLUMNS, existsOn, type RegionRow } from './row.ts'

type Way = {
  /** What is compared, from its beginning. */
  column: 'key' | 'initials' | 'pinyin'
  /** Where all names within `t` are looked through, because the index of beginnings does not help. */
  through: string
  matches: string
}

/** Of many places that begin alike, the larger ones are followed. */
const STEPS = 200

/**
 * Takes apart what was typed into beginnings of names, each below the one before (溆浦卢峰: 溆浦县, then 卢峰镇).
 * A space says where to part; otherwise every place from the second letter on is tried. What leads to a place
 * with nothing left over gives the places directly below it, after all others.
 */
const path = ({ column, through, matches }: Way) => `
  with recursive trail (code, level, rest) as (
    select '000000000000'::char(12), 0, $1::text
    union
    select a.code, a.level::int, ltrim(substr(t.rest, cut + 1))
    from trail t
    cross join lateral (select nullif(strpos(t.rest, ' '), 0) - 1 as space) s
    cross join lateral (
      select r.code, r.level, r.${column} from region r
      where r.level < 5 and left(r.${column}, 2) = left(t.rest, 2)
        and starts_with(r.${column}, left(t.rest, coalesce(space, 2)))
        and r.code > t.code and r.code <= region_last(t.code, t.level) and ${existsOn('$2')}
      order by r.level, r.code limit ${STEPS}) a
    cross join lateral generate_series(coalesce(space, 2), coalesce(space, length(t.rest))) cut
    where t.rest <> '' and starts_with(a.${column}, left(t.rest, cut))
  ), head as (select * from trail where level > 0),
  found as (
    select b.code, case when rest in (b.${column}, b.short) then 0 else 1 end as rank
    from head t join lateral (
      select r.code, r.${column}, r.short from region r
      where left(r.${column}, 2) = left(t.rest, 2) and starts_with(r.${column}, t.rest)
        and r.code > t.code and r.code <= region_last(t.code, t.level) and ${existsOn('$2')}
      order by r.code limit 100) b on t.rest <> ''
    union all
    select i.code, 2 from head t join lateral (
      select r.code from region r
      where r.code > t.code and r.code <= region_last(t.code, t.level) and ${matches} and ${existsOn('$2')}
      order by r.code limit 100) i on t.rest <> '' and (${through})
    union all
    select c.code, 3 from head t join region c on c.parent = t.code where t.rest = ''
  ), best as (select code, min(rank) as rank from found group by code)
  select ${COLUMNS} from best join region r using (code)
  where ${existsOn('$2')} order by best.rank, r.level, length(r.path), r.code limit $3`

const beginning = (column: 'initials' | 'pinyin'): Way => ({
  column,
  through: 'length(t.rest) = 1',
  matches: `starts_with(r.${column}, t.rest)`,
})

/** Once the county is known, its names are few enough to look for the last part anywhere in them. */
const names: Way = {
  column: 'key',
  through: 't.level >= 3 or length(t.rest) = 1',
  matches: 'strpos(r.key, t.rest) > 0',
}

export const byPath = sql<RegionRow>('region_by_path', path(names))
export const byInitialsPath = sql<RegionRow>('region_by_initials_path', path(beginning('initials')))
export const byPinyinPath = sql<RegionRow>('region_by_pinyin_path', path(beginning('pinyin')))
