import * as v from 'valibot'

import { DUTIES, DUTY_NAMES, type Duties } from '#domain/adviser'
import { isMeetingUrl } from '#domain/meeting'
import { isOwnPromise } from '#domain/rules'

const choice = <const T extends readonly string[]>(options: T) =>
  v.picklist(options, `must be one of ${options.join(', ')}`)

const whole = (least: number, most: number) => {
  const message = `must be a whole number from ${least} to ${most}`
  return v.pipe(
    v.string(),
    v.digits(message),
    v.transform(Number),
    v.minValue(least, message),
    v.maxValue(most, message),
  )
}

const address = v.pipe(
  v.string(),
  v.check(
    (text) => /^https?:$/.test(URL.parse(text)?.protocol ?? ''),
    'must be an address such as https://law.example.cn',
  ),
  v.transform((text) => text.replace(/\/+$/, '')),
)

const database = v.pipe(
  v.string(),
  v.check(
    (text) => /^postgres(ql)?:$/.test(URL.parse(text)?.protocol ?? ''),
    'must be an address such as postgresql://user:password@host:5432/linfa',
  ),
)

const key = (text: string) => {
  const bytes = Buffer.from(text, 'base64')
  return bytes.length === 32 && /^[A-Za-z0-9+/]{43}=?$/.test(text) ? bytes : undefined
}

const HOW = 'make one with: openssl rand -base64 32'

const indexKey = v.pipe(
  v.string(),
  v.check((text) => key(text) !== undefined, `must be 32 bytes in base64; ${HOW}`),
  v.transform((text) => key(text) ?? Buffer.alloc(0)),
)

export type DataKey = { readonly id: string; readonly key: Buffer }

const splitKeys = (text: string): Partial<DataKey>[] =>
  text.split(',').map((part) => {
    const [, id, value = ''] = part.trim().match(/^([a-z0-9-]{1,32}):(.*)$/) ?? []
    const bytes = key(value)
    return { ...(id && { id }), ...(bytes && { key: bytes }) }
  })

const dataKeys = v.pipe(
  v.string(),
  v.transform(splitKeys),
  v.check(
    (keys) => keys.every(({ id, key }) => id && key),
    `must be id:key,id:key… with ids of small letters, digits and -, and keys of 32 bytes in base64; ${HOW}`,
  ),
  v.check((keys) => new Set(keys.map(({ id }) => id)).size === keys.length, 'names the same key id twice'),
  v.transform((keys) => keys.flatMap(({ id, key }): DataKey[] => (id && key ? [{ id, key }] : []))),
)

/** `21:00-08:00`; the same time twice means never. */
const hours = v.pipe(
  v.string(),
  v.regex(/^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/, 'must be two times such as 21:00-08:00'),
  v.transform((text) => ({ from: text.slice(0, 5), to: text.slice(6) })),
)

const minutes = v.pipe(
  v.string(),
  v.regex(/^\d{1,4}(,\d{1,4}){0,9}$/, 'must be up to ten numbers of minutes such as 1,5,30'),
  v.transform((text) => text.split(',').map(Number)),
)

/** A template of the platform and what its fields for number, time and text are called there. */
const template = v.pipe(
  v.string(),
  v.regex(/^[\w-]+(\/[a-z_]+\d+){3}$/, 'must be such as TEMPLATE_ID/character_string1/time2/thing3'),
  v.transform((text) => {
    const [id = '', number = '', time = '', short = ''] = text.split('/')
    return { id, number, time, short }
  }),
)

/** `a, b`: names, a comma between. */
const names = v.pipe(
  v.string(),
  v.transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
  ),
)

/** `name=amount,…` */
const amounts = (isRight: (name: string, amount: string) => boolean, message: string) =>
  v.pipe(
    names,
    v.transform((parts) => parts.map((part) => part.split('='))),
    v.check((pairs) => pairs.every(([name = '', amount = '']) => isRight(name, amount)), message),
    v.transform((pairs) => Object.fromEntries(pairs.map(([name, amount]) => [name, Number(amount)]))),
  )

/** `VA-9=24,…`: what this office promises, where the law leaves it free. */
const officeLimits = amounts(
  (rule, amount) => isOwnPromise(rule) && /^[1-9]\d{0,3}$/.test(amount),
  'must be such as VA-9=24; what the law fixes cannot be set',
)

/** `visits_month=1,…`: what this office asks of village advisers (VA-7); what is not named stays. */
const adviserDuties = v.pipe(
  amounts(
    (name, amount) => DUTY_NAMES.some((duty) => duty === name) && /^\d{1,3}$/.test(amount),
    `must be such as visits_month=1,max_villages=5; there are ${DUTY_NAMES.join(', ')}`,
  ),
  v.transform((named): Duties => ({ ...DUTIES, ...named })),
)

