import { addDays, type Day, type Instant, instant } from '#domain/day'
import { lastRatingDay } from '#domain/rating'
import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'
import { writeNotice } from '../outbox/write.ts'
import { hashOfRatingToken, ratingToken } from '../rating-token.ts'
import type { CaseRow } from './read.ts'

/** Whoever is signed in somewhere rates there. */
const isSignedIn = sql(
  'rating_signed_in',
  'select from session where account_id = $1 and ended_at is null and expires_at > $2 limit 1',
)
const insert = sql(
  'rating_link_insert',
  'insert into rating_link (token_hash, case_id, until) values ($1, $2, $3) on conflict do nothing',
)

type Served = Pick<CaseRow, 'id' | 'number' | 'applicant_id' | 'organisation_id' | 'unproven'>

/** For whoever has been served and uses no program: an SMS with a link that is good for one mark. */
export async function askForRating(context: Context, tx: Db, row: Served, now: Instant): Promise<void> {
  const { vault, wallNow } = context
  if (!row.unproven && (await tx.run(isSignedIn, row.applicant_id, wallNow()))) return
  const until = endOf(lastRatingDay(now))
  await tx.run(insert, hashOfRatingToken(vault, ratingToken(vault, row.id)), row.id, until)
  await writeNotice(context, tx, {
    accountId: row.applicant_id,
    caseId: row.id,
    organisationId: row.organisation_id,
    news: 'rate',
    facts: row.unproven ? {} : { number: row.number },
    key: `${row.id}/rate`,
    at: now,
    until,
  })
}
const endOf = (day: Day): Instant => instant(addDays(day, 1), '00:00')
