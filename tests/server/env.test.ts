import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { keepKeys, loadEnv, readEnv, readPlaces } from '../../server/env.ts'

const key = (seed: number) =>
  Buffer.from(Array.from({ length: 32 }, (_, n) => (n * 37 + seed * 11) % 256)).toString('base64')
const KEYS = { DATA_KEYS: `k2026:${key(1)}`, INDEX_KEY: key(2) }
const PRODUCTION = {
  ...KEYS,
  NODE_ENV: 'production',
  DATABASE_URL: 'postgresql://linfa:secret@db.example.cn/linfa',
  PUBLIC_URL: 'https://law.example.cn/',
  WECHAT_APPID: 'wx0123',
  WECHAT_SECRET: 'secret',
  SMS_SECRET_ID: 'id',
  SMS_SECRET_KEY: 'secret',
  SMS_APP_ID: '1400000000',
  SMS_SIGN: '邻法',
  SMS_TEMPLATE_CODE: '100000',
}
const without = (...names: string[]) =>
  Object.fromEntries(Object.entries(PRODUCTION).filter(([name]) => !names.includes(name)))

const linesOf = (work: () => unknown): string[] => {
  try {
    work()
  } catch (error) {
    return error instanceof Error ? error.message.split('\n') : []
  }
  return []
}

describe('the environment', () => {
  it('of a fresh machine is the demo on port 3000', () => {
    expect(readEnv(KEYS)).toMatchObject({
      production: false,
      demo: true,
      port: 3000,
      publicUrl: 'http://localhost:3000',
      trustProxy: 0,
      databaseUrl: undefined,
      wechat: undefined,
      sms: undefined,
      contentCheck: 'off',
      rateLimits: true,
      bookBeforeMinutes: 60,
      changeBeforeMinutes: 120,
      maxOpenBookings: 3,
      slotDaysAhead: 14,
      missedCallAttempts: 3,
      lateCallMinutes: 30,
    })
  })

  it('of production has no demo and checks what citizens write', () => {
    expect(readEnv(PRODUCTION)).toMatchObject({
      production: true,
      demo: false,
      publicUrl: 'https://law.example.cn',
      contentCheck: 'wechat',
      wechat: { appId: 'wx0123', base: 'https://api.weixin.qq.com' },
      sms: { sign: '邻法', template: '100000' },
    })
  })

  it('cannot be changed afterwards', () => {
    expect(Object.isFrozen(readEnv(KEYS))).toBe(true)
  })

  it('takes several keys, the first of which writes', () => {
    const { dataKeys } = readEnv({ ...KEYS, DATA_KEYS: `new:${key(3)}, old:${key(1)}` })
    expect(dataKeys.map(({ id, key }) => [id, key.length])).toEqual([
      ['new', 32],
      ['old', 32],
    ])
  })

  it('treats an empty variable as one that is not there', () => {
    expect(readEnv({ ...KEYS, PORT: '', PUBLIC_URL: ' ' }).port).toBe(3000)
  })

  it.each([
    ['PORT', 'abc', 'must be a whole number from 0 to 65535'],
    ['PORT', '70000', 'must be a whole number from 0 to 65535'],
    ['TRUST_PROXY', '-1', 'must be a whole number from 0 to 10'],
    ['NODE_ENV', 'prod', 'must be one of development, test, production'],
    ['LOG_LEVEL', 'loud', 'must be one of silent,'],
    ['DEMO', 'yes', 'must be one of on, off'],
    ['PUBLIC_URL', 'law.example.cn', 'must be an address'],
    ['DATABASE_URL', 'mysql://x', 'must be an address such as postgresql:'],
    ['DATA_KEYS', 'a', 'must be id:key'],
    ['DATA_KEYS', `a:${Buffer.alloc(16).toString('base64')}`, 'must be id:key'],
    ['DATA_KEYS', `a:${key(1)},a:${key(2)}`, 'names the same key id twice'],
    ['INDEX_KEY', 'short', 'must be 32 bytes in base64'],
    ['BACKUP_PASSPHRASE', 'short', 'must have 12 characters'],
  ])('names %s when it is %s', (name, text, message) => {
    const lines = linesOf(() => readEnv({ ...KEYS, [name]: text }))
    expect(lines).toEqual([expect.stringContaining(`${name} ${message}`)])
  })

  it('lets limits be off in demo mode alone', () => {
    expect(readEnv({ ...KEYS, RATE_LIMITS: 'off' }).rateLimits).toBe(false)
    const outside = linesOf(() => readEnv({ ...KEYS, DEMO: 'off', RATE_LIMITS: 'off' }))
    expect(outside).toEqual(['RATE_LIMITS may be off in demo mode only'])
  })
})

