import * as v from 'valibot'

import { invalid, Refusal } from '#domain/refusal'
import { type Outside, unavailable } from '../outside.ts'

/** Every answer may carry an error instead of what was asked for; 0 or nothing is none. */
const Failed = v.object({ errcode: v.optional(v.number(), 0) })
export type Failed = v.InferOutput<typeof Failed>

const orFailed = <S extends v.GenericSchema>(wanted: S) => v.union([wanted, Failed])

export const Token = orFailed(
  v.object({ access_token: v.pipe(v.string(), v.minLength(1)), expires_in: v.number() }),
)
export const Session = orFailed(v.object({ openid: v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/)) }))
export const PhoneInfo = orFailed(
  v.object({
    errcode: v.literal(0),
    phone_info: v.object({ purePhoneNumber: v.string(), countryCode: v.union([v.string(), v.number()]) }),
  }),
)
/** Nothing but an errcode counts: an answer without one has sent nothing that we know of. */
export const Taken = v.object({ errcode: v.number() })

/** Version 2 says what it thinks, version 1 answers 87014 to what it does not like. */
export const Check = orFailed(
  v.object({ errcode: v.literal(0), result: v.optional(v.object({ suggest: v.string() })) }),
)

/** The token is wrong or over: another one may be right. */
export const TOKEN_IS_OVER: readonly number[] = [40001, 40014, 42001]

/** The code is wrong, over, or was used before. */
const CODE_IS_OVER: readonly number[] = [40029, 40163]
/** This person asks too often. */
const TOO_OFTEN = 45011

const WORDS = {
  wechatCode: '微信登录没有成功，请再点一次',
  wechatPhoneCode: '没有取到手机号，请再点一次，或直接输入手机号',
} as const

/** The refusal for what the platform did not give. */
export function refusalOf(outside: Outside, { errcode }: Failed, field: keyof typeof WORDS): Refusal {
  if (CODE_IS_OVER.includes(errcode)) return invalid({ [field]: WORDS[field] })
  if (errcode === TOO_OFTEN) return new Refusal('too_many', undefined, { retryAfter: 60 })
  return unavailable(outside, errcode)
}
