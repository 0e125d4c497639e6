import { addDays, dayOf, weekday } from '#domain/day'
import { startServer, type TestServer } from '../support/server.ts'
import { bookSlot, enter } from './admin-support.ts'

let server: TestServer
let admin: string
let today: string

beforeAll(async () => {
  server = await startServer()
  admin = await enter(server, '13900000901')
  today = dayOf(server.context.now())
})
afterAll(() => server.stop())

const HOTLINE = 'demo-hotline-431224'
let made = 0
const add = (more: object = {}, token: string | undefined = admin) =>
  server.post(
    '/api/admin/desks',
    {
      name: `岗位${++made}`,
      organisationId: HOTLINE,
      regionCode: '431224000000',
      channels: ['call_back', 'visit'],
      ...more,
    },
    token ? { token } : {},
  )
const change = (id: string, body: object, token = admin) =>
  server.ask('PATCH', `/api/admin/desks/${id}`, { token, body })
const desk = async (id: string) => {
  const { body } = await server.get('/api/admin/desks?limit=100', admin)
  return body.items.find((one: { id: string }) => one.id === id)
}
const slotsOf = async (id: string, day: string) =>
  (await server.get(`/api/desks/${id}/slots?from=${day}&to=${day}`)).body.items as {
    id: string
    startsAt: string
    capacity: number
    free: number
  }[]

/** A working day of next week that no holiday notice touches; if it does, the one after. */
const quietDay = () => {
  const { isWorkingDay } = server.context.calendar()
  return [2, 3, 4, 5, 6, 7, 8].map((n) => addDays(today, n)).find(isWorkingDay) ?? today
}
const hoursOn = (day: string, more: object = {}) => ({
  weekday: weekday(day),
  from: '09:00',
  to: '11:00',
  minutes: 30,
  capacity: 2,
  ...more,
})
/** A desk that is open for two hours on a working day. */
async function openDesk() {
  const { body } = await add()
  const day = quietDay()
  await change(body.id, { openings: [hoursOn(day)] })
  return { id: body.id as string, day }
}
const times = (slots: { startsAt: string }[]) => slots.map(({ startsAt }) => startsAt.slice(11, 16))

describe('who may look after desks', () => {
  it('is the administrator alone', async () => {
    const operator = await enter(server, '13900000101')
    expect((await server.get('/api/admin/desks')).status).toBe(401)
    expect((await server.get('/api/admin/desks', operator)).status).toBe(403)
    expect((await server.post('/api/admin/desks', {})).status).toBe(401)
    expect((await add({}, operator)).status).toBe(403)
    expect((await change('demo-desk-431224', {}, operator)).status).toBe(403)
    expect((await server.ask('PATCH', '/api/admin/desks/x', { body: {} })).status).toBe(401)
  })

  it('is no administrator of another city', async () => {
    await server.database.raw(
      `insert into organisation (id, name, kind, region_code, created_at)
       values ('elsewhere', '别处', 'hotline', '430000000000', now());`,
    )
    expect((await add({ organisationId: 'elsewhere' })).status).toBe(403)
    await server.database.raw(
      `insert into desk (id, organisation_id, name, region_code, channels)
       values ('desk-elsewhere', 'elsewhere', '别处岗位', '430000000000', '{visit}')`,
    )
    expect((await change('desk-elsewhere', { name: '改名' })).status).toBe(403)
    expect(await desk('desk-elsewhere')).toBeUndefined()
  })
})

describe('a new desk', () => {
  it('opens nothing until it has weekly hours', async () => {
    const answer = await add({ channels: ['visit', 'visit'] })
    expect(answer.status).toBe(201)
    expect(answer.body).toMatchObject({ channels: ['visit'], openings: [], closures: [], bookings: 0 })
    expect(await slotsOf(answer.body.id, quietDay())).toEqual([])
  })

  it.each([
    ['without a channel', { channels: [] }, 'channels'],
    ['for a body that is not there', { organisationId: 'nobody' }, 'organisationId'],
    ['in a place that is not there', { regionCode: '431299000000' }, 'regionCode'],
    ['with the name of another of the same body', { name: '溆浦县12348热线咨询岗（演示）' }, 'name'],
  ])('is refused %s, and the field is named', async (_, more, field) => {
    const answer = await add(more)
    expect(answer.status).toBe(422)
    expect(Object.keys(answer.body.fields)).toEqual([field])
  })

  it('is refused when the request is not JSON', async () => {
    const answer = await server.ask('POST', '/api/admin/desks', { token: admin, body: '[' })
    expect(answer.status).toBe(400)
  })
})

