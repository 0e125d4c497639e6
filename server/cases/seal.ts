import { type Day, dayOf } from '#domain/day'
import type { Context } from '../context.ts'
import { sql } from '../db/sql.ts'
import type { Vault } from '../vault/vault.ts'

const sealing = sql('chain_sealing', 'select pg_advisory_xact_lock(2)')
const keepHeads = sql(
  'chain_keep_heads',
  `with moved as (
     update case_file set sealed_seq = seq where sealed_seq < seq returning id, seq, head
   )
   insert into chain_head (day, case_id, seq, hash) select $1, id, seq, head from moved
   on conflict (day, case_id) do update set seq = excluded.seq, hash = excluded.hash`,
)
export const headsOf = sql<{ case_id: string; seq: number; hash: Buffer }>(
  'chain_heads_of',
  'select case_id, seq, hash from chain_head where day = $1 order by case_id',
)
const lastSeal = sql<{ hash: Buffer }>(
  'chain_last_seal',
  'select hash from chain_seal where day < $1 order by day desc limit 1',
)
const keepSeal = sql(
  'chain_keep_seal',
  `insert into chain_seal (day, cases, hash) values ($1, $2, $3)
   on conflict (day) do update set cases = excluded.cases, hash = excluded.hash`,
)

export type Head = { case_id: string; seq: number; hash: Buffer }

/** The seal of a day covers its heads and the seal before it. */
export const sealOf = (vault: Vault, previous: Buffer, day: Day, heads: readonly Head[]): Buffer =>
  vault.link(
    previous,
    JSON.stringify([day, heads.map(({ case_id, seq, hash }) => [case_id, seq, hash.toString('hex')])]),
  )

/** Keeps how far every chain has come since the last seal, so that a tail cut off later shows. */
export async function sealHeads(context: Context): Promise<void> {
  const day = dayOf(context.now())
  await context.database.inTransaction(async (tx) => {
    await tx.run(sealing)
    if (!(await tx.run(keepHeads, day))) return
    const heads = await tx.many(headsOf, day)
    const previous = (await tx.one(lastSeal, day))?.hash ?? Buffer.alloc(0)
    await tx.run(keepSeal, day, heads.length, sealOf(context.vault, previous, day, heads))
  })
}
