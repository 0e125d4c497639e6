import { addDays, addMinutes, dayOf, type Instant, instant } from '#domain/day'
import { startServer, type TestServer } from '../support/server.ts'
import { enter } from './admin-support.ts'

jest.setTimeout(60_000)

const VILLAGE = '431224100001'
const LUFENG = '431224100000'

let server: TestServer
let today: string
beforeEach(async () => {
  server = await startServer()
  today = dayOf(server.context.now())
})
afterEach(() => server.stop())

const staff = (phone: string) => enter(server, phone)
const answerOf = async (village = VILLAGE) =>
  (await server.get(`/api/advisers?village=${village}`)).body.answer
const leave = async (phone: string, substituteId?: string, days = [0, 3]) => {
  const [from, to] = days.map((n) => addDays(today, n))
  return server.post(
    '/api/adviser/leaves',
    { from, to, reason: '培训', ...(substituteId && { substituteId }) },
    { token: await staff(phone) },
  )
}
/** Nobody of the demo visits a village in the days of these stories. */
const noVisits = () =>
  server.database.raw('update visit set cancelled_at = now(), slot_id = null where out_at is null')
const villagesOf = async (phone: string) =>
  (await server.get('/api/adviser/me', await staff(phone))).body.villages as {
    code: string
    substitute: boolean
  }[]
const told = async (phone: string) =>
  (await server.get('/api/notices', await staff(phone))).body.items as { news: string; text: string }[]
const newsTo = async (phone: string) => (await told(phone)).map(({ news }) => news)
const plan = async (phone: string, villageCode: string, startsAt: Instant) =>
  server.post(
    '/api/adviser/visits',
    { villageCode, startsAt, endsAt: addMinutes(startsAt, 120), place: '村委会' },
    { token: await staff(phone) },
  )
const clock = (now: Instant) => server.post('/api/demo/clock', { now })

describe('standing in while somebody is on leave', () => {
  it('is told, has those villages on the desk, and may plan visits and write lines for them', async () => {
    await noVisits()
    expect((await villagesOf('13900000203')).map(({ code }) => code)).not.toContain(VILLAGE)
    expect((await leave('13900000201', 'demo-adviser-203')).status).toBe(201)
    expect(await villagesOf('13900000203')).toContainEqual(
      expect.objectContaining({ code: VILLAGE, substitute: true }),
    )
    const notice = (await told('13900000203')).find(({ news }) => news === 'stand_in')
    expect(notice?.text).toContain('由你代班')
    expect((await plan('13900000203', VILLAGE, instant(addDays(today, 2), '09:00'))).status).toBe(201)
    expect((await plan('13900000203', VILLAGE, instant(addDays(today, 9), '09:00'))).status).toBe(422)
    const now = addMinutes(server.context.now(), 180)
    await clock(now)
    const line = {
      villageCode: VILLAGE,
      service: 'lecture',
      startsAt: addMinutes(now, -90),
      endsAt: addMinutes(now, -30),
      about: '讲民法典',
      people: 20,
    }
    const token = await staff('13900000203')
    expect((await server.post('/api/adviser/ledger', line, { token })).status).toBe(201)
  })

  it('falls back to the usual substitute when whoever stands in is away too, and on to the duty lawyer', async () => {
    await noVisits()
    await leave('13900000201', 'demo-adviser-203')
    expect(await answerOf()).toMatchObject({ answeredBy: 'substitute', adviserId: 'demo-adviser-203' })
    await leave('13900000203')
    expect(await answerOf()).toMatchObject({ answeredBy: 'substitute', adviserId: 'demo-adviser-202' })
    await leave('13900000202')
    expect(await answerOf()).toMatchObject({ answeredBy: 'duty_lawyer', adviserId: null })
  })

  it('is possible for several at once, each with their own villages', async () => {
    await noVisits()
    await leave('13900000201', 'demo-adviser-204')
    await leave('13900000202', 'demo-adviser-204', [1, 2])
    const [other] = (await server.get('/api/advisers/demo-adviser-202')).body.villages
    const mine = async () => (await villagesOf('13900000204')).map(({ code }) => code)
    expect(await mine()).toContain(VILLAGE)
    expect(await mine()).not.toContain(other.code)
    await clock(instant(addDays(today, 1), '09:00'))
    expect(await mine()).toEqual(expect.arrayContaining([VILLAGE, other.code]))
    expect((await answerOf(other.code)).adviserId).toBe('demo-adviser-204')
    const twice = await leave('13900000204', 'demo-adviser-202', [1, 2])
    expect(twice.body.fields).toHaveProperty('substituteId')
  })

  it('is not asked of somebody who has left', async () => {
    await noVisits()
    await server.database.raw(
      `update staff_role set ended_at = now() where account_id = (select account_id from adviser where id = 'demo-adviser-203')`,
    )
    expect((await leave('13900000201', 'demo-adviser-203')).body.fields).toHaveProperty('substituteId')
  })
})

