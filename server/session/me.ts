import type { Account } from '#contract/session'
import type { Actor } from '#domain/actor'
import { maskPhone } from '#domain/mask'
import { invalid, Refusal } from '#domain/refusal'
import { placeOf } from '../accounts/accounts.ts'
import { reachableAt, readPerson } from '../accounts/person.ts'
import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'

const keyOf = sql<{ data_key: Buffer }>(
  'me_key',
  'select data_key from account where id = $1 and cancelled_at is null for update',
)
/** Also roles that ended long ago: the names of those days are still read. */
const served = sql('me_served', 'select from staff_role where account_id = $1')
const rename = sql('me_rename', 'update account set name = $2 where id = $1')
const move = sql('me_move', 'update account set region_code = $2 where id = $1')
const exists = sql('me_region', 'select from region where code = $1 and valid_to is null')

/** The account as its owner sees it in this session. */
export async function readMe(context: Context, db: Db, { accountId, grants }: Actor): Promise<Account> {
  const person = await readPerson(context, db, accountId)
  if (!person) throw new Refusal('sign_in_first')
  const phone = reachableAt(person, context.wallNow())
  return {
    id: person.id,
    name: person.name,
    phone: phone && maskPhone(phone),
    regionCode: person.regionCode,
    roles: [{ role: 'resident', organisationId: null, regionCode: null }, ...grants],
  }
}

type Correction = { name?: string | undefined; regionCode?: string | undefined }

/** PIPL art. 46. */
export async function correctMe(
  context: Context,
  caller: Actor,
  { name, regionCode }: Correction,
): Promise<Account> {
  return context.database.inTransaction(async (tx) => {
    if (name !== undefined) await giveName(context, tx, caller.accountId, name)
    if (regionCode !== undefined) await moveTo(tx, caller.accountId, regionCode)
    return readMe(context, tx, caller)
  })
}

async function giveName({ vault }: Context, tx: Db, id: string, name: string) {
  const row = await tx.one(keyOf, id)
  // "Who saw my file" names them: it must say tomorrow who it was today.
  if (await tx.run(served, id)) throw new Refusal('not_now', '工作人员的姓名由管理员维护')
  if (!row) throw new Refusal('sign_in_first')
  const key = vault.openKey(row.data_key, `account/${id}`)
  await tx.run(rename, id, vault.seal(key, placeOf(id, 'name'), name))
}

async function moveTo(tx: Db, id: string, regionCode: string) {
  if (!(await tx.run(exists, regionCode))) throw invalid({ regionCode: '没有这个地方，请重新选择' })
  await tx.run(move, id, regionCode)
}