describe('weekly hours', () => {
  it('open their slots at once', async () => {
    const { id, day } = await openDesk()
    expect(times(await slotsOf(id, day))).toEqual(['09:00', '09:30', '10:00', '10:30'])
    const { body } = await server.get('/api/admin/changes?limit=1', admin)
    expect(body.items[0]).toMatchObject({ what: 'change_hours', subjectId: id })
  })

  it.each([
    ['that end before they begin', [{ from: '11:00', to: '09:00' }], 'openings.0.to'],
    ['too short for one consultation', [{ from: '09:00', to: '09:20' }], 'openings.0.minutes'],
    ['that overlap', [{}, { from: '10:00', to: '12:00' }], 'openings.1.from'],
    ['on an eighth day', [{ weekday: 8 }], 'openings.0.weekday'],
    ['at a time that no clock shows', [{ to: '24:00' }], 'openings.0.to'],
  ])('%s are refused, and the row is named', async (_, rows, field) => {
    const { id, day } = await openDesk()
    const answer = await change(id, { openings: rows.map((row) => hoursOn(day, row)) })
    expect(answer.status).toBe(422)
    expect(Object.keys(answer.body.fields)).toEqual([field])
  })

  it('that are shorter take away the free slots and leave the booked ones to those who booked', async () => {
    const { id, day } = await openDesk()
    const [, , ten] = await slotsOf(id, day)
    await bookSlot(server, '13900000011', ten?.id ?? '')
    expect((await change(id, { openings: [hoursOn(day, { to: '10:00' })] })).status).toBe(200)
    expect((await slotsOf(id, day)).map(({ startsAt, free }) => [startsAt.slice(11, 16), free])).toEqual([
      ['09:00', 2],
      ['09:30', 2],
      ['10:00', 0],
    ])
  })

  it('with another number of seats change the slots, never below what is taken', async () => {
    const { id, day } = await openDesk()
    const [nine] = await slotsOf(id, day)
    await bookSlot(server, '13900000012', nine?.id ?? '')
    await bookSlot(server, '13900000013', nine?.id ?? '')
    await change(id, { openings: [hoursOn(day, { capacity: 1 })] })
    expect((await slotsOf(id, day)).map(({ capacity, free }) => [capacity, free])).toEqual([
      [2, 0],
      [1, 1],
      [1, 1],
      [1, 1],
    ])
  })

  it('leave alone what was opened by hand', async () => {
    const { id, day } = await openDesk()
    const csv = `岗位,日期,开始,结束,名额\n${id},${day},15:00,15:30,4\n${id},${day},09:00,09:30,7`
    expect((await server.post('/api/admin/imports/capacity', { csv }, { token: admin })).status).toBe(200)
    await change(id, { openings: [hoursOn(day, { capacity: 3 })] })
    const slots = await slotsOf(id, day)
    expect(slots.map(({ startsAt, capacity }) => [startsAt.slice(11, 16), capacity])).toEqual([
      ['09:00', 7],
      ['09:30', 3],
      ['10:00', 3],
      ['10:30', 3],
      ['15:00', 4],
    ])
  })

  it('of another length take over the time of a slot whose booking was cancelled', async () => {
    const { id, day } = await openDesk()
    const [nine] = await slotsOf(id, day)
    const booked = await bookSlot(server, '13900000014', nine?.id ?? '')
    const cancelled = await server.post(
      `/api/cases/${booked.id}/actions/cancel`,
      { version: booked.version },
      { token: booked.token },
    )
    expect(cancelled.status).toBe(200)
    await change(id, { openings: [] })
    expect((await slotsOf(id, day)).map(({ capacity }) => capacity)).toEqual([0])
    await change(id, { openings: [hoursOn(day, { minutes: 60 })] })
    expect((await slotsOf(id, day)).map(({ startsAt, free }) => [startsAt.slice(11, 16), free])).toEqual([
      ['09:00', 2],
      ['10:00', 2],
    ])
  })
})

