import { Refusal } from '#domain/refusal'
import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'

export type Allowance = { times: number; seconds: number }

const hit = sql<{ count: number; left: number }>(
  'rate_limit_hit',
  `insert into rate_limit (key, window_start, count)
   values ($1, to_timestamp(floor(extract(epoch from now()) / $2) * $2), 1)
   on conflict (key, window_start) do update set count = rate_limit.count + 1
   returning count, ceil($2 - extract(epoch from now()) + extract(epoch from window_start))::int as left`,
)
const forget = sql(
  'rate_limit_forget',
  `delete from rate_limit where window_start < now() - interval '1 day'`,
)

/** `words` say what else there is to do. */
type Spent = readonly [what: string, who: string, allowance: Allowance, words?: string]

/** Counts one more and refuses beyond the allowance; the count is shared by all processes. */
export async function spend(context: Context, ...spent: Spent): Promise<void> {
  if (context.env.rateLimits) await spendIn(context, context.database, ...spent)
}

async function spendIn(context: Context, db: Db, ...[what, who, { times, seconds }, words]: Spent) {
  const now = await count(context, db, what, who, seconds)
  if (now && now.count > times) throw new Refusal('too_many', words, { retryAfter: Math.max(1, now.left) })
}

const count = ({ vault }: Context, db: Db, what: string, who: string, seconds: number) =>
  db.one(hit, vault.index('client', `${what}\n${seconds}\n${who}`), seconds)

/**
 * Counts what is asked about once in its time: a page that is left open asks for the same again and again. What was
 * refused is as new as before.
 */
export async function spendOnNew(
  context: Context,
  about: string,
  ...[what, who, allowance]: Spent
): Promise<void> {
  if (!context.env.rateLimits) return
  await context.database.inTransaction(async (tx) => {
    const asked = await count(context, tx, `${what}-of`, `${who}\n${about}`, allowance.seconds)
    if (asked?.count === 1) await spendIn(context, tx, what, who, allowance)
  })
}

export const forgetOldLimits = (context: Context): Promise<number> => context.database.run(forget)
