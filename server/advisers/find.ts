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

export type SearchPlaces = {
  search(text: string, limit: number, today: Day): Promise<Region[]>
  children(parent: string | null, today: Day): Promise<Region[]>
}

const codeOf = sql<{ code: string }>('village_code_of', 'select code from village_code where village = $1')
const villageOf = sql<{ village: string }>(
  'village_of_code',
  'select village from village_code where code = $1',
)

/** '{' follows 'z'. */
const spelt = (column: string) => `(a.${column} >= $1 and a.${column} < $1 || '{')`
const SPELLINGS = ['initials', 'pinyin', 'firm_initials', 'firm_pinyin']
const bySpelling = sql<{ id: string }>(
  'adviser_by_spelling',
  `select a.id from adviser a where a.active and (${SPELLINGS.map(spelt).join(' or ')})
   order by not (${spelt('initials')} or ${spelt('pinyin')}), a.name, a.id limit $2`,
)
const byName = sql<{ id: string }>(
  'adviser_by_name',
  `select a.id from adviser a where a.active
     and (region_grams(a.key) @> (select $3::text[]) and strpos(a.key, $1) > 0
       or region_grams(a.firm_key) @> (select $3::text[]) and strpos(a.firm_key, $1) > 0)
   order by strpos(a.key, $1) = 0, not starts_with(a.key, $1), a.name, a.id limit $2`,
)

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
  return {
    items: await profiles(context, context.database, sorted, now, village),
    answer: await answerOf(context, cover, now),
    villages: [],
  }
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
    code: (await context.database.one(codeOf, village.code))?.code ?? null,
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

const VILLAGES_SOUGHT = 60

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
  const found = await places.search(text, VILLAGES_SOUGHT, today)
  const named = found.filter(({ level }) => level === 'village').map(({ code }) => code)
  const town = found.find(({ level }) => level === 'town')
  if (named.length >= most || !town) return named.slice(0, most)
  const below = (await places.children(town.code, today)).map(({ code }) => code)
  return [...new Set([...named, ...below])].slice(0, most)
}

async function advisersNamed({ database }: Context, text: string, most: number): Promise<string[]> {
  const word = plain(text)
  if (!word) return []
  const rows = isSpelling(word)
    ? await database.many(bySpelling, word, most)
    : await database.many(byName, word, most, grams(word))
  return rows.map(({ id }) => id)
}
