import type { Grant } from '#domain/actor'
import type { Instant } from '#domain/day'
import { accountOf, wechatAccountOf } from '../accounts/accounts.ts'
import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'
import { grantsOf } from './authenticate.ts'
import { tryCode, useCode } from './codes.ts'
import { spendOtp } from './factor.ts'
import { readMe } from './me.ts'
import { type Claim, recognise } from './recognise.ts'
import { openSession } from './sessions.ts'

const byPhone = sql<{ id: string; phone_used_at: Instant | null }>(
  'sign_in_by_phone',
  'select id, phone_used_at from account where phone_index = $1',
)
const used = sql('sign_in_phone_used', 'update account set phone_used_at = $2 where id = $1')

export type ByPhone = Claim & {
  phone: string
  code: string
  otp?: string | undefined
  device?: string | undefined
}

/** The first sign-in makes the account. Nothing is used up when something is still missing. */
export async function signInByPhone(context: Context, entry: ByPhone) {
  const { phone, code, device } = entry
  await tryCode(context, phone, code)
  return context.database.inTransaction(async (tx) => {
    const grants = await proved(context, tx, entry)
    await useCode(context, tx, phone, code)
    const now = context.wallNow()
    const accountId = await accountOf(tx, context.vault, { phone, now })
    await tx.run(used, accountId, now)
    return enter(context, tx, { accountId, grants, device })
  })
}

/** What else must hold for the account behind the number: staff bring their second factor. */
async function proved(context: Context, tx: Db, entry: ByPhone): Promise<Grant[]> {
  const account = await tx.one(byPhone, context.vault.index('phone', entry.phone))
  const grants = account ? await grantsOf(tx, account.id) : []
  if (account && grants.length > 0) await spendOtp(context, tx, account.id, entry.otp)
  else if (account) await recognise(context, tx, account, entry)
  return grants
}

/** Without a second factor: whoever serves somewhere is here a resident like everybody. */
export async function signInByWechat(context: Context, openId: string, device: string | undefined) {
  const { database, vault } = context
  return database.inTransaction(async (tx) => {
    const accountId = await wechatAccountOf(tx, vault, { openId, now: context.wallNow() })
    return enter(context, tx, { accountId, grants: [], device })
  })
}

type Entry = { accountId: string; grants: Grant[]; device: string | undefined }

async function enter(context: Context, tx: Db, { accountId, grants, device }: Entry) {
  const opened = await openSession(context, tx, { accountId, staff: grants.length > 0, device })
  return { ...opened, account: await readMe(context, tx, { accountId, grants }) }
}
