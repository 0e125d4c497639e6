import type { Rating } from '#contract/case'
import type { LinkedRating, Unrated } from '#contract/rating'
import { organisationsOf } from '#domain/actor'
import { addDays, dayOf, type Instant, instant } from '#domain/day'
import { mayRead } from '#domain/procedure'
import { isOfTheHouse, lastRatingDay, mayAskForRating, rateableUntil } from '#domain/rating'
import { Refusal } from '#domain/refusal'
import { type Db, sql } from '../db/sql.ts'
import { hashOfRatingToken } from '../rating-token.ts'
import type { Caller } from '../session/authenticate.ts'
import { type Casework, kindOf, refuseFrozen } from './casework.ts'
import { matterOf } from './matter.ts'
import { storeRating, whyNot } from './rating.ts'
import { type CaseRow, locked } from './read.ts'

/** A link that is still good. */
const good = sql<{ case_id: string }>(
  'rating_link_good',
  'select case_id from rating_link where token_hash = $1 and used_at is null and until > $2',
)
const use = sql(
  'rating_link_use',
  'update rating_link set used_at = $2 where token_hash = $1 and used_at is null',
)
const rated = sql<{ score: number }>('rating_is_there', 'select score from rating where case_id = $1')

const OVER = '这个链接已经用过，或者过了三十天。谢谢你'
const OTHER_DEVICE = '这台设备登录过办理单位的工作账户，不能在这里评价。请用自己的手机打开链接'

type By = { caller: Caller; now: Instant }
type Opened = { caller: Caller | null; now: Instant }

async function linked(work: Casework, tx: Db, token: string, { caller, now }: Opened): Promise<CaseRow> {
  const hash = hashOfRatingToken(work.context.vault, token)
  const link = await tx.one(good, hash, now)
  const row = link && (await tx.one(locked, link.case_id))
  if (!row || !(await isRateable(work, tx, row, now))) throw new Refusal('not_found', OVER)
  if (caller && isOfTheHouse(caller, matterOf(row))) throw new Refusal('not_yours', OTHER_DEVICE)
  return row
}

async function isRateable(work: Casework, tx: Db, row: CaseRow, now: Instant): Promise<boolean> {
  if (row.is_frozen || !row.data_key) return false
  const before = await tx.one(rated, row.id)
  const served = { closedAt: row.closed_at, rated: before !== undefined }
  return rateableUntil(kindOf(work, row).procedure, row, served, now) !== null
}

/** What a link is about. */
export function lookAtLink(work: Casework, token: string, by: Opened): Promise<LinkedRating> {
  return work.context.database.inTransaction(async (tx) => {
    const { organisation_name, closed_at } = await linked(work, tx, token, by)
    const servedAt = closed_at ?? by.now
    return { organisation: organisation_name, servedOn: dayOf(servedAt), until: lastRatingDay(servedAt) }
  })
}

/** The telephone to which the link was sent is enough; it is good for one mark. */
export function rateByLink(work: Casework, token: string, rating: Rating, by: Opened): Promise<void> {
  const { database, vault } = work.context
  return database.inTransaction(async (tx) => {
    const row = await linked(work, tx, token, by)
    if (!(await tx.run(use, hashOfRatingToken(vault, token), by.now))) throw new Refusal('not_found', OVER)
    await storeRating(work, tx, row, { ...rating, via: 'link', byId: null }, by.now)
  })
}

/** What somebody of the desk tells who was asked by telephone; the handler never does (docs/rules.md, Ratings). */
export function rateByRevisit(
  work: Casework,
  id: string,
  rating: Rating,
  { caller, now }: By,
): Promise<void> {
  return work.context.database.inTransaction(async (tx) => {
    const row = await tx.one(locked, id)
    if (!row || !mayRead(kindOf(work, row).procedure, caller, matterOf(row))) throw new Refusal('not_found')
    if (!mayAskForRating(kindOf(work, row).procedure, caller, matterOf(row)))
      throw new Refusal('not_yours', '自己承办的，由别的同事回访')
    refuseFrozen(row)
    if (!(await isRateable(work, tx, row, now)))
      throw whyNot({ score: (await tx.one(rated, id))?.score ?? null })
    await storeRating(work, tx, row, { ...rating, via: 'revisit', byId: caller.accountId }, now)
  })
}

type Row = Pick<CaseRow, 'id' | 'number' | 'topic' | 'channel' | 'kind'> & { closed_at: Instant }

const unrated = sql<Row>(
  'rating_unrated',
  `select c.id, c.number, c.topic, c.channel, c.kind, c.closed_at from case_file c
   where c.kind = 'hotline' and c.organisation_id = any($1) and c.closed_at >= $2 and c.status = any($3)
     and c.handler_id is distinct from $4 and c.applicant_id <> $4 and c.data_key is not null
     and not exists (select from rating r where r.case_id = c.id)
   order by c.closed_at desc, c.id limit 50`,
)
const DAYS = 30

/** Whom somebody of the desk can ask how it was: not about what they did themselves. */
export async function unratedFor(work: Casework, { caller, now }: By): Promise<Unrated[]> {
  const { hotline } = work.kinds
  if (!hotline) return []
  const { readBy, ratedIn } = hotline.procedure
  const houses = organisationsOf(caller, readBy)
  const since = instant(addDays(dayOf(now), -DAYS), '00:00')
  const rows = await work.context.database.many(unrated, houses, since, ratedIn, caller.accountId)
  return rows.map((row) => ({
    caseId: row.id,
    number: row.number,
    title: hotline.title(row),
    closedAt: row.closed_at,
    until: lastRatingDay(row.closed_at),
  }))
}
