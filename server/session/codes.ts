import { randomInt } from 'node:crypto'

import { addMinutes } from '#domain/day'
import { invalid } from '#domain/refusal'
import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'

export const CODE_MINUTES = 5
const MOST_ATTEMPTS = 5

const keep = sql(
  'code_keep',
  `insert into sign_in_code (phone_index, code_hash, expires_at) values ($1, $2, $3)
   on conflict (phone_index) do update
     set code_hash = excluded.code_hash, expires_at = excluded.expires_at, attempts = 0`,
)
/** Counted before anything is said about it, so that parallel guesses count too. */
const attempt = sql<{ is_right: boolean }>(
  'code_attempt',
  `update sign_in_code set attempts = attempts + 1
   where phone_index = $1 and attempts < $4 and expires_at > $3
   returning code_hash = $2 as is_right`,
)
const use = sql('code_use', 'delete from sign_in_code where phone_index = $1 and code_hash = $2')
const forget = sql('code_forget', 'delete from sign_in_code where expires_at < $1')

const hashOf = ({ vault }: Context, phone: string, code: string) => vault.index('code', `${phone}\n${code}`)

/** Six random digits for a number; an earlier code stops working. */
export async function newCode(context: Context, phone: string): Promise<string> {
  const { database, vault, wallNow } = context
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const until = addMinutes(wallNow(), CODE_MINUTES)
  await database.run(keep, vault.index('phone', phone), hashOf(context, phone, code), until)
  return code
}

const wrong = () => invalid({ code: '验证码不对或已过期，请看一下最新的短信，或重新获取' })

/** Counts one more attempt. @throws Refusal `invalid` when the code is wrong, over, or was tried too often */
export async function tryCode(context: Context, phone: string, code: string): Promise<void> {
  const { database, vault, wallNow } = context
  const hash = hashOf(context, phone, code)
  const row = await database.one(attempt, vault.index('phone', phone), hash, wallNow(), MOST_ATTEMPTS)
  if (!row?.is_right) throw wrong()
}

/** A code opens one session; of two requests at once the second is refused. */
export async function useCode(context: Context, tx: Db, phone: string, code: string): Promise<void> {
  const used = await tx.run(use, context.vault.index('phone', phone), hashOf(context, phone, code))
  if (!used) throw wrong()
}

export const forgetOldCodes = ({ database, wallNow }: Context): Promise<number> =>
  database.run(forget, wallNow())
