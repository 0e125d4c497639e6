import type { Case, Rating } from '#contract/case'
import { nextWorkingDay } from '#domain/calendar'
import { type Day, dayOf, type Instant } from '#domain/day'
import { LOW_SCORE, rateUntil } from '#domain/rating'
import { Refusal } from '#domain/refusal'
import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'
import { newId } from '../id.ts'
import type { Caller } from '../session/authenticate.ts'
import type { DataKey } from '../vault/vault.ts'
import { readAfter } from './access.ts'
import { type Casework, kindOf } from './casework.ts'
import { matterOf } from './matter.ts'
import { locked, type WholeCase } from './read.ts'

const insert = sql(
  'rating_insert',
  `insert into rating (case_id, organisation_id, handler_id, score, comment, at, via, by_id)
   values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (case_id) do nothing`,
)
const askAgain = sql(
  'revisit_insert',
  'insert into revisit (id, case_id, organisation_id, due_on, made_at) values ($1, $2, $3, $4, $5)',
)

export const commentPlace = (caseId: string): string => `rating/${caseId}/comment`

/** Until when the viewer may rate the case. */
export const rateUntilOf = (
  work: Casework,
  row: WholeCase,
  { caller, now }: { caller: Caller; now: Instant },
): Day | null =>
  rateUntil(
    kindOf(work, row).procedure,
    caller,
    matterOf(row),
    { closedAt: row.closed_at, rated: row.score !== null },
    now,
  )

export function ratingOf({ vault }: Context, key: DataKey | null, row: WholeCase): Case['rating'] {
  if (row.score === null) return null
  const comment = key && row.comment && vault.unseal(key, commentPlace(row.id), row.comment)
  return { score: row.score, comment }
}

type By = { caller: Caller; now: Instant }

/** The applicant rates once. No event speaks of it: the handler reads the timeline. */
export async function rateCase(work: Casework, id: string, rating: Rating, by: By): Promise<void> {
  const row = await readAfter(work, id, by)
  if (row.applicant_id !== by.caller.accountId) throw new Refusal('not_yours', '只有当事人本人可以评价')
  if (!rateUntilOf(work, row, by)) throw whyNot(row)
  await work.context.database.inTransaction(async (tx) => {
    await tx.one(locked, id)
    await storeRating(work, tx, row, { ...rating, via: 'session', byId: null }, by.now)
  })
}

/** Which way a mark came; `byId` of a revisit is who asked. */
export type Given = Rating & { via: 'session' | 'link' | 'revisit'; byId: string | null }

/** Once; a low mark is asked about on the next working day. */
export async function storeRating(
  work: Casework,
  tx: Db,
  row: Rated,
  given: Given,
  now: Instant,
): Promise<void> {
  if (!(await keep(work.context, tx, row, given, now))) throw whyNot(given)
  if (given.score <= LOW_SCORE) await tx.run(askAgain, newId(), row.id, row.organisation_id, dueOn(work), now)
}

type Rated = Pick<WholeCase, 'id' | 'data_key' | 'organisation_id' | 'handler_id'>

const dueOn = ({ context }: Casework): Day => nextWorkingDay(context.calendar(), dayOf(context.now()))

export const whyNot = ({ score }: Pick<WholeCase, 'score'>) =>
  new Refusal('not_now', score === null ? '办结后 30 天内可以评价' : '这件已经评价过了，谢谢你')

function keep({ vault }: Context, tx: Db, row: Rated, given: Given, now: Instant) {
  const { score, comment, via, byId } = given
  if (!row.data_key) throw new Refusal('not_now')
  const key = vault.openKey(row.data_key, `case/${row.id}`)
  const sealed = comment ? vault.seal(key, commentPlace(row.id), comment) : null
  return tx.run(insert, row.id, row.organisation_id, row.handler_id, score, sealed, now, via, byId)
}