it('leave can begin on a day whose visit has been made', async () => {
  await noVisits()
  const startsAt = addMinutes(server.context.now(), 30)
  const { body: visit } = await plan('13900000201', VILLAGE, startsAt)
  expect((await leave('13900000201')).status).toBe(409)
  const at = async (what: 'in' | 'out', now: Instant) => {
    await clock(now)
    const { code } = (
      await server.post(`/api/villages/${VILLAGE}/board`, {}, { token: await staff('13900000501') })
    ).body
    const shown = { villageCode: code, ...(what === 'out' && { people: 3 }) }
    const token = await staff('13900000201')
    return server.post(`/api/adviser/visits/${visit.id}/check-${what}`, shown, { token })
  }
  expect((await at('in', startsAt)).status).toBe(200)
  expect((await at('out', addMinutes(startsAt, 40))).body.state).toBe('made')
  expect((await leave('13900000201')).status).toBe(201)
})

describe('when a village gets another adviser', () => {
  const HEAD = '姓名,手机号,职业,执业证号,执业机构,服务的村,开始日期'
  const give = async (village: string, from: string) => {
    const row = `演示乙,13900000295,律师,14399202410000999,演示所,${village},${from}`
    return server.post(
      '/api/adviser/imports',
      { csv: [HEAD, row].join('\n') },
      { token: await staff('13900000501') },
    )
  }

  it('visits of the one before from that day on are cancelled at once; bookings go to the hotline, the village is told', async () => {
    const { nextVisit } = (await server.get(`/api/advisers?village=${VILLAGE}`)).body.items[0]
    const resident = await staff('13900000062')
    const wish = { topic: 'loan', summary: '借条的事', regionCode: VILLAGE, channel: 'visit' }
    const { body: booked } = await server.post(
      '/api/bookings',
      { ...wish, slotId: nextVisit.slotId },
      { token: resident },
    )
    expect((await give(VILLAGE, dayOf(nextVisit.startsAt))).body).toEqual({ advisers: 1, villages: 1 })
    const left = (await server.get(`/api/advisers/demo-adviser-201/visits?village=${VILLAGE}`)).body.items
    expect(left).toEqual([])
    expect((await server.get(`/api/cases/${booked.id}`, await staff('13900000101'))).body).toMatchObject({
      status: 'booked',
      urgent: true,
      appointment: null,
    })
    expect(await newsTo('13900000062')).toContain('booking_moved')
    for (const phone of ['13900000701', '13900000601']) expect(await newsTo(phone)).toContain('visit_off')
  })

  it('visits before that day, and those to other villages, stay', async () => {
    const before = (await server.get('/api/advisers/demo-adviser-201/visits')).body.items
    const { nextVisit } = (await server.get(`/api/advisers?village=${VILLAGE}`)).body.items[0]
    await give(VILLAGE, addDays(dayOf(nextVisit.startsAt), 1))
    expect((await server.get('/api/advisers/demo-adviser-201/visits')).body.items).toEqual(before)
  })
})

describe('the duty lawyer', () => {
  const admin = () => staff('13900000901')
  const lawyersOf = async (regionCode: string) => {
    const body = { name: '卢峰镇公共法律服务站', kind: 'hotline', regionCode }
    return (await server.post('/api/admin/organisations', body, { token: await admin() })).body.id as string
  }
  const employ = async (organisationId: string) =>
    server.post(
      '/api/admin/staff',
      { phone: '13900000171', name: '镇上律师', role: 'duty_lawyer', organisationId, regionCode: LUFENG },
      { token: await admin() },
    )
  const ask = async () =>
    (
      await server.post(
        '/api/inquiries',
        { villageCode: VILLAGE, topic: 'land', question: '邻居砌墙占地' },
        { token: await staff('13900000063') },
      )
    ).body

  it('of the town answers before the one of the county; nobody is taken for whom nobody serves', async () => {
    await server.database.raw(`delete from adviser_village where village = '${VILLAGE}'`)
    const town = await lawyersOf(LUFENG)
    expect(await ask()).toMatchObject({ organisation: { id: 'demo-hotline-431224' } })
    expect((await employ(town)).status).toBe(201)
    const asked = await ask()
    expect(asked).toMatchObject({ organisation: { id: town }, own: { stage: 'duty_lawyer' } })
    const read = await server.get(`/api/cases/${asked.id}`, await staff('13900000171'))
    expect(read.body.actions.map(({ action }: { action: string }) => action)).toContain('claim')
    await clock(addMinutes(server.context.now(), 25 * 60))
    const later = await server.get(`/api/cases/${asked.id}`, await staff('13900000063'))
    expect(later.body).toMatchObject({
      organisation: { id: 'demo-hotline-431224' },
      own: { stage: 'hotline' },
    })
  })
})
