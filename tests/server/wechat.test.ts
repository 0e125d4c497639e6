import { createLog } from '../../server/log.ts'
import { wechatCheckText, wechatOf } from '../../server/wechat/open.ts'
import { testEnv } from '../support/env.ts'
import { lines } from '../support/log.ts'
import type { Mood } from '../support/outside.ts'
import { wechatStandIn } from '../support/wechat-stand-in.ts'

const log = lines()
let platform: Awaited<ReturnType<typeof wechatStandIn>>

beforeEach(async () => {
  platform = await wechatStandIn()
})
afterEach(() => platform.stop())

const LIVE = { DEMO: 'off', RATE_LIMITS: 'on' }
const ground = (more: Record<string, string> = {}) => ({
  env: testEnv({ ...LIVE, ...platform.env, ...more }),
  log: createLog('info', log),
})
/** The platform keeps silent for longer; the first request of a process takes its time. */
const PATIENCE = 1500
const open = (more = {}) => wechatOf(ground(more), PATIENCE)
const refusal = (asking: Promise<unknown>) =>
  asking.then(
    () => 'answered',
    (error) => error.code,
  )
const MOODS: Mood[] = ['silent', 'nonsense', 'endless', 'broken', 'gone', 'elsewhere']

describe('who somebody is', () => {
  it('is answered for a code of wx.login, once', async () => {
    platform.wechat.people.set('code-1', 'openid-1')
    expect(await open().openIdOf('code-1')).toBe('openid-1')
    expect(await refusal(open().openIdOf('code-1'))).toBe('invalid')
  })

  it.each([
    [40029, 'invalid'],
    [40163, 'invalid'],
    [45011, 'too_many'],
    [-1, 'unavailable'],
    [40226, 'unavailable'],
    [0, 'unavailable'],
  ])('answered with %s is %s', async (errcode, code) => {
    platform.wechat.errors.set('/sns/jscode2session', errcode)
    expect(await refusal(open().openIdOf('code-1'))).toBe(code)
  })

  it('is unavailable with a wrong secret', async () => {
    expect(await refusal(open({ WECHAT_SECRET: 'another' }).openIdOf('code-1'))).toBe('unavailable')
  })

  it.each(MOODS)('is unavailable when the platform is %s', async (mood) => {
    platform.state.mood = mood
    expect(await refusal(open().openIdOf('code-1'))).toBe('unavailable')
  })
})

describe('a telephone number (WX-3)', () => {
  beforeEach(() => {
    for (const countryCode of ['86', 86])
      platform.wechat.phones.set(`code-${typeof countryCode}`, {
        purePhoneNumber: '13812345678',
        countryCode,
      })
    platform.wechat.phones.set('abroad', { purePhoneNumber: '61234567', countryCode: '852' })
  })

  it.each(['code-string', 'code-number'])('is answered for a %s of the button', async (code) => {
    expect(await open().phoneOf(code)).toBe('13812345678')
  })

  it('of another country is refused in words', async () => {
    expect(await refusal(open().phoneOf('abroad'))).toBe('invalid')
  })

  it('is refused for a code that was used', async () => {
    const wechat = open()
    await wechat.phoneOf('code-string')
    expect(await refusal(wechat.phoneOf('code-string'))).toBe('invalid')
  })

  it('is read with one token for many questions', async () => {
    const wechat = open()
    await Promise.all(['code-string', 'code-number'].map((code) => wechat.phoneOf(code)))
    expect(platform.count('/cgi-bin/stable_token')).toBe(1)
  })

  it('is read with a new token when the platform has changed it', async () => {
    const wechat = open()
    await wechat.phoneOf('code-string')
    platform.wechat.given = platform.wechat.token = 'token-2'
    expect(await wechat.phoneOf('code-number')).toBe('13812345678')
    expect(platform.wechat.forced).toBe(0)
  })

  it('is read with a forced token when the platform refuses the one it gives', async () => {
    platform.wechat.token = 'another'
    expect(await open().phoneOf('code-string')).toBe('13812345678')
    expect(platform.wechat.forced).toBe(1)
  })

  it('is read with a new token when the old one is about to end', async () => {
    platform.wechat.expiresIn = 60
    const wechat = open()
    await wechat.phoneOf('code-string')
    const before = platform.count('/cgi-bin/stable_token')
    await wechat.phoneOf('code-number')
    expect(platform.count('/cgi-bin/stable_token')).toBeGreaterThan(before)
  })

  it('is unavailable while the platform gives no token, and there again afterwards', async () => {
    const wechat = open()
    platform.wechat.errors.set('/cgi-bin/stable_token', -1)
    expect(await refusal(wechat.phoneOf('code-string'))).toBe('unavailable')
    platform.wechat.errors.clear()
    expect(await wechat.phoneOf('code-string')).toBe('13812345678')
  })

  it.each(MOODS)('is unavailable when the platform is %s', async (mood) => {
    const wechat = open()
    await wechat.phoneOf('code-string')
    platform.state.mood = mood
    expect(await refusal(wechat.phoneOf('code-number'))).toBe('unavailable')
  })
})

