import { addDays, addHours, addMinutes, dayOf } from '#domain/day'
import { ADVISER_ANSWER as ANSWER } from '../support/adviser-answer.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { enter } from './admin-support.ts'

jest.setTimeout(60_000)

const VILLAGE = '431224100001'
const RESIDENT = '13900000061'

let server: TestServer
let resident: string
beforeEach(async () => {
  server = await startServer()
  resident = await enter(server, RESIDENT)
})
afterEach(() => server.stop())

const staff = (phone: string) => enter(server, phone)
const ask = async (villageCode = VILLAGE) =>
  (
    await server.post(
      '/api/inquiries',
      { villageCode, topic: 'land', question: '邻居砌墙占地，怎么办？' },
      { token: resident },
    )
  ).body
const read = async (id: string, token = resident) => (await server.get(`/api/cases/${id}`, token)).body
const act = async (id: string, action: string, body: object, token: string) => {
  const { version } = await read(id, token)
  return server.post(`/api/cases/${id}/actions/${action}`, { version: version ?? 1, ...body }, { token })
}
const pass = (hours: number) => server.post('/api/demo/clock', { now: addHours(server.context.now(), hours) })
const aMinute = () => server.post('/api/demo/clock', { now: addMinutes(server.context.now(), 1) })
const book = async (slotId: string, channel: string) =>
  (
    await server.post(
      '/api/bookings',
      { slotId, channel, topic: 'loan', summary: '借条的事', regionCode: VILLAGE },
      { token: resident },
    )
  ).body
const told = async (token: string): Promise<{ news: string; caseId: string | null }[]> =>
  (await server.get('/api/notices', token)).body.items
const newsOf = async (caseId: string) =>
  (await told(resident)).filter((one) => one.caseId === caseId).map(({ news }) => news)
const answerOf = async (village = VILLAGE) =>
  (await server.get(`/api/advisers?village=${village}`)).body.answer
const names = ({ actions }: { actions: { action: string }[] }) => actions.map(({ action }) => action)

const employ = async (phone: string, active: boolean) => {
  const admin = await staff('13900000901')
  const { body } = await server.post('/api/admin/staff/search', { q: phone }, { token: admin })
  const changed = await server.ask('PATCH', `/api/admin/staff/${body.items[0].id}`, {
    token: admin,
    body: { active },
  })
  expect([changed.status, changed.body.active]).toEqual([200, active])
}
const slotsOf = async (deskId: string) => {
  const today = dayOf(server.context.now())
  return (await server.get(`/api/desks/${deskId}/slots?from=${today}&to=${addDays(today, 13)}`)).body.items
}
const isRemote = ({ channels }: { channels?: string[] }) => !channels
const figure = async (name: string) => {
  const { body } = await server.get('/api/adviser/coverage', await staff('13900000501'))
  return body.figures.find((one: { figure: string }) => one.figure === name).value
}

describe('an adviser who is dismissed', () => {
  it('is found no more; the village has its substitute, and coverage says what is missing', async () => {
    const { name, villages } = (await server.get('/api/advisers/demo-adviser-201')).body
    const plain = encodeURIComponent(name.replace('（演示）', ''))
    const found = async () =>
      (await server.get(`/api/advisers?q=${plain}`)).body.items.map(({ id }: { id: string }) => id)
    expect(await found()).toContain('demo-adviser-201')
    await employ('13900000201', false)
    expect(await found()).not.toContain('demo-adviser-201')
    expect((await server.get('/api/advisers/demo-adviser-201')).status).toBe(404)
    expect(await answerOf()).toMatchObject({ answeredBy: 'substitute', adviserId: 'demo-adviser-202' })
    expect(await figure('without_adviser')).toBe(villages.length)
    await aMinute()
    await server.database.raw(`update visit set cancelled_at = now() where village = '${VILLAGE}'`)
    const { body } = await server.get('/api/adviser/gaps', await staff('13900000601'))
    expect(
      body.items.find((one: { village: { code: string } }) => one.village.code === VILLAGE),
    ).toMatchObject({
      adviserId: null,
    })
  })

  it('leaves no question behind: it goes on to the next, who has the whole time, and nobody missed anything', async () => {
    const { id } = await ask()
    await employ('13900000201', false)
    await aMinute()
    const { status, own } = await read(id)
    expect([status, own.stage, own.adviserId]).toEqual(['asked', 'substitute', 'demo-adviser-202'])
    expect(own.chain[0]).toMatchObject({ state: 'past', note: '不再负责' })
    expect(own.promisedAt > addHours(server.context.now(), 23)).toBe(true)
    expect(await newsOf(id)).toContain('question_moved')
    expect(await figure('moved_on')).toBe(0)
    expect((await act(id, 'answer', ANSWER, await staff('13900000202'))).body.status).toBe('answered')
  })

  it('cannot be booked any more; who has booked hears from the hotline, which calls at once whoever was to come', async () => {
    const { deskId, nextVisit } = (await server.get('/api/advisers/demo-adviser-201')).body
    const remote = (await slotsOf(deskId)).filter(isRemote)
    const call = await book(remote[0].id, 'call_back')
    const visit = await book(nextVisit.slotId, 'visit')
    await employ('13900000201', false)
    await aMinute()
    expect(await slotsOf(deskId)).toEqual([])
    expect((await book(remote[1].id, 'call_back')).code).toBe('not_found')
    const operator = await staff('13900000101')
    const atHotline = {
      status: 'booked',
      urgent: true,
      handler: null,
      organisation: { id: 'demo-hotline-431224' },
    }
    expect(await read(call.id, operator)).toMatchObject({ ...atHotline, appointment: call.appointment })
    expect(await read(visit.id, operator)).toMatchObject({ ...atHotline, appointment: null })
    for (const { id } of [call, visit]) expect(await newsOf(id)).toContain('booking_moved')
    const next = await server.post('/api/desk/next', {}, { token: operator })
    expect(next.body.case?.id ?? next.body.id).toBe(visit.id)
    expect((await told(await staff('13900000701'))).map(({ news }) => news)).toContain('visit_off')
  })

  it('can be booked again after coming back', async () => {
    const { deskId } = (await server.get('/api/advisers/demo-adviser-201')).body
    await employ('13900000201', false)
    await aMinute()
    await employ('13900000201', true)
    await aMinute()
    const [slot] = (await slotsOf(deskId)).filter(isRemote)
    expect((await book(slot.id, 'call_back')).handler.name).toContain('演示')
  })
})

