import { URI } from 'otpauth'
import { createAdministrator } from '../../server/commands/first-admin.ts'
import { addHours, addMinutes, type Instant } from '../../src/domain/day.ts'
import { employ, type Live, startLive } from './session-support.ts'

let live: Live
let realTime: () => Instant
beforeAll(async () => {
  live = await startLive()
  realTime = live.context.wallNow
})
afterAll(() => live.stop())
afterEach(() => live.setTime(realTime))

let count = 0
const newPhone = () => `137${String(10_000_000 + count++)}`
const me = (token: string) => live.get('/api/me', token)

/** Somebody of the staff; `enter` signs in with the six digits of that moment. */
async function hired() {
  const phone = newPhone()
  const person = await employ(live, phone)
  const enter = (at = live.context.wallNow()) => live.enter(phone, { otp: person.otp(at) })
  return { phone, ...person, enter }
}

describe('staff (PI-18)', () => {
  it('sign in with number, code and the six digits of their app, and have their roles', async () => {
    const { enter } = await hired()
    const { status, body } = await enter()
    expect(status).toBe(201)
    expect(body.account).toMatchObject({
      name: '罗接线',
      roles: [
        { role: 'resident', organisationId: null, regionCode: null },
        { role: 'hotline_operator', organisationId: 'demo-hotline-431224', regionCode: '431224000000' },
      ],
    })
    expect((await me(body.token)).body).toEqual(body.account)
  })

  it('are asked for the digits when they are missing, and need no second SMS', async () => {
    const { phone, otp } = await hired()
    const code = await live.codeFor(phone)
    const asked = await live.post('/api/sessions', { phone, code })
    expect(asked).toMatchObject({
      status: 422,
      body: { code: 'invalid', fields: { otp: expect.stringContaining('动态口令') } },
    })
    const entry = { phone, code, otp: otp(live.context.wallNow()) }
    expect((await live.post('/api/sessions', entry)).status).toBe(201)
  })

  it('are refused with wrong digits, which count like a wrong code', async () => {
    const { phone, otp } = await hired()
    const code = await live.codeFor(phone)
    const right = otp(live.context.wallNow())
    const wrong = right === '000000' ? '000001' : '000000'
    for (let n = 0; n < 5; n++)
      expect((await live.post('/api/sessions', { phone, code, otp: wrong })).body.fields).toEqual({
        otp: expect.any(String),
      })
    expect((await live.post('/api/sessions', { phone, code, otp: right })).body.fields).toEqual({
      code: expect.any(String),
    })
  })

  it('may be half a minute off, and no more', async () => {
    const now = realTime()
    live.setTime(() => now)
    for (const [seconds, status] of [
      [-90, 422],
      [90, 422],
      [-30, 201],
      [30, 201],
    ] as const) {
      const { enter } = await hired()
      const at = new Date(Date.parse(now) + seconds * 1000).toISOString()
      expect([seconds, (await enter(at)).status]).toEqual([seconds, status])
    }
  })

  it('use the same digits once, and no older ones afterwards', async () => {
    const { enter } = await hired()
    const now = realTime()
    live.setTime(() => now)
    expect((await enter()).status).toBe(201)
    expect((await enter()).body.fields).toEqual({ otp: expect.any(String) })
    live.setTime(() => addMinutes(now, 1))
    expect((await enter(now)).status).toBe(422)
    expect((await enter()).status).toBe(201)
  })

  it('without a second factor are told whom to ask', async () => {
    const { phone, id } = await hired()
    await live.database.raw('delete from staff_factor where account_id = $1', [id])
    const { status, body } = await live.enter(phone)
    expect([status, body.fields.otp]).toEqual([422, expect.stringContaining('管理员')])
  })

  it('are signed out after twelve hours of work', async () => {
    const { enter } = await hired()
    const { token } = (await enter()).body
    const now = realTime()
    for (let minutes = 50; minutes < 12 * 60; minutes += 50) {
      live.setTime(() => addMinutes(now, minutes))
      expect([minutes, (await me(token)).status]).toEqual([minutes, 200])
    }
    live.setTime(() => addHours(now, 13))
    expect((await me(token)).status).toBe(401)
  })

  it('are signed out after an hour without a request', async () => {
    const { enter } = await hired()
    const { token } = (await enter()).body
    const now = realTime()
    live.setTime(() => addMinutes(now, 61))
    expect((await me(token)).status).toBe(401)
  })

  it('lose their roles in the moment in which these end', async () => {
    const { enter, role } = await hired()
    const { token } = (await enter()).body
    await live.database.raw('update staff_role set ended_at = now() where id = $1', [role])
    expect((await me(token)).status).toBe(401)
  })

  it('are residents again when their organisation stands still', async () => {
    const { phone, enter } = await hired()
    const { token } = (await enter()).body
    const active = (on: boolean) =>
      live.database.raw(`update organisation set active = $1 where id = 'demo-hotline-431224'`, [on])
    await active(false)
    const [before, after] = [await me(token), await live.enter(phone)]
    await active(true)
    expect(before.status).toBe(401)
    expect(after.body.account.roles).toEqual([{ role: 'resident', organisationId: null, regionCode: null }])
    expect((await me(after.body.token)).body.roles).toHaveLength(1)
  })

  it('cannot cancel their account', async () => {
    const { enter } = await hired()
    const { token } = (await enter()).body
    const answer = await live.ask('DELETE', '/api/me', { token })
    expect(answer).toMatchObject({
      status: 409,
      body: { code: 'not_now', detail: expect.stringContaining('管理员') },
    })
  })

  it('are never asked for their name after a long time: the second factor proves the person', async () => {
    const { id, enter } = await hired()
    await live.database.raw(`update account set phone_used_at = now() - interval '400 days' where id = $1`, [
      id,
    ])
    expect((await enter()).status).toBe(201)
  })
})

describe('the first administrator', () => {
  const create = (phone: string, city?: string) =>
    createAdministrator(live.context, { phone, name: '周主任', city })

  it('is made by a command and signs in like all staff', async () => {
    const phone = newPhone()
    const uri = await create(phone)
    expect(uri).toMatch(/^otpauth:\/\/totp\//)
    expect(uri).not.toContain(phone)
    const otp = URI.parse(uri).generate()
    const { body } = await live.enter(phone, { otp })
    expect(body.account.roles).toMatchObject([
      { role: 'resident' },
      { role: 'city_admin', regionCode: '431200000000' },
    ])
    expect((await live.get('/api/admin/organisations', body.token)).status).toBe(200)
  })

  it('gets a new factor when the command runs again, and the old one and its sessions end', async () => {
    const phone = newPhone()
    const old = URI.parse(await create(phone))
    const { token } = (await live.enter(phone, { otp: old.generate() })).body
    const renewed = URI.parse(await create(phone))
    expect((await me(token)).status).toBe(401)
    expect((await live.enter(phone, { otp: old.generate() })).status).toBe(422)
    expect((await live.enter(phone, { otp: renewed.generate() })).status).toBe(201)
  })

  it('needs a city that there is', async () => {
    await expect(create(newPhone(), '999900000000')).rejects.toThrow('there is no city 999900000000')
  })
})
