import type { Instant } from '#domain/day'
import { type Db, sql } from '../db/sql.ts'
import { newId } from '../id.ts'
import type { DataKey, Vault } from '../vault/vault.ts'

const byPhone = sql<{ id: string }>('account_by_phone', 'select id from account where phone_index = $1')
const insert = sql(
  'account_insert',
  `insert into account (id, data_key, phone_index, phone, name, created_at, phone_used_at)
   values ($1, $2, $3, $4, $5, $6, $6) on conflict (phone_index) do nothing`,
)
const byWechat = sql<{ id: string }>('account_by_wechat', 'select id from account where wechat_index = $1')
const insertWechat = sql(
  'account_insert_wechat',
  `insert into account (id, data_key, wechat_index, wechat, created_at)
   values ($1, $2, $3, $4, $5) on conflict (wechat_index) do nothing`,
)

export const placeOf = (id: string, column: 'phone' | 'name' | 'wechat' | 'otp'): string =>
  `account/${id}/${column}`

/** The account of a telephone number, made when there is none; two at once get the same one. */
export async function accountOf(
  db: Db,
  vault: Vault,
  { phone, name, now }: { phone: string; name?: string; now: Instant },
): Promise<string> {
  const index = vault.index('phone', phone)
  const found = await db.one(byPhone, index)
  if (found) return found.id
  const id = newId()
  const { key, wrapped } = vault.newKey(`account/${id}`)
  const sealedName = name ? vault.seal(key, placeOf(id, 'name'), name) : null
  await db.run(insert, id, wrapped, index, vault.seal(key, placeOf(id, 'phone'), phone), sealedName, now)
  const made = await db.one(byPhone, index)
  if (!made) throw new Error('the account was not made')
  return made.id
}

const ownKey = sql<{ data_key: Buffer | null }>('account_key', 'select data_key from account where id = $1')

/** The key under which everything of one person is sealed. */
export async function keyOf(db: Db, vault: Vault, accountId: string): Promise<DataKey> {
  const row = await db.one(ownKey, accountId)
  if (!row?.data_key) throw new Error('this account has been erased')
  return vault.openKey(row.data_key, `account/${accountId}`)
}

/** The account of a person of WeChat, made when there is none; two at once get the same one. */
export async function wechatAccountOf(
  db: Db,
  vault: Vault,
  { openId, now }: { openId: string; now: Instant },
): Promise<string> {
  const index = vault.index('wechat', openId)
  const found = await db.one(byWechat, index)
  if (found) return found.id
  const id = newId()
  const { key, wrapped } = vault.newKey(`account/${id}`)
  await db.run(insertWechat, id, wrapped, index, vault.seal(key, placeOf(id, 'wechat'), openId), now)
  const made = await db.one(byWechat, index)
  if (!made) throw new Error('the account was not made')
  return made.id
}