describe('a closure', () => {
  it('takes away the free slots of its days and gives them back when it is lifted', async () => {
    const { id, day } = await openDesk()
    const closures = [{ from: day, to: day, reason: '设备检修' }]
    expect((await change(id, { closures })).body.closures).toEqual(closures)
    expect(await slotsOf(id, day)).toEqual([])
    await change(id, { closures: [] })
    expect((await slotsOf(id, day)).length).toBe(4)
  })

  it('over booked slots is refused with the bookings of each day, and nothing has changed', async () => {
    const { id, day } = await openDesk()
    const [nine, half] = await slotsOf(id, day)
    await bookSlot(server, '13900000015', nine?.id ?? '')
    await bookSlot(server, '13900000016', nine?.id ?? '')
    await bookSlot(server, '13900000017', half?.id ?? '')
    const answer = await change(id, { closures: [{ from: today, to: addDays(day, 20), reason: '搬迁' }] })
    expect([answer.status, answer.body.code]).toEqual([409, 'not_now'])
    expect(answer.body.detail).toMatch('3 个预约')
    expect(answer.body.bookings).toEqual([{ day, bookings: 3 }])
    expect(await desk(id)).toMatchObject({ closures: [], bookings: 3 })
    expect((await slotsOf(id, day)).length).toBe(4)
  })

  it.each([
    ['that ends before it begins', [{ from: '2026-12-02', to: '2026-12-01' }], 'closures.0.to'],
    ['on a day that does not exist', [{ from: '2026-02-30', to: '2026-03-01' }], 'closures.0.from'],
    ['without a reason', [{ from: '2026-12-01', to: '2026-12-01', reason: ' ' }], 'closures.0.reason'],
    [
      'twice over the same days',
      [
        { from: '2026-12-01', to: '2026-12-05' },
        { from: '2026-12-05', to: '2026-12-06' },
      ],
      'closures.1.from',
    ],
  ])('%s is refused, and the row is named', async (_, rows, field) => {
    const { id } = await openDesk()
    const answer = await change(id, { closures: rows.map((row) => ({ reason: '检修', ...row })) })
    expect(answer.status).toBe(422)
    expect(Object.keys(answer.body.fields)).toEqual([field])
  })
})

describe('disabling a desk', () => {
  it('takes all its slots away; enabled again it opens them again', async () => {
    const { id, day } = await openDesk()
    expect((await change(id, { active: false })).body.active).toBe(false)
    expect(await slotsOf(id, day)).toEqual([])
    const { body } = await server.get('/api/desks?region=431224100001')
    expect(body.items.map((one: { id: string }) => one.id)).not.toContain(id)

    expect((await change(id, { active: true })).status).toBe(200)
    expect((await slotsOf(id, day)).map(({ free }) => free)).toEqual([2, 2, 2, 2])
    const { body: log } = await server.get('/api/admin/changes?limit=2', admin)
    expect(log.items.map(({ what }: { what: string }) => what)).toEqual(['enable_desk', 'disable_desk'])
  })

  it('is refused as long as somebody has booked, with the number and what to do', async () => {
    const { id, day } = await openDesk()
    const [nine] = await slotsOf(id, day)
    await bookSlot(server, '13900000018', nine?.id ?? '')
    const answer = await change(id, { active: false })
    expect(answer.status).toBe(409)
    expect(answer.body.detail).toMatch('1 个预约')
    expect(answer.body.bookings).toEqual([{ day, bookings: 1 }])
    expect(await desk(id)).toMatchObject({ active: true, bookings: 1 })
  })

  it('stands in the way of disabling its body', async () => {
    const answer = await server.ask('PATCH', `/api/admin/organisations/${HOTLINE}`, {
      token: admin,
      body: { active: false },
    })
    expect(answer.status).toBe(409)
  })

  it('lets nobody book while it happens: a seat is sold or the desk is closed, never both', async () => {
    const { id, day } = await openDesk()
    const slots = await slotsOf(id, day)
    const people = slots.map((_, n) => `1390000002${n}`)
    const bookings = slots.map((slot, n) =>
      bookSlot(server, people[n] ?? '', slot.id).then(
        () => 1,
        () => 0,
      ),
    )
    const [disabled, ...sold] = await Promise.all([change(id, { active: false }), ...bookings])
    const seats = (sold as number[]).reduce((sum, one) => sum + one, 0)
    expect(disabled.status === 200 ? 0 : disabled.body.bookings[0].bookings).toBeLessThanOrEqual(seats)
    expect(await desk(id)).toMatchObject({ active: disabled.status !== 200, bookings: seats })
    if (disabled.status === 200) expect(seats).toBe(0)
  })
})

describe('a desk that changes', () => {
  it('keeps what was not said', async () => {
    const { id } = await openDesk()
    const answer = await change(id, { name: '咨询二岗', address: '新址', phone: '12348' })
    expect(answer.body).toMatchObject({ name: '咨询二岗', address: '新址', phone: '12348' })
    expect(answer.body.openings).toHaveLength(1)
    expect((await change('nobody', { name: '甲' })).status).toBe(404)
    expect((await change(id, { organisationId: 'nobody' })).status).toBe(422)
  })

  it('is found by name, body and place', async () => {
    for (const q of ['咨询二岗', '溆浦县12348', '溆浦']) {
      const { body } = await server.get(`/api/admin/desks?limit=100&q=${encodeURIComponent(q)}`, admin)
      expect(body.items.map(({ name }: { name: string }) => name)).toContain('咨询二岗')
    }
    expect((await server.get('/api/admin/desks?cursor=x', admin)).status).toBe(400)
    expect((await server.get('/api/admin/desks?limit=x', admin)).status).toBe(422)
  })
})
