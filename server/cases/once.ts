import { REFUSAL_WORDS, Refusal } from '#domain/refusal'
import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'
import { type Allowance, spend } from '../http/limits.ts'
import type { Ticket } from '../http/route.ts'

/** The key is taken only by whoever holds its lock; one older than a day of real time is free again. */
const take = sql(
  'once_take',
  `with turn as (select pg_try_advisory_xact_lock(hashtextextended($1 || ' ' || $2 || ' ' || $3, 7)) as mine)
   insert into idempotency_key (account_id, path, key, fingerprint, reference, created_at)
   select $1, $2, $3, $4, $5, clock_timestamp() from turn where mine
   on conflict (account_id, path, key) do update
     set fingerprint = excluded.fingerprint, reference = excluded.reference, created_at = excluded.created_at
     where idempotency_key.created_at < clock_timestamp() - interval '24 hours'`,
)
const find = sql<{ fingerprint: Buffer; reference: string }>(
  'once_find',
  'select fingerprint, reference from idempotency_key where account_id = $1 and path = $2 and key = $3',
)
const forget = sql(
  'once_forget',
  `delete from idempotency_key where created_at < clock_timestamp() - interval '25 hours'`,
)

/**
 * Takes the ticket for `reference` in the transaction of the change, or answers what the same ticket brought before.
 * Null means: go on. A change that fails gives the ticket back with everything else.
 */
export async function before(tx: Db, ticket: Ticket, reference: string): Promise<string | null> {
  const { accountId, path, key, fingerprint } = ticket
  if (await tx.run(take, accountId, path, key, fingerprint, reference)) return null
  const earlier = await tx.one(find, accountId, path, key)
  if (!earlier) throw new Refusal('in_progress', REFUSAL_WORDS.in_progress, { retryAfter: 1 })
  if (!earlier.fingerprint.equals(fingerprint)) throw new Refusal('key_reused')
  return earlier.reference
}

/** What the same ticket brought before, if anything: to be asked before hard work, and again by `before`. */
export async function answered(
  db: Db,
  { accountId, path, key, fingerprint }: Ticket,
): Promise<string | null> {
  const earlier = await db.one(find, accountId, path, key)
  if (earlier && !earlier.fingerprint.equals(fingerprint)) throw new Refusal('key_reused')
  return earlier?.reference ?? null
}

/** Counts a submission towards its limit, but not one that has been answered before. */
export async function spendOnce(
  context: Context,
  what: string,
  ticket: Ticket,
  allowance: Allowance,
): Promise<void> {
  if (!context.env.rateLimits) return
  const { accountId, path, key } = ticket
  if (!(await context.database.one(find, accountId, path, key)))
    await spend(context, what, accountId, allowance)
}

export const forgetOldTickets = (db: Db): Promise<number> => db.run(forget)
