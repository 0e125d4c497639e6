import { createHmac } from 'node:crypto'

import { accountOf } from '../../server/accounts/accounts.ts'
import { addHours, addMinutes } from '../../src/domain/day.ts'
import { roomInWindow } from '../support/limits.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { daysLater, type Live, startLive } from './session-support.ts'

let live: Live
let demo: TestServer
let realTime: Live['context']['wallNow']
beforeAll(async () => {
  ;[live, demo] = await Promise.all([startLive(), startServer()])
  realTime = live.context.wallNow
})
afterAll(() => Promise.all([live.stop(), demo.stop()]))
afterEach(() => live.setTime(realTime))

let count = 0
const newPhone = () => `138${String(10_000_000 + count++)}`
const sessions = (phone: string, code: string, more = {}) =>
  live.post('/api/sessions', { phone, code, ...more })
const me = (token: string) => live.get('/api/me', token)

describe('a code', () => {
  it('comes by SMS and nowhere else', async () => {
    const phone = newPhone()
    const answer = await live.askCode(phone)
    expect(answer).toMatchObject({ status: 202, body: {} })
    expect(live.sms.sent.at(-1)).toEqual({
      phone: `+86${phone}`,
      code: expect.stringMatching(/^\d{6}$/),
      minutes: '5',
    })
  })

  it('is answered alike for a number that is known and one that is not', async () => {
    const [known, unknown] = [newPhone(), newPhone()]
    await live.enter(known)
    const [first, second] = [await live.askCode(known), await live.askCode(unknown)]
    expect([first.status, first.body]).toEqual([second.status, second.body])
    const wrong = [await sessions(known, '000000'), await sessions(unknown, '000000')]
    expect(wrong.map(({ status, body }) => [status, body.fields, body.detail])).toEqual(
      Array(2).fill([422, { code: expect.any(String) }, expect.any(String)]),
    )
  })

  it('is kept in no form from which it could be guessed without the key', async () => {
    const phone = newPhone()
    const code = await live.codeFor(phone)
    const { rows } = await live.database.raw('select code_hash from sign_in_code')
    const hashes = rows.map((row) => (row as { code_hash: Buffer }).code_hash.toString('hex'))
    expect(hashes).not.toContain(createHmac('sha256', '').update(code).digest('hex'))
    expect(hashes.join()).not.toContain(Buffer.from(code).toString('hex'))
  })

  it.each(['12348', '0745-1234567', '1381234567', '', 'abc'])(
    'is refused for %j: no SMS reaches it',
    async (phone) => {
      const answer = await live.askCode(phone)
      expect(answer.status).toBe(422)
      expect(answer.body).toMatchObject({ code: 'invalid', fields: { phone: expect.any(String) } })
    },
  )

  it('works once', async () => {
    const phone = newPhone()
    const code = await live.codeFor(phone)
    expect((await sessions(phone, code)).status).toBe(201)
    expect((await sessions(phone, code)).status).toBe(422)
  })

  it('opens one session when two ask with it at once', async () => {
    const phone = newPhone()
    const code = await live.codeFor(phone)
    const answers = await Promise.all([1, 2, 3, 4].map(() => sessions(phone, code)))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422, 422, 422])
  })

  it('is over after five minutes', async () => {
    const phone = newPhone()
    const code = await live.codeFor(phone)
    live.setTime(() => addMinutes(realTime(), 5))
    expect((await sessions(phone, code)).status).toBe(422)
  })

  it('is over after five attempts, however they come', async () => {
    const phone = newPhone()
    const code = await live.codeFor(phone)
    const wrong = code === '000000' ? '000001' : '000000'
    await Promise.all(Array.from({ length: 5 }, () => sessions(phone, wrong)))
    expect((await sessions(phone, code)).status).toBe(422)
  })

  it('is replaced by the next one', async () => {
    const phone = newPhone()
    const [first, second] = [await live.codeFor(phone), await live.codeFor(phone)]
    if (first !== second) expect((await sessions(phone, first)).status).toBe(422)
    expect((await sessions(phone, second)).status).toBe(201)
  })

  it('belongs to its number', async () => {
    const [mine, other] = [newPhone(), newPhone()]
    const code = await live.codeFor(mine)
    await live.codeFor(other)
    const last = live.sms.sent.at(-1)?.code
    if (code !== last) expect((await sessions(other, code)).status).toBe(422)
  })

  it('is unavailable while the provider is', async () => {
    live.sms.state.mood = 'gone'
    const answer = await live.askCode(newPhone())
    live.sms.state.mood = 'well'
    expect(answer).toMatchObject({ status: 503, body: { code: 'unavailable' } })
    expect(answer.headers.get('retry-after')).toBe('5')
  })

  it('is asked for later when the provider has sent too many', async () => {
    live.sms.wish.refuse = 'LimitExceeded.PhoneNumberOneHourLimit'
    const answer = await live.askCode(newPhone())
    delete live.sms.wish.refuse
    expect(answer).toMatchObject({ status: 429, body: { code: 'too_many' } })
  })
})

