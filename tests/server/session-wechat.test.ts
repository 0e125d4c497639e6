import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'

import type { Instant } from '../../src/domain/day.ts'
import { roomInWindow } from '../support/limits.ts'
import { caseOf, daysLater, employ, type Live, startLive } from './session-support.ts'

let live: Live
let realTime: () => Instant
beforeAll(async () => {
  live = await startLive()
  realTime = live.context.wallNow
})
afterAll(() => live.stop())
afterEach(() => live.setTime(realTime))

let count = 0
const newPhone = () => `136${String(10_000_000 + count++)}`
const newPerson = () => `openid-${randomUUID()}`
const me = (token: string) => live.get('/api/me', token)
const inWechat = async (person = newPerson()) => (await live.enterWechat(person)).body
const byPhone = async (phone = newPhone(), more = {}) => (await live.enter(phone, more)).body
const refusedWith = (words: string) => ({
  status: 409,
  body: { code: 'not_now', detail: expect.stringContaining(words) },
})

describe('somebody in WeChat', () => {
  it('is a resident without a number, and the same one the next time', async () => {
    const person = newPerson()
    const first = await live.enterWechat(person)
    expect(first).toMatchObject({
      status: 201,
      body: { account: { name: null, phone: null, roles: [{ role: 'resident' }] } },
    })
    expect((await inWechat(person)).account.id).toBe(first.body.account.id)
  })

  it.each([
    [40029, 422, 'invalid'],
    [45011, 429, 'too_many'],
    [-1, 503, 'unavailable'],
  ])('is told what to do when WeChat answers %s', async (errcode, status, code) => {
    live.platform.wechat.errors.set('/sns/jscode2session', errcode)
    const answer = await live.post('/api/sessions', { wechatCode: 'any' })
    live.platform.wechat.errors.clear()
    expect(answer).toMatchObject({ status, body: { code } })
    expect(answer.body.detail).toMatch(/[一-龥]/)
  })

  it('carries no roles, whoever it is', async () => {
    const phone = newPhone()
    const { token, account } = await inWechat()
    await live.bind(phone, token)
    await employ(live, phone)
    expect((await me(token)).body.roles).toEqual([
      { role: 'resident', organisationId: null, regionCode: null },
    ])
    expect((await live.get('/api/cases?view=desk', token)).status).toBe(403)
    expect(account.id).toBe((await me(token)).body.id)
  })
})

