import { createHash, createHmac } from 'node:crypto'

import { type Asked, standIn } from './outside.ts'

export const SMS = {
  SMS_SECRET_ID: 'AKIDEXAMPLE',
  SMS_SECRET_KEY: 'sms-secret-key-of-the-test',
  SMS_APP_ID: '1400006666',
  SMS_SIGN: '邻法',
  SMS_TEMPLATE_CODE: '449739',
} as const

export const SMS_NOTICES = {
  SMS_NOTICE_TEMPLATE_CODE: '449740',
  SMS_RATING_TEMPLATE_CODE: '449741',
  SMS_INVITATION_TEMPLATE_CODE: '449742',
} as const

const OF_NOTICES: readonly string[] = Object.values(SMS_NOTICES)

const hash = (text: string) => createHash('sha256').update(text).digest('hex')
const mac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()

/** The signature as the provider works it out for itself, from what really arrived. */
function signatureOf({ headers, text }: Asked, signed: string, scope: string): string {
  const lines = signed.split(';').map((name) => `${name}:${headers[name]}\n`)
  const request = `POST\n/\n\n${lines.join('')}\n${signed}\n${hash(text)}`
  const toSign = `TC3-HMAC-SHA256\n${headers['x-tc-timestamp']}\n${scope}\n${hash(request)}`
  const key = scope.split('/').reduce<string | Buffer>(mac, `TC3${SMS.SMS_SECRET_KEY}`)
  return mac(key, toSign).toString('hex')
}

const SHAPE = /^TC3-HMAC-SHA256 Credential=(\w+)\/(\S+), SignedHeaders=(\S+), Signature=(\w{64})$/

function problemWith(asked: Asked): string | undefined {
  const { headers } = asked
  const [, id, scope = '', signed = '', signature] = SHAPE.exec(headers.authorization ?? '') ?? []
  const problems: readonly (readonly [boolean, string])[] = [
    [id !== SMS.SMS_SECRET_ID, 'AuthFailure.SecretIdNotFound'],
    [signature !== signatureOf(asked, signed, scope), 'AuthFailure.SignatureFailure'],
    [Math.abs(Date.now() / 1000 - Number(headers['x-tc-timestamp'])) > 300, 'AuthFailure.SignatureExpire'],
    [!scope.endsWith('/sms/tc3_request'), 'AuthFailure.InvalidAuthorization'],
    [headers['x-tc-action'] !== 'SendSms' || headers['x-tc-version'] !== '2021-01-11', 'InvalidAction'],
  ]
  return problems.find(([isSo]) => isSo)?.[1]
}

type Text = {
  PhoneNumberSet: string[]
  SmsSdkAppId: string
  SignName: string
  TemplateId: string
  TemplateParamSet: string[]
  SessionContext: string
}

const TEMPLATES: readonly string[] = [SMS.SMS_TEMPLATE_CODE, ...OF_NOTICES]

const isOurs = ({ SmsSdkAppId, SignName, TemplateId }: Text) =>
  SmsSdkAppId === SMS.SMS_APP_ID && SignName === SMS.SMS_SIGN && TEMPLATES.includes(TemplateId)

/** Tencent Cloud SMS as far as we use it. What it would send lies in `sent`. */
export async function smsStandIn() {
  const sent: { phone: string; code: string; minutes: string }[] = []
  const notices: { phone: string; words: string[]; key: string }[] = []
  const wish: { refuse?: string; fail?: string; answer?: unknown } = {}
  const keep = ({ PhoneNumberSet, TemplateId, TemplateParamSet: words, SessionContext: key }: Text) => {
    const phone = PhoneNumberSet[0] ?? ''
    if (OF_NOTICES.includes(TemplateId)) notices.push({ phone, words, key })
    else sent.push({ phone, code: words[0] ?? '', minutes: words[1] ?? '' })
  }
  const stand = await standIn((asked) => {
    if (wish.answer !== undefined) return wish.answer
    const wrong = problemWith(asked) ?? wish.fail
    if (wrong) return { Response: { Error: { Code: wrong, Message: '…' }, RequestId: 'r' } }
    const text = JSON.parse(asked.text)
    if (!isOurs(text))
      return {
        Response: { Error: { Code: 'InvalidParameterValue.TemplateParameterFormatError', Message: '' } },
      }
    if (!wish.refuse) keep(text)
    const status = {
      SerialNo: '1',
      PhoneNumber: text.PhoneNumberSet[0],
      Fee: 1,
      Code: wish.refuse ?? 'Ok',
      Message: '',
    }
    return { Response: { SendStatusSet: [status], RequestId: 'r' } }
  })
  return { ...stand, sent, notices, wish, env: { ...SMS, SMS_BASE: stand.base } }
}
