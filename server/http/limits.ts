import { Refusal } from '#domain/refusal'
import type { Context } from '../context.ts'
import { sql } from '../db/sql.ts'

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

/** Counts one more and refuses beyond the allowance; the count is shared by all processes. */
export async function spend(
  context: Context,
  what: string,
  who: string,
  { times, seconds }: Allowance,
): Promise<void> {
  if (!context.env.rateLimits) return
  const key = context.vault.index('client', `${what}\n${seconds}\n${who}`)
  const now = await context.database.one(hit, key, seconds)
  if (now && now.count > times)
    throw new Refusal('too_many', undefined, { retryAfter: Math.max(1, now.left) })
}

export const forgetOldLimits = (context: Context): Promise<number> => context.database.run(forget)
