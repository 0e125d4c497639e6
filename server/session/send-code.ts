import { readPhone } from '#domain/phone'
import { invalid, Refusal } from '#domain/refusal'
import type { Context } from '../context.ts'
import { sql } from '../db/sql.ts'
import type { SendSms } from '../sms/client.ts'
import { grantsOf } from './authenticate.ts'
import { newCode } from './codes.ts'
import { demoOtp } from './factor.ts'
import { limitCodes } from './limits.ts'

const byPhone = sql<{ id: string }>('code_account', 'select id from account where phone_index = $1')

type Demo = { demoCode?: string; demoOtp?: string }

/** Outside demo mode nothing here looks at accounts: neither answer nor time tells whether a number is known. */
export async function sendCode(
  context: Context,
  sendSms: SendSms | undefined,
  { phone, from }: { phone: string; from: string },
): Promise<Demo> {
  const read = readPhone(phone)
  if (!('kind' in read) || read.kind !== 'mobile')
    throw invalid({ phone: '验证码用短信发送，请填写 11 位手机号' })
  await limitCodes(context, phone, from)
  const code = await newCode(context, phone)
  if (context.env.demo) return tell(context, phone, code)
  if (!sendSms) throw new Refusal('unavailable', '短信服务还没有开通，请联系管理员')
  await sendSms(phone, code)
  return {}
}

/** Demo mode sends nothing, it shows. */
async function tell(context: Context, phone: string, demoCode: string): Promise<Demo> {
  const { database, vault } = context
  const account = await database.one(byPhone, vault.index('phone', phone))
  const isStaff = account && (await grantsOf(database, account.id)).length > 0
  const otp = isStaff ? await demoOtp(context, account.id) : undefined
  return { demoCode, ...(otp && { demoOtp: otp }) }
}
