import { sql } from '../db/sql.ts'

// From what was read (`incoming`) to what is known (`region`); $1 is the day of which the list speaks.

export const kept = sql<{ kept: number }>(
  'region_kept',
  `select count(*) as kept from incoming i join region r using (code)
   where (r.valid_from > $1 or r.valid_to > $1)
     and (r.valid_to is not null or (r.name, r.parent) is distinct from (i.name, i.parent))`,
)
/** A row that the list may change: nothing newer is known of it. */
const OLDER = 'r.valid_from <= $1 and coalesce(r.valid_to, r.valid_from) <= $1'

export const keepFormer = sql(
  'region_keep_former',
  `insert into region_former (code, name, path, valid_from, valid_to)
   select r.code, r.name, r.path, r.valid_from, coalesce(r.valid_to, $1)
   from incoming i join region r using (code)
   where ${OLDER} and (r.valid_to is not null or (r.name, r.parent) is distinct from (i.name, i.parent))
   on conflict do nothing`,
)
export const rename = sql<{ code: string; before: string; after: string }>(
  'region_rename',
  `update region r
   set name = i.name, parent = i.parent, path = i.path, valid_from = $1
   from incoming i join region before using (code)
   where r.code = i.code and r.valid_to is null and ${OLDER}
     and (r.name, r.parent) is distinct from (i.name, i.parent)
   returning r.code, before.path as before, r.path as after`,
)
export const reopen = sql(
  'region_reopen',
  `update region r
   set name = i.name, parent = i.parent, path = i.path, valid_from = $1, valid_to = null, replaced_by = null
   from incoming i where r.code = i.code and r.valid_to is not null and ${OLDER}`,
)
/** Also when only the way of spelling has changed, by a newer version of this program. */
export const respell = sql(
  'region_respell',
  `update region r set key = i.key, short = i.short, initials = i.initials, pinyin = i.pinyin
   from incoming i
   where r.code = i.code and r.name = i.name
     and (r.key, r.short, r.initials, r.pinyin) is distinct from (i.key, i.short, i.initials, i.pinyin)`,
)
export const add = sql(
  'region_add',
  `insert into region (code, name, level, parent, path, key, short, initials, pinyin, valid_from)
   select code, name, level, parent, path, key, short, initials, pinyin, $1 from incoming i
   where left(code, 2) = $2 and not exists (select from region r where r.code = i.code)
   order by code`,
)
export const listedProvinces = sql<{ province: string }>(
  'region_listed_provinces',
  'select distinct left(code, 2) as province from incoming order by 1',
)
/** A list is complete for the whole country ($2), or for every city of which it names something below. */
export const close = sql<{ code: string; path: string; replacedBy: string | null }>(
  'region_close',
  `update region r set valid_to = $1, replaced_by = (
     select i.code from incoming i join region n using (code)
     where i.parent = r.parent and i.name = r.name and n.valid_from = $1 limit 1)
   where r.valid_to is null and ${OLDER}
     and ($2 or left(r.code, 4) in (select left(code, 4) from incoming where level > 2))
     and not exists (select from incoming i where i.code = r.code)
   returning r.code, r.path, r.replaced_by as "replacedBy"`,
)
/** A new name of a town shows in the paths of its villages, level by level. */
export const repath = sql(
  'region_repath',
  `update region r set path = p.path || ' ' || r.name from region p
   where p.code = r.parent and r.level = $1 and r.path <> p.path || ' ' || r.name`,
)