describe('limits', () => {
  beforeEach(() => roomInWindow(3600))

  it('let one number have five codes an hour', async () => {
    const phone = newPhone()
    const statuses = []
    for (let n = 0; n < 6; n++) statuses.push((await live.askCode(phone)).status)
    expect(statuses).toEqual([202, 202, 202, 202, 202, 429])
    const refused = await live.askCode(phone)
    expect(refused.body.code).toBe('too_many')
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  })

  it('let one address ask for sixty codes an hour', async () => {
    const from = '10.0.0.1'
    const answers = []
    for (let n = 0; n < 61; n++) answers.push(await live.askCode(newPhone(), from))
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(60)
    expect(answers.at(-1)?.status).toBe(429)
  })

  it('let nobody lock a number out by wrong codes: its owner still signs in', async () => {
    const phone = newPhone()
    for (let n = 0; n < 35; n++) expect((await sessions(phone, '123456')).status).toBe(422)
    expect((await live.enter(phone)).status).toBe(201)
  })

  it('let one address try three hundred times an hour', async () => {
    const attempt = () =>
      live.post('/api/sessions', { phone: newPhone(), code: '123456' }, undefined, '10.0.0.2')
    const answers = []
    for (let n = 0; n < 301; n++) answers.push((await attempt()).status)
    expect(new Set(answers.slice(0, 300))).toEqual(new Set([422]))
    expect(answers.at(-1)).toBe(429)
  })

  it('hold for all processes on the database together', async () => {
    const second = await startLive({ database: live.database, url: live.url, drop: async () => undefined })
    const phone = newPhone()
    for (let n = 0; n < 5; n++) await (n % 2 ? second : live).askCode(phone)
    expect((await second.askCode(phone)).status).toBe(429)
    await second.stop()
  })
})

describe('the first sign-in', () => {
  it('makes a resident', async () => {
    const phone = newPhone()
    const { status, body } = await live.enter(phone, { device: 'iPhone 15' })
    expect(status).toBe(201)
    expect(body).toEqual({
      token: expect.stringMatching(/^[\w-]{43}$/),
      expiresAt: expect.any(String),
      account: {
        id: expect.any(String),
        name: null,
        phone: `138****${phone.slice(-4)}`,
        regionCode: null,
        roles: [{ role: 'resident', organisationId: null, regionCode: null }],
      },
    })
    expect((await me(body.token)).body).toEqual(body.account)
  })

  it('of one number at once makes one account', async () => {
    const openId = 'openid-together'
    const answers = await Promise.all([1, 2, 3, 4].map(() => live.enterWechat(openId)))
    expect(new Set(answers.map(({ body }) => body.account.id)).size).toBe(1)
    const { context, database } = live
    const phone = newPhone()
    const ids = await Promise.all(
      [1, 2, 3, 4].map(() =>
        database.inTransaction((tx) => accountOf(tx, context.vault, { phone, now: context.wallNow() })),
      ),
    )
    expect(new Set(ids).size).toBe(1)
  })

  it('is the same account the next time', async () => {
    const phone = newPhone()
    const [first, second] = [await live.enter(phone), await live.enter(phone)]
    expect(second.body.account.id).toBe(first.body.account.id)
    expect(second.body.token).not.toBe(first.body.token)
  })

  it.each([
    [{}, 422],
    [{ phone: '13812345678' }, 422],
    [{ phone: '13812345678', code: '12' }, 422],
    [{ phone: '13812345678', code: '123456', otp: 'x' }, 422],
    [{ wechatCode: '' }, 422],
    ['{', 400],
  ])('with %j is answered with %s', async (body, status) => {
    expect((await live.post('/api/sessions', body)).status).toBe(status)
  })
})