describe('a number from WeChat (WX-3)', () => {
  it('is bound to the account, which can then be entered by SMS', async () => {
    const phone = newPhone()
    const { token, account } = await inWechat()
    const bound = await live.bind(phone, token)
    expect(bound).toMatchObject({ status: 200, body: { id: account.id, phone: `136****${phone.slice(-4)}` } })
    expect((await byPhone(phone)).account.id).toBe(account.id)
  })

  it('may be changed for another one', async () => {
    const [old, next] = [newPhone(), newPhone()]
    const { token, account } = await inWechat()
    await live.bind(old, token)
    expect((await live.bind(next, token)).body.phone).toBe(`136****${next.slice(-4)}`)
    expect((await byPhone(next)).account.id).toBe(account.id)
    expect((await byPhone(old)).account.id).not.toBe(account.id)
  })

  it('that is there already brings the WeChat identity to its account, and the session with it', async () => {
    const [phone, person] = [newPhone(), newPerson()]
    const owner = await byPhone(phone)
    await caseOf(live, owner.account.id, 'booked')
    const { token, account } = await inWechat(person)
    await live.ask('PATCH', '/api/me', { token, body: { name: '向阳花' } })
    const bound = await live.bind(phone, token)
    expect(bound.body).toMatchObject({ id: owner.account.id, name: '向阳花', phone: expect.any(String) })
    expect((await me(token)).body.id).toBe(owner.account.id)
    expect((await live.get('/api/cases', token)).body.items).toHaveLength(1)
    expect((await inWechat(person)).account.id).toBe(owner.account.id)
    expect(account.id).not.toBe(owner.account.id)
  })

  it('that belongs to another person of WeChat is refused', async () => {
    const phone = newPhone()
    await live.bind(phone, (await inWechat()).token)
    expect(await live.bind(phone, (await inWechat()).token)).toMatchObject(refusedWith('另一个微信'))
  })

  it('that is new is given to one of three who bind it at once, and the others are told', async () => {
    const phone = newPhone()
    const people = await Promise.all([1, 2, 3].map(() => inWechat()))
    const answers = await Promise.all(people.map(({ token }) => live.bind(phone, token)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    for (const answer of answers.filter(({ status }) => status === 409))
      expect(answer).toMatchObject(refusedWith('另一个微信'))
  })

  it('that goes to another person of WeChat in the same moment is refused', async () => {
    const { context, database } = live
    const phone = newPhone()
    const [first, second] = [await inWechat(), await inWechat()]
    const give = 'update account set phone_index = $2 where id = $1'
    const waiting = `select from pg_locks where not granted and locktype = 'transactionid'`
    const late = await database.inTransaction(async (tx) => {
      await tx.raw(give, [first.account.id, context.vault.index('phone', phone)])
      const answer = live.bind(phone, second.token)
      while ((await database.raw(waiting)).rows.length === 0) await setTimeout(20)
      return { answer }
    })
    expect(await late.answer).toMatchObject(refusedWith('另一个微信'))
  })

  it('with an account of its own is refused for somebody who has cases here', async () => {
    const owner = newPhone()
    await byPhone(owner)
    const { token, account } = await inWechat()
    await caseOf(live, account.id, 'booked')
    expect(await live.bind(owner, token)).toMatchObject(refusedWith('不能并入'))
  })

  it('with an account of its own is refused for somebody who has another number', async () => {
    const owner = newPhone()
    await byPhone(owner)
    const { token } = await inWechat()
    await live.bind(newPhone(), token)
    expect(await live.bind(owner, token)).toMatchObject(refusedWith('不能并入'))
  })

  it('of staff is refused: their account asks for the second factor', async () => {
    const phone = newPhone()
    await employ(live, phone)
    expect(await live.bind(phone, (await inWechat()).token)).toMatchObject(refusedWith('工作人员'))
  })

  it('of staff themselves is changed by the administrator', async () => {
    const phone = newPhone()
    const { otp } = await employ(live, phone)
    const { token } = await byPhone(phone, { otp: otp(live.context.wallNow()) })
    expect(await live.bind(newPhone(), token)).toMatchObject(refusedWith('管理员'))
  })

  it('that nobody used for long is refused when there is something to protect', async () => {
    const phone = newPhone()
    const { account } = await byPhone(phone)
    await caseOf(live, account.id, 'booked')
    live.setTime(() => daysLater(realTime(), 181))
    expect(await live.bind(phone, (await inWechat()).token)).toMatchObject(refusedWith('核对'))
  })

  it.each([
    [40029, 422, 'invalid'],
    [45011, 429, 'too_many'],
    [-1, 503, 'unavailable'],
  ])('is not bound when WeChat answers %s', async (errcode, status, code) => {
    const { token } = await inWechat()
    live.platform.wechat.errors.set('/wxa/business/getuserphonenumber', errcode)
    const answer = await live.bind(newPhone(), token)
    live.platform.wechat.errors.clear()
    expect(answer).toMatchObject({ status, body: { code } })
    expect((await me(token)).body.phone).toBe(null)
  })

  it('is read ten times an hour at most: each costs money', async () => {
    await roomInWindow(3600)
    const { token } = await inWechat()
    const statuses = []
    for (let n = 0; n < 11; n++) statuses.push((await live.bind(newPhone(), token)).status)
    expect(statuses).toEqual([...Array(10).fill(200), 429])
  })

  it('is asked for again after 180 days without it', async () => {
    const [phone, person] = [newPhone(), newPerson()]
    await live.bind(phone, (await inWechat(person)).token)
    live.setTime(() => daysLater(realTime(), 181))
    const { token, account } = await inWechat(person)
    expect(account.phone).toBe(null)
    expect((await live.bind(phone, token)).body).toMatchObject({
      id: account.id,
      phone: `136****${phone.slice(-4)}`,
    })
  })
})

describe('a number that nobody used for 180 days', () => {
  async function forgotten({ name, withCase = false }: { name?: string; withCase?: boolean }) {
    const phone = newPhone()
    const { token, account } = await byPhone(phone)
    if (name) await live.ask('PATCH', '/api/me', { token, body: { name } })
    const made = withCase ? await caseOf(live, account.id, 'booked') : undefined
    live.setTime(() => daysLater(realTime(), 181))
    return { phone, id: account.id, number: made?.number ?? '' }
  }
  async function returns(phone: string, more: object) {
    const code = await live.codeFor(phone)
    return live.post('/api/sessions', { phone, code, ...more })
  }

  it('is let in when there is nothing to protect', async () => {
    const { phone, id } = await forgotten({})
    expect((await returns(phone, {})).body.account).toMatchObject({ id, phone: expect.any(String) })
  })

  it('is asked for the name or a case number', async () => {
    const { phone } = await forgotten({ name: '向阳花', withCase: true })
    const answer = await returns(phone, {})
    expect(answer).toMatchObject({
      status: 422,
      body: { fields: { confirm: expect.stringContaining('姓名') } },
    })
    expect((await returns(phone, { confirm: '别人' })).body.fields).toEqual({ confirm: expect.any(String) })
  })

  it('is let in with the name', async () => {
    const { phone, id } = await forgotten({ name: '向阳花', withCase: true })
    expect((await returns(phone, { confirm: ' 向 阳花' })).body.account.id).toBe(id)
    expect((await returns(phone, {})).status).toBe(201)
  })

  it('is let in with a case number, however it is written', async () => {
    const { phone, id, number } = await forgotten({ withCase: true })
    const written = number.toLowerCase().replaceAll('-', ' ')
    expect((await returns(phone, { confirm: written })).body.account.id).toBe(id)
  })

  it('starts an empty account for somebody who got it new', async () => {
    const { phone, id } = await forgotten({ name: '向阳花', withCase: true })
    const { token, account } = (await returns(phone, { newOwner: true })).body
    expect(account).toMatchObject({ name: null, phone: `136****${phone.slice(-4)}` })
    expect(account.id).not.toBe(id)
    expect((await live.get('/api/cases', token)).body.items).toEqual([])
  })
})
