import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseEnv } from 'node:util'

import * as v from 'valibot'

import { codeOf, Trouble } from './trouble.ts'
import { type DataKey, Variables } from './variables.ts'

type Source = Readonly<Record<string, string | undefined>>
type Values = v.InferOutput<typeof Variables>

export type Env = ReturnType<typeof shape>

/**
 * The environment, parsed and checked as a whole.
 * @throws Trouble with one line for each variable that is missing, wrong or, in production, weak
 */
export function readEnv(source: Source = process.env): Env {
  const filled = filledIn(source)
  const parsed = v.safeParse(Variables, filled)
  const lines = [...linesOf(parsed.issues ?? []), ...missingIn(filled)]
  if (!parsed.success || lines.length) throw trouble(lines)
  const weak = RULES.filter(([, applies, breaks]) => applies(parsed.output) && breaks(parsed.output))
  if (weak.length) throw trouble(weak.map(([name, , , message]) => `${name} ${message}`))
  return shape(parsed.output)
}

/** As `readEnv`; outside production, keys that are not given are made once and kept in `DATA_DIR/keys.env`. */
export function loadEnv(source: Source = process.env): Env {
  const isProduction = source.NODE_ENV === 'production'
  if (isProduction || (source.DATA_KEYS && source.INDEX_KEY)) return readEnv(source)
  return readEnv({ ...keptKeys(resolve(source.DATA_DIR || '.data')), ...source })
}

/**
 * Where things lie, for backup and restore. On a new machine the keys, and in production whatever else a service
 * needs, may be missing: they come back with the backup.
 */
export function readPlaces(source: Source = process.env) {
  const kept = source.NODE_ENV === 'production' ? {} : keysIn(keyFile(resolve(source.DATA_DIR || '.data')))
  const filled = filledIn({ ...kept, ...filledIn(source) })
  const parsed = v.safeParse(Variables, filled)
  if (!parsed.success) throw trouble(linesOf(parsed.issues))
  const { DATA_KEYS, INDEX_KEY } = filled
  const { dataDir, filesDir, filesS3, databaseUrl, databaseConnections } = shape(parsed.output)
  return {
    dataDir,
    filesDir,
    filesS3,
    databaseUrl,
    databaseConnections,
    passphrase: parsed.output.BACKUP_PASSPHRASE,
    keys: DATA_KEYS && INDEX_KEY ? { DATA_KEYS, INDEX_KEY } : undefined,
  }
}

/** Puts keys from a backup where `loadEnv` finds them; the file that was there stays under another name. */
export function keepKeys(dataDir: string, keys: Readonly<Record<string, string>>): string {
  const file = keyFile(dataDir)
  if (existsSync(file)) renameSync(file, `${file}.before-${Date.now()}`)
  mkdirSync(dataDir, { recursive: true, mode: 0o711 })
  writeFileSync(file, keyLines(keys), { mode: 0o600 })
  return file
}

/** One line for each variable: the first that was found. */
function trouble(lines: string[]) {
  const first = new Map<string, string>()
  for (const line of lines) {
    const [name = ''] = line.split(' ')
    if (!first.has(name)) first.set(name, line)
  }
  return new Trouble([...first.values()].join('\n'))
}

const filledIn = (source: Source): Source =>
  Object.fromEntries(Object.entries(source).filter(([, text]) => text?.trim()))

const linesOf = (issues: readonly v.BaseIssue<unknown>[]) =>
  issues.map((issue) => `${v.getDotPath(issue)} ${issue.message}`)

const KEYS = ['DATA_KEYS', 'INDEX_KEY']
const PRODUCTION = ['DATABASE_URL', 'PUBLIC_URL', 'WECHAT_APPID', 'WECHAT_SECRET']
const SMS = ['SMS_SECRET_ID', 'SMS_SECRET_KEY', 'SMS_APP_ID', 'SMS_SIGN', 'SMS_TEMPLATE_CODE']

const S3 = ['FILES_S3_ENDPOINT', 'FILES_S3_BUCKET', 'FILES_S3_KEY_ID', 'FILES_S3_SECRET']

/** Half a store is none: with one of these all are needed. */
const s3In = (source: Source) => (S3.some((name) => source[name] !== undefined) ? S3 : [])

