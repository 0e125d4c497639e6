import { Secret, TOTP } from 'otpauth'

import { toEpoch } from '#domain/day'
import { invalid } from '#domain/refusal'
import { placeOf } from '../accounts/accounts.ts'
import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'

const find = sql<{ secret: Buffer; last_step: number; data_key: Buffer }>(
  'factor_find',
  `select f.secret, f.last_step, a.data_key from staff_factor f join account a on a.id = f.account_id
   where f.account_id = $1 and a.data_key is not null`,
)
/** Each step once, also when two requests bring it together. */
const advance = sql(
  'factor_advance',
  'update staff_factor set last_step = $2 where account_id = $1 and last_step < $2',
)

const PERIOD_MS = 30_000
/** A telephone may be half a minute off. */
const WINDOW = 1

const WORDS = {
  missing: '工作人员登录还需要动态口令：请打开验证器，填写 6 位数字',
  wrong: '动态口令不对或已经用过，请等验证器换一组数字再填',
  none: '你还没有动态口令，请联系管理员发放',
}

async function read({ vault, wallNow }: Context, db: Db, accountId: string) {
  const row = await db.one(find, accountId)
  if (!row) return undefined
  const key = vault.openKey(row.data_key, `account/${accountId}`)
  const secret = Secret.fromBase32(vault.unseal(key, placeOf(accountId, 'otp'), row.secret))
  const timestamp = toEpoch(wallNow())
  const step = Math.floor(timestamp / PERIOD_MS)
  return { totp: new TOTP({ secret }), timestamp, step, next: Math.max(step, row.last_step + 1) }
}

/** The second factor of staff (RFC 6238). @throws Refusal `invalid` */
export async function spendOtp(
  context: Context,
  tx: Db,
  accountId: string,
  otp: string | undefined,
): Promise<void> {
  const factor = await read(context, tx, accountId)
  if (!factor) throw invalid({ otp: WORDS.none })
  if (otp === undefined) throw invalid({ otp: WORDS.missing })
  const { totp, timestamp, step, next } = factor
  const window = context.env.demo ? Math.max(WINDOW, next - step) : WINDOW
  const delta = totp.validate({ token: otp, timestamp, window })
  if (delta === null || !(await tx.run(advance, accountId, step + delta))) throw invalid({ otp: WORDS.wrong })
}

/** Demo mode: one that was not used yet, so that signing in twice within half a minute works. */
export async function demoOtp(context: Context, accountId: string): Promise<string | undefined> {
  const factor = await read(context, context.database, accountId)
  return factor?.totp.generate({ timestamp: factor.next * PERIOD_MS })
}
