import type { Day } from '#domain/day'
import { type Db, sql } from '../db/sql.ts'
import { grams, isSpelling } from '../search/grams.ts'
import { plain } from '../search/key.ts'
import { byInitialsPath, byPath, byPinyinPath } from './path.ts'
import { COLUMNS, existsOn, type RegionRow } from './row.ts'

// What many names share lies ready in order of rank; the rest is so little that it is ranked when asked.
// So the work of a search does not grow with the country.

const ready = sql<RegionRow>(
  'region_ready',
  `select ${COLUMNS}
   from region_suggestion s cross join unnest(s.codes) with ordinality as listed (code, place)
   join region r using (code)
   where s.term = $1 and place <= $3 and ${existsOn('$2')} order by place`,
)
const byName = sql<RegionRow>(
  'region_by_name',
  `select ${COLUMNS} from region r
   where region_grams(r.key) @> (select $4::text[]) and strpos(r.key, $1) > 0 and ${existsOn('$2')}
   order by r.key <> $1 and r.short <> $1, not starts_with(r.key, $1), r.level, length(r.path), r.code
   limit $3`,
)
// '{' follows 'z'.
const bySpelling = sql<RegionRow>(
  'region_by_spelling',
  `select ${COLUMNS} from region r
   where (r.initials >= $1 and r.initials < $1 || '{' or r.pinyin >= $1 and r.pinyin < $1 || '{') and ${existsOn('$2')}
   order by r.initials <> $1 and r.pinyin <> $1, r.level, length(r.path), r.code
   limit $3`,
)

type Ask = { db: Db; limit: number; today: Day }

async function named({ db, limit, today }: Ask, text: string): Promise<RegionRow[]> {
  const known = await db.many(ready, text, today, limit)
  if (known.length > 0) return known
  return isSpelling(text)
    ? db.many(bySpelling, text, today, limit)
    : db.many(byName, text, today, limit, grams(text))
}

async function along({ db, limit, today }: Ask, words: readonly string[]): Promise<RegionRow[]> {
  const text = words.join(' ')
  if (!isSpelling(words.join(''))) return db.many(byPath, text, today, limit)
  const found = await db.many(byInitialsPath, text, today, limit)
  return found.length > 0 ? found : db.many(byPinyinPath, text, today, limit)
}

/** A text with a space is meant as a path, from the large to the small; if that finds nothing, the other way round. */
async function alongWords(ask: Ask, words: readonly string[]): Promise<RegionRow[]> {
  for (const order of [words, words.toReversed()]) {
    const found = await along(ask, order)
    if (found.length > 0) return found
  }
  return named(ask, words.join(''))
}

/** Places that have it in their own name come first, then those that it leads to. */
async function alongLetters(ask: Ask, text: string): Promise<RegionRow[]> {
  const own = await named(ask, text)
  if (own.length >= ask.limit || text.length < 2) return own
  const found = new Map([...own, ...(await along(ask, [text]))].map((row) => [row.code, row]))
  return [...found.values()].slice(0, ask.limit)
}

/**
 * Exact names, then names that begin with it, then names that have it somewhere; within each the larger place,
 * then the shorter path. Width, case and further spaces do not matter.
 */
export async function searchRegions(db: Db, text: string, limit: number, today: Day): Promise<RegionRow[]> {
  const words = text.split(/\s+/).map(plain).filter(Boolean)
  const [first] = words
  if (first === undefined) return []
  const ask = { db, limit, today }
  return words.length > 1 ? alongWords(ask, words) : alongLetters(ask, first)
}
