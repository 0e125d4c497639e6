import * as v from 'valibot'

import { Refusal } from '#domain/refusal'
import type { Env } from '../env.ts'
import type { Log } from '../log.ts'
import { askOutside, type Outside, unavailable } from '../outside.ts'
import { authorization, CONTENT_TYPE } from './sign.ts'

/** Sends a code to a mobile number of the mainland. @throws Refusal `too_many`, `unavailable` */
export type SendSms = (phone: string, code: string) => Promise<void>

const Failed = v.object({ Error: v.object({ Code: v.string() }) })
const Sent = v.object({ SendStatusSet: v.tuple([v.object({ Code: v.string() })]) })
const Answer = v.object({ Response: v.union([Failed, Sent]) })

/** A person waits for it. */
const TIMEOUT_MS = 8000

/** Tencent Cloud SMS. Of the template, {1} is the code and {2} for how many minutes it is good. */
export function openSms(
  { sms }: Pick<Env, 'sms'>,
  minutes: number,
  log: Log,
  timeoutMs = TIMEOUT_MS,
): SendSms | undefined {
  if (!sms) return undefined
  const outside = { name: 'sms', log, timeoutMs }
  return async (phone, code) =>
    check(
      outside,
      await send(sms, outside, { phone, template: sms.template, words: [code, String(minutes)] }),
    )
}

/** Gives what the provider answers, `Ok` or a code of its own. @throws Refusal `unavailable` */
export type SendSmsNotice = (phone: string, words: readonly string[], key: string) => Promise<string>

/**
 * Of the template of a notice, {1} is the number of the case, {2} what it is and {3} when; of the one that asks for a
 * rating, {1} is the link.
 */
export function openSmsNotices(
  { sms }: Pick<Env, 'sms'>,
  log: Log,
  template: string | undefined,
  timeoutMs = TIMEOUT_MS,
): SendSmsNotice | undefined {
  if (!sms || !template) return undefined
  const outside = { name: 'sms', log, timeoutMs }
  return (phone, words, key) => send(sms, outside, { phone, template, words, key })
}

type Sms = NonNullable<Env['sms']>
type Text = { phone: string; template: string; words: readonly string[]; key?: string }

async function send(sms: Sms, outside: Outside, { phone, template, words, key }: Text): Promise<string> {
  const payload = JSON.stringify({
    PhoneNumberSet: [`+86${phone}`],
    SmsSdkAppId: sms.appId,
    SignName: sms.sign,
    TemplateId: template,
    TemplateParamSet: words,
    // Comes back with the receipt, by which the provider's list and ours can be compared.
    ...(key && { SessionContext: key }),
  })
  const { Response } = await askOutside(outside, `${sms.base}/`, request(sms, payload), Answer)
  return 'Error' in Response ? Response.Error.Code : Response.SendStatusSet[0].Code
}

function request(sms: Sms, payload: string): RequestInit {
  const timestamp = Math.floor(Date.now() / 1000)
  const { host } = new URL(sms.base)
  return {
    method: 'POST',
    body: payload,
    headers: {
      authorization: authorization(sms, { service: 'sms', host, payload, timestamp }),
      'content-type': CONTENT_TYPE,
      'x-tc-action': 'SendSms',
      'x-tc-version': '2021-01-11',
      'x-tc-timestamp': String(timestamp),
      'x-tc-region': sms.region,
    },
  }
}

function check(outside: Outside, code: string) {
  if (code === 'Ok') return
  if (/^(Request)?LimitExceeded/.test(code))
    throw new Refusal('too_many', '这个号码收短信太频繁了，请过一会儿再试', { retryAfter: 60 })
  throw unavailable(outside, /^[\w.]{1,80}$/.test(code) ? code : 'nonsense')
}