/** Where the office talks by video: `{room}` becomes a word that says nothing of the person. */
const meeting = v.pipe(
  v.string(),
  v.check((text) => isMeetingUrl(text), 'must be such as https://meeting.example/j/{room}'),
)
const onOff = choice(['on', 'off'])
const text = v.string()

/** Every variable that the server reads; one that is missing or empty has its default. */
export const Variables = v.object({
  NODE_ENV: v.optional(choice(['development', 'test', 'production']), 'development'),
  DEMO: v.optional(onOff),
  PORT: v.optional(whole(0, 65_535), '3000'),
  HOST: v.optional(text, '0.0.0.0'),
  PUBLIC_URL: v.optional(address),
  TRUST_PROXY: v.optional(whole(0, 10), '0'),
  DATA_DIR: v.optional(text, '.data'),
  FILES_DIR: v.optional(text),
  FILES_S3_ENDPOINT: v.optional(address),
  FILES_S3_BUCKET: v.optional(v.pipe(text, v.regex(/^[\w.-]{1,100}$/, 'must be the name of a bucket'))),
  FILES_S3_REGION: v.optional(text, 'us-east-1'),
  FILES_S3_KEY_ID: v.optional(text),
  FILES_S3_SECRET: v.optional(text),
  DATABASE_URL: v.optional(database),
  DATABASE_CONNECTIONS: v.optional(whole(2, 500), '10'),
  DATA_KEYS: v.optional(dataKeys),
  INDEX_KEY: v.optional(indexKey),
  WECHAT_APPID: v.optional(text),
  WECHAT_SECRET: v.optional(text),
  WECHAT_BASE: v.optional(address, 'https://api.weixin.qq.com'),
  SMS_BASE: v.optional(address, 'https://sms.tencentcloudapi.com'),
  SMS_SECRET_ID: v.optional(text),
  SMS_SECRET_KEY: v.optional(text),
  SMS_APP_ID: v.optional(text),
  SMS_SIGN: v.optional(text),
  SMS_TEMPLATE_CODE: v.optional(text),
  SMS_NOTICE_TEMPLATE_CODE: v.optional(text),
  SMS_RATING_TEMPLATE_CODE: v.optional(text),
  SMS_INVITATION_TEMPLATE_CODE: v.optional(text),
  WECHAT_PROGRESS_TEMPLATE: v.optional(template),
  WECHAT_REMINDER_TEMPLATE: v.optional(template),
  SMS_REGION: v.optional(text, 'ap-guangzhou'),
  CONTENT_CHECK: v.optional(choice(['wechat', 'off'])),
  BACKUP_PASSPHRASE: v.optional(v.pipe(text, v.minLength(12, 'must have 12 characters or more'))),
  RATE_LIMITS: v.optional(onOff, 'on'),
  LOG_LEVEL: v.optional(choice(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']), 'info'),
  BOOK_BEFORE_MINUTES: v.optional(whole(0, 10_080), '60'),
  CHANGE_BEFORE_MINUTES: v.optional(whole(0, 10_080), '120'),
  MAX_OPEN_BOOKINGS: v.optional(whole(1, 100), '3'),
  SLOT_DAYS_AHEAD: v.optional(whole(1, 90), '14'),
  MISSED_CALL_ATTEMPTS: v.optional(whole(1, 10), '3'),
  LATE_CALL_MINUTES: v.optional(whole(1, 1440), '30'),
  QUIET_HOURS: v.optional(hours, '21:00-08:00'),
  NOTICE_RETRY_MINUTES: v.optional(minutes, '1,5,30,60,120'),
  NOTICE_LEASE_SECONDS: v.optional(whole(1, 3600), '60'),
  SEAT_HOLD_MINUTES: v.optional(whole(1, 1440), '15'),
  OFFICE_LIMITS: v.optional(officeLimits, ''),
  ADVISER_DUTIES: v.optional(adviserDuties, ''),
  ONE_SIGN_OFF: v.optional(names, ''),
  NOTICE_KEEP_DAYS: v.optional(whole(30, 3650), '365'),
  MEETING_URL: v.optional(meeting),
  MOVED_SEAT_HOLD_MINUTES: v.optional(whole(30, 10_080), '1440'),
  CA_BASE: v.optional(address),
  CA_KEY: v.optional(text),
  MISSED_CALL_GAP_MINUTES: v.optional(whole(1, 1440), '30'),
})
