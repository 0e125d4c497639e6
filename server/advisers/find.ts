import type { Adviser, FoundVillage, VillageAnswer } from '#contract/adviser'
import type { Region } from '#contract/region'
import { type Day, dayOf, type Instant } from '#domain/day'
import { promiseText, STAGE_NAME } from '#domain/inquiry-words'
import { invalid, Refusal } from '#domain/refusal'
import { limit } from '#domain/rules'
import { readVillageCode } from '#domain/village-code'
import type { Context } from '../context.ts'
import { sql } from '../db/sql.ts'
import { grams, isSpelling } from '../search/grams.ts'
import { plain } from '../search/key.ts'
import { coverOf, coversOf, type VillageCover } from './cover.ts'
import { profiles } from './profile.ts'
import { hasRules } from './rules.ts'
import { serves } from './sql.ts'

export type SearchPlaces = {
  search(text: string, limit: number, today: Day): Promise<Region[]>
  children(parent: string | null, today: Day): Promise<Region[]>
}

const villageOf = sql<{ village: string }>(
  'village_of_code',
  'select village from village_code where code = $1',
)

// Each question follows one index and stops early: what many share is not ranked as a whole, so the work does not grow
// with the country.

/** '{' follows 'z'. Whatever is spelt exactly so comes first, as the index has it. */
const spelt = (column: string, rank: number) =>
  `(select a.id, ${rank} as rank, a.${column} as word from adviser a
    where ${serves('a')} and a.${column} >= $1 and a.${column} < $1 || '{' order by a.${column} limit $2)`
const bySpelling = sql<{ id: string }>(
  'adviser_by_spelling',
  `select id from (${['initials', 'pinyin', 'firm_initials', 'firm_pinyin'].map(spelt).join(' union all ')}) found
   group by id order by min(rank), min(word), id limit $2`,
)
const exactly = sql<{ id: string }>(
  'adviser_by_exact_name',
  `select a.id from adviser a where ${serves('a')} and a.key = $1 limit $2`,
)
/** What the index finds is looked through on its own, so that nothing tempts the planner to read all names instead. */
const inColumn = (column: string) =>
  sql<{ id: string }>(
    `adviser_by_part_of_${column}`,
    `with found as materialized (select a.id, a.account_id, a.organisation_id, a.active, a.${column} as word from adviser a
       where a.active and region_grams(a.${column}) @> (select $3::text[]))
     select id from found where strpos(word, $1) > 0 and ${serves('found')} limit $2`,
  )
const BY_PARTS = [inColumn('key'), inColumn('firm_key')]

export type Found = { items: Adviser[]; answer: VillageAnswer | null; villages: FoundVillage[] }

/** Hours within which an answer is promised: the office's own setting (VA-9). */
export const replyHours = ({ env }: Context, now: Instant): number =>
  limit('VA-9', dayOf(now), env.officeLimits).amount

export async function findForVillage(context: Context, village: string, now: Instant): Promise<Found> {
  const cover = await coverOf(context.database, village, dayOf(now))
  if (!cover) throw invalid({ village: '没有这个村（社区），请重新选择' })
  const ids = (['adviser', 'substitute'] as const).flatMap((stage) => cover.adviserIdOf(stage) ?? [])
  // Whoever answers today comes first.
  const answering = cover.adviserIdOf(cover.first)
  const sorted = [...new Set([...(answering ? [answering] : []), ...ids])]
  const [items, answer] = await Promise.all([
    profiles(context, context.database, sorted, now, village),
    answerOf(context, cover, now),
  ])
  return { items, answer, villages: [] }
}

/** The code on the board of a village. @throws Refusal `invalid` that says what to check */
export async function findByCode(context: Context, text: string, now: Instant): Promise<Found> {
  const read = readVillageCode(text)
  if (!read.ok) throw invalid({ code: read.problem })
  const found = await context.database.one(villageOf, read.code)
  if (!found) throw new Refusal('not_found', '没有这个村码，请对照公示牌再输一遍，或按村名查找')
  return findForVillage(context, found.village, now)
}

async function answerOf(context: Context, cover: VillageCover, now: Instant): Promise<VillageAnswer> {
  const { village, chain, first, why } = cover
  const hours = replyHours(context, now)
  return {
    village,
    code: null,
    answeredBy: first,
    answeredByText: STAGE_NAME[first],
    why,
    adviserId: cover.adviserIdOf(first),
    thenText: chain
      .slice(1)
      .map(({ stage }) => [STAGE_NAME[stage], cover.nameOf(stage)].filter(Boolean).join(' ')),
    canAsk: chain.length > 0,
    replyHours: hours,
    promiseText: chain.length > 0 ? promiseText(hours) : '请直接拨打 12348，说明是哪个村',
    phone: '12348',
    phoneText: '急事请直接拨打 12348，说明是哪个村',
    hasRules: await hasRules(context.database, village.code),
  }
}

/** Villages, advisers and firms whose name has the text, or begins with it when it is spelt. */
export async function findByText(
  context: Context,
  places: SearchPlaces,
  text: string,
  most: number,
  now: Instant,
): Promise<Found> {
  const { database } = context
  const today = dayOf(now)
  const [villages, own] = await Promise.all([
    villagesNamed(places, text, most, today),
    advisersNamed(context, text, most),
  ])
  const covers = await coversOf(database, villages, today)
  const ofVillages = covers.flatMap((cover) => cover.adviserIdOf(cover.first) ?? [])
  const ids = [...new Set([...own, ...ofVillages])].slice(0, most)
  return {
    items: await profiles(context, database, ids, now),
    answer: null,
    villages: covers.map((cover) => ({
      ...cover.village,
      answeredBy: cover.first,
      answeredByText: STAGE_NAME[cover.first],
      answeredByName: cover.nameOf(cover.first),
      adviserId: cover.adviserIdOf(cover.first),
    })),
  }
}

/** A town that was named stands for its villages. */
async function villagesNamed(
  places: SearchPlaces,
  text: string,
  most: number,
  today: Day,
): Promise<string[]> {
  const found = await places.search(text, most, today)
  const named = found.filter(({ level }) => level === 'village').map(({ code }) => code)
  const town = found.find(({ level }) => level === 'town')
  if (named.length >= most || !town) return named.slice(0, most)
  const below = (await places.children(town.code, today)).map(({ code }) => code)
  return [...new Set([...named, ...below])].slice(0, most)
}

async function advisersNamed({ database }: Context, text: string, most: number): Promise<string[]> {
  const word = plain(text)
  if (!word) return []
  if (isSpelling(word)) return (await database.many(bySpelling, word, most)).map(({ id }) => id)
  const found = [
    database.many(exactly, word, most),
    ...BY_PARTS.map((statement) => database.many(statement, word, most, grams(word))),
  ]
  const ids = (await Promise.all(found)).flat().map(({ id }) => id)
  return [...new Set(ids)].slice(0, most)
}
