import type { Instant } from '#domain/day'
import { type Facts, type News, quietUntil } from '#domain/notice'
import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'
import { newId } from '../id.ts'

export const SEND = 'send-notice'

export type Notice = {
  accountId: string
  caseId: string | null
  /** Whose operators telephone when nothing else goes. */
  organisationId: string
  news: News
  facts: Facts
  /** The same key is the same notice: written a second time it is not there twice. */
  key: string
  at: Instant
  /** After this moment it is of no use to anybody. */
  until?: Instant | undefined
  /** In the app only. */
  quietly?: boolean
}

const insert = sql(
  'notice_insert',
  `insert into notice (id, at, account_id, case_id, organisation_id, news, facts, key, state, until, next_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (key) do nothing`,
)

/** Writes a notice in the transaction of what it tells, and tells the worker in the same transaction. */
export async function writeNotice(context: Context, tx: Db, notice: Notice): Promise<void> {
  const id = newId()
  const { at, accountId, caseId, organisationId, news, facts, key, until, quietly } = notice
  const waitsUntil = quietUntil(at, context.env.quietHours)
  const isNew = await tx.run(
    insert,
    id,
    at,
    accountId,
    caseId,
    organisationId,
    news,
    JSON.stringify(facts),
    key,
    quietly ? 'told' : 'waiting',
    until ?? null,
    quietly ? null : (waitsUntil ?? at),
  )
  if (isNew && !quietly && !waitsUntil) await context.announce(tx, SEND, { id })
}