const missingIn = (source: Source) =>
  [...(source.NODE_ENV === 'production' ? [...PRODUCTION, ...KEYS, ...SMS] : KEYS), ...s3In(source)]
    .filter((name) => source[name] === undefined)
    .map((name) => `${name} is missing`)

const inProduction = (values: Values) => values.NODE_ENV === 'production'
const isDemo = (values: Values) => !inProduction(values) && values.DEMO !== 'off'

type Rule = [
  name: keyof Values,
  applies: (values: Values) => boolean,
  breaks: (values: Values) => boolean,
  message: string,
]

const RULES: readonly Rule[] = [
  ['DEMO', inProduction, (values) => values.DEMO === 'on', 'is on: there is no demo mode in production'],
  [
    'RATE_LIMITS',
    (values) => !isDemo(values),
    (values) => values.RATE_LIMITS === 'off',
    'may be off in demo mode only',
  ],
  [
    'PUBLIC_URL',
    inProduction,
    (values) => isPlain(values.PUBLIC_URL),
    'must begin with https:// in production',
  ],
  [
    'WECHAT_BASE',
    inProduction,
    (values) => isPlain(values.WECHAT_BASE),
    'must begin with https:// in production',
  ],
  ['CA_BASE', inProduction, (values) => isPlain(values.CA_BASE), 'must begin with https:// in production'],
  ['SMS_BASE', inProduction, (values) => isPlain(values.SMS_BASE), 'must begin with https:// in production'],
  ['DATA_KEYS', inProduction, (values) => keysOf(values).some(isWeak), 'holds a key that is not random'],
  [
    'DATA_KEYS',
    inProduction,
    (values) => keysOf(values).some(({ id }) => isOfDemo(id)),
    'holds a key of the demo',
  ],
  ['DATA_KEYS', inProduction, (values) => hasTwice(keysOf(values)), 'holds the same key twice'],
  ['INDEX_KEY', inProduction, (values) => isWeak({ key: indexKeyOf(values) }), 'is not random'],
  [
    'INDEX_KEY',
    inProduction,
    (values) => keysOf(values).some(({ key }) => key.equals(indexKeyOf(values))),
    'is also one of DATA_KEYS',
  ],
]

const keysOf = (values: Values): readonly DataKey[] => values.DATA_KEYS ?? []
const indexKeyOf = (values: Values) => values.INDEX_KEY ?? Buffer.alloc(0)
const isPlain = (url: string | undefined) => url?.startsWith('http:') ?? false
const isOfDemo = (id: string) => id.startsWith('demo')
const hasTwice = (keys: readonly DataKey[]) =>
  new Set(keys.map(({ key }) => key.toString('hex'))).size < keys.length

/** Zeros, a pattern or a typed sentence; 32 random bytes look like none of them (chance below 10⁻¹³). */
const isWeak = ({ key }: Pick<DataKey, 'key'>) =>
  new Set(key).size < 16 || key.every((byte) => byte >= 32 && byte < 127)

function shape(values: Values) {
  const dataDir = resolve(values.DATA_DIR)
  return Object.freeze({
    production: inProduction(values),
    demo: isDemo(values),
    host: values.HOST,
    port: values.PORT,
    publicUrl: values.PUBLIC_URL ?? `http://localhost:${values.PORT}`,
    trustProxy: values.TRUST_PROXY,
    dataDir,
    filesDir: values.FILES_DIR ? resolve(values.FILES_DIR) : join(dataDir, 'files'),
    filesS3: filesS3(values),
    databaseUrl: values.DATABASE_URL,
    databaseConnections: values.DATABASE_CONNECTIONS,
    dataKeys: keysOf(values),
    indexKey: indexKeyOf(values),
    wechat: wechat(values),
    sms: sms(values),
    ca: ca(values),
    contentCheck: values.CONTENT_CHECK ?? (inProduction(values) ? 'wechat' : 'off'),
    rateLimits: values.RATE_LIMITS === 'on',
    logLevel: values.LOG_LEVEL,
    bookBeforeMinutes: values.BOOK_BEFORE_MINUTES,
    changeBeforeMinutes: values.CHANGE_BEFORE_MINUTES,
    maxOpenBookings: values.MAX_OPEN_BOOKINGS,
    slotDaysAhead: values.SLOT_DAYS_AHEAD,
    missedCallAttempts: values.MISSED_CALL_ATTEMPTS,
    lateCallMinutes: values.LATE_CALL_MINUTES,
    templates: { progress: values.WECHAT_PROGRESS_TEMPLATE, reminder: values.WECHAT_REMINDER_TEMPLATE },
    quietHours: values.QUIET_HOURS,
    noticeRetryMinutes: values.NOTICE_RETRY_MINUTES,
    noticeLeaseSeconds: values.NOTICE_LEASE_SECONDS,
    seatHoldMinutes: values.SEAT_HOLD_MINUTES,
    movedHoldMinutes: values.MOVED_SEAT_HOLD_MINUTES,
    noticeKeepDays: values.NOTICE_KEEP_DAYS,
    meetingUrl: values.MEETING_URL,
    officeLimits: values.OFFICE_LIMITS,
    adviserDuties: values.ADVISER_DUTIES,
    oneSignOff: values.ONE_SIGN_OFF,
    missedCallGapMinutes: values.MISSED_CALL_GAP_MINUTES,
  })
}