describe('production does not start', () => {
  const required = Object.keys(PRODUCTION).filter((name) => name !== 'NODE_ENV')

  it.each(required)('without %s', (name) => {
    expect(linesOf(() => readEnv(without(name)))).toEqual([`${name} is missing`])
  })

  it('and names everything that is missing at once', () => {
    const lines = linesOf(() => readEnv({ NODE_ENV: 'production', PORT: 'x' }))
    expect(lines.map((line) => line.split(' ')[0]).sort()).toEqual(['PORT', ...required].sort())
  })

  it.each([
    ['DEMO', 'on', 'there is no demo mode in production'],
    ['RATE_LIMITS', 'off', 'may be off in demo mode only'],
    ['PUBLIC_URL', 'http://law.example.cn', 'must begin with https://'],
    ['WECHAT_BASE', 'http://elsewhere.cn', 'must begin with https://'],
    ['SMS_BASE', 'http://elsewhere.cn', 'must begin with https://'],
    ['DATA_KEYS', `a:${Buffer.alloc(32).toString('base64')}`, 'holds a key that is not random'],
    [
      'DATA_KEYS',
      `a:${Buffer.from('correct horse battery staple 123').toString('base64')}`,
      'holds a key that is not random',
    ],
    ['DATA_KEYS', `demo-1:${key(1)}`, 'holds a key of the demo'],
    ['DATA_KEYS', `a:${key(1)},b:${key(1)}`, 'holds the same key twice'],
    ['INDEX_KEY', Buffer.alloc(32, 9).toString('base64'), 'is not random'],
    ['INDEX_KEY', key(1), 'is also one of DATA_KEYS'],
  ])('when %s is %s', (name, text, message) => {
    const lines = linesOf(() => readEnv({ ...PRODUCTION, [name]: text }))
    expect(lines).toEqual([expect.stringContaining(`${name} `)])
    expect(lines[0]).toContain(message)
  })

  it('and tells nobody the secret that was wrong', () => {
    const lines = linesOf(() => readEnv({ ...PRODUCTION, INDEX_KEY: 'my-secret', DATA_KEYS: 'a:my-secret' }))
    expect(lines.join()).not.toContain('my-secret')
  })
})

describe('keys that nobody gave', () => {
  let dir: string
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'linfa-env-'))
  })
  afterEach(() => rmSync(dir, { recursive: true }))

  it('are made once for a demo and kept where only the owner reads', () => {
    const first = loadEnv({ DATA_DIR: dir })
    expect(loadEnv({ DATA_DIR: dir })).toEqual(first)
    expect(first.dataKeys[0]?.key).toHaveLength(32)
    expect(statSync(join(dir, 'keys.env')).mode & 0o077).toBe(0)
  })

  it('are never made in production', () => {
    const env = { ...without('DATA_KEYS', 'INDEX_KEY'), DATA_DIR: dir }
    expect(linesOf(() => loadEnv(env))).toEqual(['DATA_KEYS is missing', 'INDEX_KEY is missing'])
  })

  it('that come back from a backup replace the others, which are kept aside', () => {
    loadEnv({ DATA_DIR: dir })
    const made = readFileSync(join(dir, 'keys.env'), 'utf8')
    const aside = keepKeys(dir, KEYS)
    expect(readPlaces({ DATA_DIR: dir }).keys).toEqual(KEYS)
    expect(made).not.toContain(KEYS.INDEX_KEY)
    expect(aside).toBe(join(dir, 'keys.env'))
  })
})
