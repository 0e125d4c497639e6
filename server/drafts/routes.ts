import * as v from 'valibot'

import { Draft, DraftKind, readDraft, saveDraft } from '#contract/draft'
import type { Instant } from '#domain/day'
import { mergeDrafts } from '#domain/draft'
import { Refusal } from '#domain/refusal'
import { keyOf } from '../accounts/accounts.ts'
import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'
import { spend } from '../http/limits.ts'
import { route } from '../http/route.ts'
import type { Web } from '../http/web.ts'

const read = sql<{ sealed: Buffer }>(
  'draft_read',
  'select sealed from draft where account_id = $1 and kind = $2',
)
const lock = sql('draft_lock', 'select from account where id = $1 for no key update')
const save = sql(
  'draft_save',
  `insert into draft (account_id, kind, sealed, saved_at) values ($1, $2, $3, $4)
   on conflict (account_id, kind) do update set sealed = excluded.sealed, saved_at = excluded.saved_at`,
)

/** More than any form holds. */
const MOST_CHARACTERS = 60_000
const SAVES = { times: 600, seconds: 3600 }

const placeOf = (accountId: string, kind: string) => `draft/${accountId}/${kind}`

async function saved({ vault }: Context, db: Db, accountId: string, kind: string): Promise<Draft> {
  const row = await db.one(read, accountId, kind)
  if (!row) return {}
  return JSON.parse(vault.unseal(await keyOf(db, vault, accountId), placeOf(accountId, kind), row.sealed))
}

/** Merged field by field with what another device has saved; the order of arrival does not matter. */
function merge(
  context: Context,
  accountId: string,
  kind: string,
  fields: Draft,
  now: Instant,
): Promise<Draft> {
  const { vault, database } = context
  return database.inTransaction(async (tx) => {
    await tx.run(lock, accountId)
    const merged = v.parse(Draft, mergeDrafts(await saved(context, tx, accountId, kind), fields))
    if (JSON.stringify(merged).length > MOST_CHARACTERS) throw new Refusal('too_large')
    const key = await keyOf(tx, vault, accountId)
    await tx.run(
      save,
      accountId,
      kind,
      vault.seal(key, placeOf(accountId, kind), JSON.stringify(merged)),
      now,
    )
    return merged
  })
}

const kindIn = ({ kind }: { kind: string }) => {
  if (!v.is(DraftKind, kind)) throw new Refusal('not_found')
  return kind
}

export function mountDrafts(web: Web): void {
  const { context } = web

  route(web, saveDraft, async ({ caller, params, body, now }) => {
    await spend(context, 'draft', caller.accountId, SAVES)
    return { fields: await merge(context, caller.accountId, kindIn(params), body.fields, now) }
  })

  route(web, readDraft, async ({ caller, params }) => ({
    fields: await saved(context, context.database, caller.accountId, kindIn(params)),
  }))
}