describe('words that others will see (WX-5)', () => {
  const check = (text: string, openId: string | null = 'openid-1') => open().checkText(text, openId)

  it('pass when the platform finds nothing', async () => {
    expect(await check('邻居占了我家的田埂')).toBe('passed')
    expect(platform.wechat.checked).toEqual([
      { version: 2, scene: 2, openid: 'openid-1', content: '邻居占了我家的田埂' },
    ])
  })

  it.each(['risky', 'review'])('wait for a person when the platform says %s', async (text) => {
    expect(await check(text)).toBe('held')
  })

  it('are checked to their end when they are long', async () => {
    expect(await check(`${'长'.repeat(4500)}risky`)).toBe('held')
    expect(platform.wechat.checked).toHaveLength(3)
  })

  it('of somebody who is not in WeChat are checked too', async () => {
    expect(await check('邻居占了我家的田埂', null)).toBe('passed')
    expect(await check('risky', null)).toBe('held')
  })

  it('of somebody who has not opened WeChat for hours wait for a person', async () => {
    expect(await check('邻居占了我家的田埂', 'asleep')).toBe('held')
  })

  it.each(MOODS)('wait for a person when the platform is %s', async (mood) => {
    platform.state.mood = mood
    expect(await check('邻居占了我家的田埂')).toBe('held')
  })

  it('wait for a person when the check is wanted and WeChat is not configured', async () => {
    const nobody = { env: testEnv({ ...LIVE, CONTENT_CHECK: 'wechat' }), log: createLog('silent') }
    expect(await wechatCheckText(nobody)('邻居占了我家的田埂', async () => null)).toBe('held')
  })

  it('are not sent anywhere when the check is off', async () => {
    expect(await wechatCheckText(ground({ CONTENT_CHECK: 'off' }))('risky', async () => null)).toBe('passed')
    expect(platform.state.asked).toEqual([])
  })
})

describe('demo mode', () => {
  const demo = () =>
    wechatOf({ env: testEnv({ ...platform.env, CONTENT_CHECK: 'wechat' }), log: createLog('silent') })

  it('knows invented people and numbers, and asks nobody outside', async () => {
    expect(await demo().openIdOf('demo-7')).toBe('demo-7')
    expect(await demo().phoneOf('demo-13900000007')).toBe('13900000007')
    expect(await demo().checkText('risky', null)).toBe('passed')
    expect(platform.state.asked).toEqual([])
  })

  it('says that nobody else can sign in through WeChat', async () => {
    expect(await refusal(demo().openIdOf('081abc'))).toBe('invalid')
    expect(await refusal(demo().phoneOf('demo-12345'))).toBe('invalid')
  })
})

describe('a service without WeChat', () => {
  const nobody = () => wechatOf({ env: testEnv(LIVE), log: createLog('silent') })

  it('sends people to the telephone code', async () => {
    expect(await refusal(nobody().openIdOf('081abc'))).toBe('unavailable')
    expect(await refusal(nobody().phoneOf('demo-13900000007'))).toBe('unavailable')
  })
})

it('leaves no number, code, openid, secret or token in the log', () => {
  expect(log.text()).toContain('a service outside does not answer as it should')
  expect(log.text()).not.toMatch(/13812345678|openid-1|code-|wechat-secret|token-|forced-|田埂/)
})
