import { addMinutes, type Instant } from '#domain/day'
import { ANSWER, atTheDesk } from '../support/desk.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { slotsAhead } from '../support/slots.ts'

let server: TestServer
let desk: Awaited<ReturnType<typeof atTheDesk>>
let operator: string
let head: string

beforeAll(async () => {
  server = await startServer()
  desk = await atTheDesk(server)
  operator = await server.signIn('13900000101')
  head = await server.signIn('13900000109')
})
afterAll(() => server.stop())

const read = async (id: string, token = operator) => (await server.get(`/api/cases/${id}`, token)).body
const told = async (token: string, id: string, news: string): Promise<number> =>
  (await server.get('/api/notices', token)).body.items.filter(
    (one: { caseId: string; news: string }) => one.caseId === id && one.news === news,
  ).length
/** The clock of the office goes on, and takes what is due by time. */
const until = (now: Instant) => server.post('/api/demo/clock', { now })
const step = async (id: string, action: string, body: object = {}) =>
  desk.act(id, action, { version: (await read(id)).version, ...body }, operator)
/** In the hours of some later day. */
const book = async (token: string, more = 0) => {
  const slots = await slotsAhead(server)
  return desk.book(token, { slotId: slots[30 + more]?.id })
}

describe('nobody waits for a call that does not come (HL-8)', () => {
  it('tells the resident with an apology and the head, once; another time can be chosen', async () => {
    const resident = await server.signIn('13900000001')
    const { id, appointment } = await book(resident)
    await until(addMinutes(appointment.startsAt, 29))
    expect(await told(resident, id, 'call_late')).toBe(0)
    await until(addMinutes(appointment.startsAt, 31))
    await until(addMinutes(appointment.startsAt, 65))
    expect(await told(resident, id, 'call_late')).toBe(1)
    expect(await told(head, id, 'call_due')).toBe(1)
    const one = await read(id)
    expect(one).toMatchObject({ status: 'booked', urgent: true })
    const said = one.timeline.filter(({ action }: { action: string }) => action === 'call_late')
    expect(said).toMatchObject([{ text: expect.stringContaining('约定的时间过了') }])
    expect((await read(id, resident)).actions.map(({ action }: { action: string }) => action)).toContain(
      'reschedule',
    )
    await step(id, 'claim')
    expect((await step(id, 'record_answer', ANSWER)).body.status).toBe('answered')
  })

  it('is given out before what came due earlier', async () => {
    const earlier = await book(await server.signIn('13900000004'), 20)
    const { id, appointment } = await book(await server.signIn('13900000005'))
    await until(addMinutes(appointment.startsAt, 31))
    await desk.due(earlier.id, addMinutes(appointment.startsAt, -60 * 24))
    const { body } = await server.post('/api/desk/next', {}, { token: operator })
    expect(body.case?.id ?? body.id).toBe(id)
  })

  it('lets whoever has it write down the answer, and watches the next call that is promised as well', async () => {
    const resident = await server.signIn('13900000002')
    const { id, appointment } = await book(resident)
    await step(id, 'claim')
    await until(addMinutes(appointment.startsAt, 31))
    expect(await read(id)).toMatchObject({ status: 'claimed', urgent: true })
    expect(await told(operator, id, 'call_due')).toBe(1)
    const { retryAt } = (await step(id, 'record_missed')).body
    await until(addMinutes(retryAt, 29))
    expect(await told(resident, id, 'call_late')).toBe(1)
    await until(addMinutes(retryAt, 30))
    expect(await told(resident, id, 'call_late')).toBe(2)
    expect((await step(id, 'record_answer', ANSWER)).body.status).toBe('answered')
  })

  it('is said again of a call that was claimed afterwards and forgotten, once', async () => {
    const resident = await server.signIn('13900000006')
    const { id, appointment } = await book(resident)
    await until(addMinutes(appointment.startsAt, 31))
    expect(await told(resident, id, 'call_late')).toBe(1)
    await step(id, 'claim')
    await until(addMinutes(appointment.startsAt, 62))
    await until(addMinutes(appointment.startsAt, 95))
    expect(await told(resident, id, 'call_late')).toBe(2)
    expect(await told(operator, id, 'call_due')).toBe(1)
    expect((await step(id, 'record_answer', ANSWER)).body.status).toBe('answered')
  })

  it('is not said of a call that was answered, nor of one that was cancelled', async () => {
    const resident = await server.signIn('13900000003')
    const [answered, cancelled] = [await book(resident), await book(resident, 1)]
    await step(answered.id, 'claim')
    await step(answered.id, 'record_answer', ANSWER)
    await desk.act(cancelled.id, 'cancel', { version: 1 }, resident)
    await until(addMinutes(cancelled.appointment.startsAt, 40))
    for (const { id } of [answered, cancelled]) expect(await told(resident, id, 'call_late')).toBe(0)
  })
})