/** Undefined until appid and secret are given. */
const wechat = ({ WECHAT_APPID: appId, WECHAT_SECRET: secret, WECHAT_BASE: base }: Values) =>
  appId && secret ? Object.freeze({ appId, secret, base }) : undefined

/** A licensed certification authority; undefined until all of it is given, and then agreements are signed on paper. */
const ca = ({ CA_BASE: base, CA_KEY: key }: Values) =>
  base && key ? Object.freeze({ base, key }) : undefined

/** Undefined where files lie in a folder. */
function filesS3(values: Values) {
  const { FILES_S3_ENDPOINT: endpoint, FILES_S3_BUCKET: bucket, FILES_S3_REGION: region } = values
  const { FILES_S3_KEY_ID: keyId, FILES_S3_SECRET: secret } = values
  if (!endpoint || !bucket || !keyId || !secret) return undefined
  return Object.freeze({ endpoint, bucket, region, keyId, secret })
}

/** Undefined until all of it is given. */
function sms(values: Values) {
  const { SMS_SECRET_ID: secretId, SMS_SECRET_KEY: secretKey, SMS_APP_ID: appId } = values
  const { SMS_SIGN: sign, SMS_TEMPLATE_CODE: template, SMS_BASE: base, SMS_REGION: region } = values
  if (!secretId || !secretKey || !appId || !sign || !template) return undefined
  const noticeTemplate = values.SMS_NOTICE_TEMPLATE_CODE
  const ratingTemplate = values.SMS_RATING_TEMPLATE_CODE
  const invitationTemplate = values.SMS_INVITATION_TEMPLATE_CODE
  const credentials = { secretId, secretKey, appId, sign }
  return Object.freeze({
    base,
    region,
    ...credentials,
    template,
    noticeTemplate,
    ratingTemplate,
    invitationTemplate,
  })
}

const keyFile = (dataDir: string) => join(dataDir, 'keys.env')

const keyLines = (keys: Readonly<Record<string, string>>) =>
  Object.entries(keys)
    .map(([name, text]) => `${name}=${text}\n`)
    .join('')

function keysIn(file: string): Source {
  try {
    return parseEnv(readFileSync(file, 'utf8'))
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return {}
    throw new Trouble(`the key file ${file} cannot be read (${codeOf(error)})`)
  }
}

function keptKeys(dataDir: string): Source {
  const file = keyFile(dataDir)
  if (!existsSync(file)) keepNewKeys(dataDir, file)
  return keysIn(file)
}

/** Written aside and linked into place, so that of two processes one wins and neither reads half a file. */
function keepNewKeys(dataDir: string, file: string) {
  const key = () => randomBytes(32).toString('base64')
  const aside = `${file}.${process.pid}`
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o711 })
    writeFileSync(aside, keyLines({ DATA_KEYS: `demo-${Date.now()}:${key()}`, INDEX_KEY: key() }), {
      mode: 0o600,
    })
    linkSync(aside, file)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST')
      throw new Trouble(`the key file ${file} cannot be written (${codeOf(error)})`)
  } finally {
    rmSync(aside, { force: true })
  }
}
