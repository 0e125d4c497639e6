import { randomBytes } from 'node:crypto'

import { Secret, TOTP } from 'otpauth'
import { toDataURL } from 'qrcode'

import type { Enrolment } from '#contract/staff'
import { maskName } from '#domain/mask'
import { placeOf } from '../accounts/accounts.ts'
import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'
import { nameOf, type Sealed } from './person.ts'

const whose = sql<Sealed>(
  'admin_factor_whose',
  'select id as account_id, data_key, name from account where id = $1 and data_key is not null',
)
const store = sql(
  'admin_factor_store',
  `insert into staff_factor (account_id, secret) values ($1, $2)
   on conflict (account_id) do update set secret = excluded.secret, last_step = 0`,
)

/** A new second factor, shown this once; an older one stops working. */
export async function enrol(context: Context, tx: Db, accountId: string): Promise<Enrolment> {
  const { vault } = context
  const person = await tx.one(whose, accountId)
  if (!person?.data_key) throw new Error('no account to enrol')
  const secret = new Secret({ buffer: Uint8Array.from(randomBytes(20)).buffer })
  const key = vault.openKey(person.data_key, `account/${accountId}`)
  await tx.run(store, accountId, vault.seal(key, placeOf(accountId, 'otp'), secret.base32))
  return pictured(secret, maskName(nameOf(context, person) ?? ''))
}

async function pictured(secret: Secret, label: string): Promise<Enrolment> {
  const otpUri = new TOTP({ issuer: '邻法', label: label || '工作人员', secret }).toString()
  return { otpUri, otpQr: await toDataURL(otpUri, { margin: 2, scale: 4 }), secret: secret.base32 }
}
