import type { Item } from '#contract/mediation'
import type { Instant } from '#domain/day'
import { type MediationStatus, mediation } from '#domain/mediation'
import { mayRead } from '#domain/procedure'
import { Refusal } from '#domain/refusal'
import { refuseFrozen } from '../cases/casework.ts'
import { roleIn } from '../cases/change.ts'
import { matterOf } from '../cases/matter.ts'
import { type CaseRow, locked } from '../cases/read.ts'
import { nameOfRole } from '../cases/who.ts'
import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'
import { attach } from '../files/attach.ts'
import type { Caller } from '../session/authenticate.ts'
import { keyOf } from './party.ts'
import { momentIn } from './sides.ts'

type Row = {
  id: string
  kind: Item['kind']
  at: Instant
  by_id: string
  sealed: Buffer | null
  file_ids: string[]
}

const insert = sql(
  'mediation_item_insert',
  `insert into mediation_item (case_id, id, kind, at, received_at, by_id, sealed, file_ids)
   values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (case_id, id) do nothing`,
)
const list = sql<Row>(
  'mediation_items',
  'select id, kind, at, by_id, sealed, file_ids from mediation_item where case_id = $1 order by at, id',
)

const kept = sql<Pick<Row, 'kind' | 'sealed'>>(
  'mediation_item_kept',
  'select kind, sealed from mediation_item where case_id = $1 and id = $2',
)

/** With these the talking is over; after an agreement, visits and performance are still noted. */
const OVER: readonly string[] = [
  'failed',
  'closed',
  'withdrawn',
  'not_accepted',
  'other_side_refused',
] satisfies MediationStatus[]

const place = (caseId: string, id: string) => `mediation_item/${caseId}/${id}/sealed`

export async function itemsOf(
  { vault }: Context,
  db: Db,
  row: Pick<CaseRow, 'id' | 'data_key'>,
  callerId: string,
) {
  if (!row.data_key) return []
  const key = keyOf({ vault }, row)
  return (await db.many(list, row.id)).map(({ id, kind, at, by_id, sealed, file_ids }) => ({
    id,
    kind,
    at,
    by: by_id === callerId ? '我' : nameOfRole('mediator'),
    text: sealed && vault.unseal(key, place(row.id, id), sealed),
    fileIds: file_ids,
  }))
}

type By = { caller: Caller; now: Instant }

/**
 * Keeps what is new and passes over what is there: any order and any number of repeats give the same. What cannot be
 * kept is refused with words, so that the telephone does not drop it.
 */
export async function addItems(
  context: Context,
  caseId: string,
  items: readonly Item[],
  { caller, now }: By,
) {
  return context.database.inTransaction(async (tx) => {
    const row = await tx.one(locked, caseId)
    if (row?.kind !== 'mediation' || !mayRead(mediation, caller, matterOf(row)))
      throw new Refusal('not_found')
    refuseFrozen(row)
    // The own case of a mediator as a party is not theirs to write into.
    if (['resident', 'other_side'].includes(roleIn(caller, row))) throw new Refusal('not_yours')
    for (const item of items) await keep(context, tx, row, item, { caller, now })
    return itemsOf(context, tx, row, caller.accountId)
  })
}

async function keep(context: Context, tx: Db, row: CaseRow, item: Item, { caller, now }: By): Promise<void> {
  const { vault } = context
  const sealed = item.text ? vault.seal(keyOf({ vault }, row), place(row.id, item.id), item.text) : null
  const { accountId } = caller
  const isNew = await tx.run(
    insert,
    row.id,
    item.id,
    item.kind,
    momentIn(item.at, 'at'),
    now,
    accountId,
    sealed,
    item.fileIds,
  )
  if (!isNew) return refuseOther(context, tx, row, item)
  if (OVER.includes(row.status)) throw new Refusal('not_now', TOO_LATE)
  await attach(tx, { caseId: row.id, accountId, fileIds: item.fileIds, audience: 'staff' })
}

const TOO_LATE = '调解已经结束，不能再补记。内容还在手机里，请写进结案说明，或者告诉调委会'
const OTHER_WORDS = '同一编号已经存了别的内容，这一条没有存上。请复制内容，另记一条'

/** Photographs are not compared: sent again after a lost answer, they have other ids. */
async function refuseOther({ vault }: Context, tx: Db, row: CaseRow, { id, kind, text }: Item) {
  const before = await tx.one(kept, row.id, id)
  const words = before?.sealed ? vault.unseal(keyOf({ vault }, row), place(row.id, id), before.sealed) : null
  if (before?.kind !== kind || words !== (text ?? null)) throw new Refusal('not_now', OTHER_WORDS)
}
