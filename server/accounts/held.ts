import { Refusal } from '#domain/refusal'
import { type Db, sql } from '../db/sql.ts'

const hold = sql(
  'account_hold',
  'select from account where id = $1 and cancelled_at is null for no key update',
)

/**
 * Until the end of the transaction the account is not cancelled, and one person's requests come one after the other.
 * @throws Refusal `sign_in_first`, or `not_now` to whoever writes down somebody else's matter
 */
export async function holdAccount(tx: Db, accountId: string, callerId = accountId): Promise<void> {
  if (await tx.run(hold, accountId)) return
  if (accountId === callerId) throw new Refusal('sign_in_first', '这个账户已经注销，请重新登录')
  throw new Refusal('not_now', '这个号码的账户刚刚注销了，请再提交一次')
}