describe('a session', () => {
  it('of a resident lasts thirty days of real time', async () => {
    const { body } = await live.enter(newPhone())
    const now = realTime()
    live.setTime(() => daysLater(now, 29))
    expect((await me(body.token)).status).toBe(200)
    live.setTime(() => daysLater(now, 31))
    expect(await me(body.token)).toMatchObject({ status: 401, body: { code: 'sign_in_first' } })
  })

  it('of a resident does not end by being idle', async () => {
    const { body } = await live.enter(newPhone())
    const later = addHours(realTime(), 48)
    live.setTime(() => later)
    expect((await me(body.token)).status).toBe(200)
  })

  it('is kept in a form that opens nothing', async () => {
    const { body } = await live.enter(newPhone())
    const { rows } = await live.database.raw(`select encode(token_hash, 'hex') as hash from session`)
    expect(rows.map((row) => (row as { hash: string }).hash)).not.toContain(
      Buffer.from(body.token).toString('hex'),
    )
  })

  it.each(['', 'short', 'x'.repeat(43), 'a b'])('is not there for the token %j', async (token) => {
    for (const path of ['/api/me', '/api/sessions', '/api/me/access-log', '/api/me/export'])
      expect((await live.get(path, token)).status).toBe(401)
    for (const path of ['/api/me', '/api/sessions/current', '/api/sessions/x'])
      expect((await live.ask('DELETE', path, { token })).status).toBe(401)
    expect((await live.ask('PATCH', '/api/me', { token, body: {} })).status).toBe(401)
    expect((await live.post('/api/me/phone', { wechatPhoneCode: 'x' }, token)).status).toBe(401)
  })

  it('stands in the list with its device and can be ended from another one', async () => {
    const phone = newPhone()
    const old = (await live.enter(phone, { device: '旧手机' })).body.token
    const now = realTime()
    live.setTime(() => addMinutes(now, 2))
    const { token } = (await live.enter(phone)).body
    const { items } = (await live.get('/api/sessions', token)).body
    expect(items).toMatchObject([
      { device: '未命名的设备', current: true },
      { device: '旧手机', current: false },
    ])
    expect((await live.ask('DELETE', `/api/sessions/${items[1].id}`, { token })).status).toBe(204)
    expect((await me(old)).status).toBe(401)
    expect((await live.get('/api/sessions', token)).body.items).toHaveLength(1)
    expect((await live.ask('DELETE', `/api/sessions/${items[1].id}`, { token })).status).toBe(404)
  })

  it('of somebody else cannot be ended', async () => {
    const [mine, theirs] = [
      (await live.enter(newPhone())).body.token,
      (await live.enter(newPhone())).body.token,
    ]
    const { items } = (await live.get('/api/sessions', theirs)).body
    expect((await live.ask('DELETE', `/api/sessions/${items[0].id}`, { token: mine })).status).toBe(404)
    expect((await me(theirs)).status).toBe(200)
  })

  it('ends by signing out', async () => {
    const { token } = (await live.enter(newPhone())).body
    expect((await live.ask('DELETE', '/api/sessions/current', { token })).status).toBe(204)
    expect((await me(token)).status).toBe(401)
  })
})

describe('demo mode', () => {
  it('shows the code of a resident, and no second factor', async () => {
    const { status, body } = await demo.post('/api/sign-in-codes', { phone: '13900000001' })
    expect(status).toBe(202)
    expect(body).toEqual({ demoCode: expect.stringMatching(/^\d{6}$/) })
  })

  it('shows both codes of staff, as often as somebody signs in', async () => {
    for (let n = 0; n < 4; n++) {
      const token = await demo.signIn('13900000101')
      expect((await demo.get('/api/me', token)).body.roles).toMatchObject([
        { role: 'resident' },
        { role: 'hotline_operator' },
      ])
    }
  })

  it('takes a shown second factor once', async () => {
    const first = (await demo.post('/api/sign-in-codes', { phone: '13900000109' })).body
    const entry = { phone: '13900000109', code: first.demoCode, otp: first.demoOtp }
    expect((await demo.post('/api/sessions', entry)).status).toBe(201)
    const { demoCode } = (await demo.post('/api/sign-in-codes', { phone: '13900000109' })).body
    const again = await demo.post('/api/sessions', { ...entry, code: demoCode })
    expect(again).toMatchObject({ status: 422, body: { fields: { otp: expect.any(String) } } })
  })

  it('knows invented people of WeChat', async () => {
    const { status, body } = await demo.post('/api/sessions', { wechatCode: 'demo-1' })
    expect(status).toBe(201)
    const bound = await demo.post(
      '/api/me/phone',
      { wechatPhoneCode: 'demo-13900000055' },
      { token: body.token },
    )
    expect(bound.body.phone).toBe('139****0055')
    expect((await demo.post('/api/sessions', { wechatCode: 'real' })).status).toBe(422)
  })
})
