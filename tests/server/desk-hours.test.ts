import { addDays, dayOf, weekday } from '#domain/day'
import { DESK, VILLAGE } from '../support/desk.ts'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let head: string
let resident: string
let day: string
let booked: { id: string; number: string }

const today = () => dayOf(server.context.now())
const ask = (body: object, token = head, id = DESK) =>
  server.post(`/api/desk/openings/${id}/preview`, body, { token })
const change = (body: object, token = head, id = DESK) =>
  server.ask('PATCH', `/api/desk/openings/${id}`, { token, body })
const slots = async () =>
  (await server.get(`/api/desks/${DESK}/slots?from=${day}&to=${day}`)).body.items as {
    id: string
    free: number
  }[]
const hours = async () => (await server.get('/api/desk/openings', head)).body.items[0]

beforeAll(async () => {
  server = await startServer()
  head = await server.signIn('13900000109')
  resident = await server.signIn('13900000001')
  const { isWorkingDay } = server.context.calendar()
  day = [3, 4, 5, 6, 7, 8, 9].map((n) => addDays(today(), n)).find(isWorkingDay) ?? today()
  const [first] = await slots()
  const wish = { channel: 'call_back', topic: 'loan', summary: '借款不还', regionCode: VILLAGE }
  booked = (await server.post('/api/bookings', { ...wish, slotId: first?.id }, { token: resident })).body
})
afterAll(() => server.stop())

describe('hours of a desk in the hands of its head', () => {
  it('are shown to the head of that desk, and to nobody else', async () => {
    expect(await hours()).toMatchObject({ id: DESK, active: true })
    const elsewhere = await server.signIn('13900000102')
    expect((await server.get('/api/desk/openings', elsewhere)).status).toBe(403)
    expect((await change({}, head, 'demo-desk-431202')).status).toBe(404)
    expect((await ask({}, head, 'demo-desk-431202')).status).toBe(404)
  })

  it('tell before a change what it would break, and change nothing by telling', async () => {
    const before = await slots()
    const closure = { closures: [{ from: day, to: day, reason: '集中培训' }] }
    const { body } = await ask(closure)
    expect(body).toMatchObject({
      possible: false,
      booked: [{ day, bookings: 1 }],
      cases: [{ caseId: booked.id, number: booked.number }],
    })
    expect(body.closing).toBe(before.length)
    expect(await slots()).toEqual(before)
    expect((await change(closure)).body).toMatchObject({ code: 'not_now', bookings: [{ day, bookings: 1 }] })
    expect((await hours()).closures).toEqual([])
  })

  it('keep the seats that were promised when the week changes, and say how many', async () => {
    const old = (await hours()).openings
    const openings = old.filter(({ weekday: on }: { weekday: number }) => on !== weekday(day))
    const { body } = await ask({ openings })
    expect(body).toMatchObject({ possible: true, booked: [], cases: [], kept: 1 })
    expect((await change({ openings })).status).toBe(200)
    expect((await slots()).filter(({ free }) => free > 0)).toEqual([])
    expect((await server.get(`/api/cases/${booked.id}`, resident)).body.status).toBe('booked')
    expect((await change({ openings: old })).body.openings).toEqual(old)
    expect((await slots()).filter(({ free }) => free > 0).length).toBeGreaterThan(0)
  })

  it('can close a day once nobody is booked on it, and the administrator sees who did it', async () => {
    const { version } = (await server.get(`/api/cases/${booked.id}`, resident)).body
    await server.post(`/api/cases/${booked.id}/actions/cancel`, { version }, { token: resident })
    const closure = { closures: [{ from: day, to: day, reason: '集中培训' }] }
    expect((await ask(closure)).body).toMatchObject({ possible: true, cases: [] })
    expect((await change(closure)).body.closures).toMatchObject(closure.closures)
    expect((await slots()).filter(({ free }) => free > 0)).toEqual([])
    const admin = await server.signIn('13900000901')
    expect((await server.get('/api/admin/changes', admin)).body.items[0]).toMatchObject({
      what: 'change_hours',
      subjectId: DESK,
      by: '向*',
    })
  })

  it('are refused with the row that is wrong', async () => {
    const opening = { weekday: 1, from: '10:00', to: '09:00', minutes: 30, capacity: 1 }
    for (const send of [ask, change])
      expect((await send({ openings: [opening] })).body.fields['openings.0.to']).toContain('晚于')
  })
})