describe('a booked hour of an adviser that passes without a result', () => {
  it('goes to the hotline, urgent, and the resident is told; two hours are left to write down what came of it', async () => {
    const { nextVisit } = (await server.get('/api/advisers/demo-adviser-201')).body
    const { id } = await book(nextVisit.slotId, 'visit')
    await server.post('/api/demo/clock', { now: addMinutes(nextVisit.endsAt, 119) })
    expect(await read(id, await staff('13900000201'))).toMatchObject({ status: 'claimed' })
    await server.post('/api/demo/clock', { now: addMinutes(nextVisit.endsAt, 121) })
    const operator = await staff('13900000101')
    expect(await read(id, operator)).toMatchObject({ status: 'booked', urgent: true, handler: null })
    expect(names(await read(id, operator))).toContain('claim')
    expect(await newsOf(id)).toContain('booking_moved')
    await pass(30)
    const { timeline } = await read(id)
    expect(timeline.filter((one: { action: string }) => one.action === 'move_on')).toHaveLength(1)
  })

  it('can be given another time by the hotline, and that seat can be given back', async () => {
    const { nextVisit } = (await server.get('/api/advisers/demo-adviser-201')).body
    const { id } = await book(nextVisit.slotId, 'visit')
    await employ('13900000201', false)
    await aMinute()
    const free = async () => (await slotsOf('demo-desk-431224')).at(-1)
    const slot = await free()
    const moved = await act(id, 'reschedule', { slotId: slot.id }, resident)
    expect(moved.body).toMatchObject({ appointment: { startsAt: slot.startsAt } })
    expect((await act(id, 'cancel', {}, resident)).status).toBe(200)
    expect((await free()).free).toBe(slot.free)
  })
})

describe('the end of the line', () => {
  const atHotline = async () => {
    const { id } = await ask()
    for (let turn = 0; turn < 3; turn++) await pass(25)
    expect((await read(id)).own.stage).toBe('hotline')
    return id
  }

  it('is no trap: who took a question and keeps silent loses it to the others, and the resident sees it', async () => {
    const id = await atHotline()
    expect((await act(id, 'claim', {}, await staff('13900000101'))).status).toBe(200)
    await pass(25)
    const { own } = await read(id)
    expect(own.chain.slice(-2)).toMatchObject([
      { stage: 'hotline', state: 'past', note: '没有按时答复' },
      { stage: 'hotline', state: 'now' },
    ])
    expect((await newsOf(id)).filter((news) => news === 'question_moved')).toHaveLength(4)
    const lawyer = await staff('13900000111')
    expect((await act(id, 'claim', {}, lawyer)).status).toBe(200)
    expect((await act(id, 'answer', ANSWER, lawyer)).body.status).toBe('answered')
  })

  it('lets whoever took a question give it back, with a reason for the staff', async () => {
    const id = await atHotline()
    const operator = await staff('13900000101')
    await act(id, 'claim', {}, operator)
    expect((await act(id, 'release', {}, operator)).status).toBe(422)
    const released = await act(id, 'release', { reason: '要下班了' }, operator)
    expect([released.status, released.body.handler]).toEqual([200, null])
    expect(JSON.stringify(await read(id))).not.toContain('下班')
    expect(names(await read(id, operator))).toContain('claim')
  })

  it('is with the others after a conflict of interest', async () => {
    const id = await atHotline()
    const operator = await staff('13900000101')
    await act(id, 'claim', {}, operator)
    await act(id, 'refuse_for_conflict', { reason: '是我亲戚' }, operator)
    expect(names(await read(id, operator))).not.toContain('claim')
    expect(names(await read(id, await staff('13900000111')))).toContain('claim')
  })

  it('frees what somebody had who serves no more, also when the resident asks on', async () => {
    const id = await atHotline()
    const operator = await staff('13900000101')
    await act(id, 'claim', {}, operator)
    await act(id, 'answer', ANSWER, operator)
    await server.database.raw(`update staff_role set ended_at = now() where role = 'hotline_operator'`)
    const followed = await act(id, 'follow_up', { question: '他还是不认' }, resident)
    expect(followed.body).toMatchObject({ status: 'asked', handler: null, own: { stage: 'hotline' } })
    expect(names(await read(id, await staff('13900000111')))).toContain('claim')
  })
})

it('a follow-up to an adviser who left goes to whoever answers for the village today', async () => {
  const { id } = await ask()
  await act(id, 'answer', ANSWER, await staff('13900000201'))
  await employ('13900000201', false)
  const followed = await act(id, 'follow_up', { question: '他还是不认' }, resident)
  expect(followed.body.own).toMatchObject({ stage: 'substitute', adviserId: 'demo-adviser-202' })
})
