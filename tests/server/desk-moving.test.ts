import { addDays, addMinutes, dayOf, type Instant, instant, weekday } from '#domain/day'
import { signInMany } from '../../bench/people.ts'
import { sql } from '../../server/db/sql.ts'
import { callDisplaced } from '../../server/hotline/displaced.ts'
import { offerFreed } from '../../server/hotline/offer.ts'
import { deliverDue } from '../../server/outbox/deliver.ts'
import { DESK, VILLAGE } from '../support/desk.ts'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let now: Instant
let head: string
let operator: string
let tokens: string[]
/** Working days ahead, each used by one story. */
let days: string[]

const seatsOf = sql<{ taken: number; capacity: number; held: number; shut: boolean }>(
  'test_moving_seats',
  `select s.taken, s.capacity, s.shut, ((select count(*) from booking b where b.slot_id = s.id and b.held)
     + (select count(*) from slot_hold h where h.slot_id = s.id))::int as held from slot s where s.id = $1`,
)
const unbalanced = sql(
  'test_moving_unbalanced',
  `select from slot s where s.taken <> (select count(*) from booking b where b.slot_id = s.id and b.held)
     + (select count(*) from slot_hold h where h.slot_id = s.id)`,
)

beforeAll(async () => {
  server = await startServer({ MAX_OPEN_BOOKINGS: '20', SLOT_DAYS_AHEAD: '60' })
  now = instant(addDays(dayOf(server.context.now()), 1), '10:00')
  server.context.now = () => now
  head = await server.signIn('13900000109')
  operator = await server.signIn('13900000101')
  tokens = (await signInMany(server.context, 30)).map(({ token }) => token)
  const { isWorkingDay } = server.context.calendar()
  days = Array.from({ length: 60 }, (_, n) => addDays(dayOf(now), n + 3)).filter(
    (day) => isWorkingDay(day) && weekday(day) < 6,
  )
}, 60_000)
afterAll(() => server.stop())
afterEach(async () => expect(await server.database.run(unbalanced)).toBe(0))

const somebody = () => tokens.pop() ?? ''
const newDay = () => days.splice(0, 3)[0] ?? ''
type Slot = { id: string; startsAt: Instant; free: number; capacity: number }
const slotsOn = async (day: string) =>
  (await server.get(`/api/desks/${DESK}/slots?from=${day}&to=${day}`)).body.items as Slot[]
/** Of the week after, whichever of its days are open. */
const slotsAfter = async (day: string) =>
  (await server.get(`/api/desks/${DESK}/slots?from=${addDays(day, 7)}&to=${addDays(day, 11)}`)).body
    .items as Slot[]
const book = async (slotId: string | undefined, token: string) =>
  (
    await server.post(
      '/api/bookings',
      { slotId, channel: 'call_back', topic: 'loan', summary: '借款不还', regionCode: VILLAGE },
      { token },
    )
  ).body
const hours = async () => (await server.get('/api/desk/openings', head)).body.items[0]
const change = (body: object) => server.ask('PATCH', `/api/desk/openings/${DESK}`, { token: head, body })
const closeDay = async (day: string, move = true) => {
  const { closures } = await hours()
  return change({ closures: [...closures, { from: day, to: day, reason: '集中培训' }], move })
}
const noticesOf = async (token: string, news: string) =>
  (await server.get('/api/notices', token)).body.items.filter((one: { news: string }) => one.news === news)
const read = async (id: string, token: string) => (await server.get(`/api/cases/${id}`, token)).body
const act = (id: string, action: string, body: object, token: string) =>
  server.post(`/api/cases/${id}/actions/${action}`, body, { token })
const callsFor = async (id: string) =>
  (await server.get('/api/desk/calls?limit=100', operator)).body.items.filter(
    ({ caseId }: { caseId: string }) => caseId === id,
  )

describe('a closure that hits people (HL-8)', () => {
  it('is refused without saying that they are moved, and done when it is said', async () => {
    const day = newDay()
    const booked = await book((await slotsOn(day))[0]?.id, somebody())
    expect((await closeDay(day, false)).body).toMatchObject({ code: 'not_now', bookings: [{ day }] })
    expect((await closeDay(day)).status).toBe(200)
    expect((await slotsOn(day)).filter(({ free }) => free > 0)).toEqual([])
    expect((await read(booked.id, operator)).status).toBe('booked')
  })

  it('holds the nearest seat for the person, tells them, and one tap takes it', async () => {
    const day = newDay()
    const [, second] = await slotsOn(day)
    const [token, stranger] = [somebody(), somebody()]
    const booked = await book(second?.id, token)
    await closeDay(day)
    const [notice] = await noticesOf(token, 'time_lost')
    expect(notice).toMatchObject({ caseId: booked.id, offer: { until: addMinutes(now, 1440) } })
    expect(notice.text).toMatch(/不开放了.*为你留了/)
    const { slotId, startsAt } = notice.offer
    const gap = (at: Instant) => Math.abs(Date.parse(at) - Date.parse(second?.startsAt ?? ''))
    const around = [...(await slotsOn(addDays(day, -1))), ...(await slotsOn(addDays(day, 1)))]
    for (const other of around.filter(({ free }) => free > 0))
      expect(gap(startsAt)).toBeLessThanOrEqual(gap(other.startsAt))
    const before = await server.database.one(seatsOf, slotId)
    expect(before?.held).toBe(before?.taken)
    const taken = await act(booked.id, 'reschedule', { version: booked.version, slotId }, token)
    expect(taken.body.appointment.startsAt).toBe(startsAt)
    expect((await server.database.one(seatsOf, slotId))?.taken).toBe(before?.taken)
    expect(await server.database.one(seatsOf, second?.id)).toMatchObject({
      taken: 0,
      capacity: 0,
      shut: true,
    })
    expect((await book(second?.id, stranger)).code).toBe('full')
    now = addMinutes(now, 1441)
    await callDisplaced(server.context)
    expect(await callsFor(booked.id)).toEqual([])
  })

  it('lets them choose another time; the held seat is then everybody’s', async () => {
    const day = newDay()
    const token = somebody()
    const booked = await book((await slotsOn(day))[0]?.id, token)
    await closeDay(day)
    const [{ offer }] = await noticesOf(token, 'time_lost')
    const other = (await slotsAfter(day)).find(({ free }) => free > 0)
    await act(booked.id, 'reschedule', { version: booked.version, slotId: other?.id }, token)
    const { taken = 0 } = (await server.database.one(seatsOf, offer.slotId)) ?? {}
    await offerFreed(server.context)
    expect((await server.database.one(seatsOf, offer.slotId))?.taken).toBe(taken - 1)
  })

  it('puts whoever does nothing on the call list, also after reading; the operator takes the seat for them', async () => {
    const day = newDay()
    const token = somebody()
    const booked = await book((await slotsOn(day))[0]?.id, token)
    await closeDay(day)
    const [notice] = await noticesOf(token, 'time_lost')
    await server.post(`/api/notices/${notice.id}/read`, undefined, { token })
    await callDisplaced(server.context)
    expect(await callsFor(booked.id)).toEqual([])
    now = addMinutes(now, 1440)
    await callDisplaced(server.context)
    await callDisplaced(server.context)
    await deliverDue(server.context)
    const [line, ...more] = await callsFor(booked.id)
    expect([line.number, more]).toEqual([booked.number, []])
    expect(line.text).toContain('不开放了')
    const [call] = await noticesOf(token, 'time_call')
    await server.post(`/api/notices/${call.id}/read`, undefined, { token })
    expect(await callsFor(booked.id)).toHaveLength(1)
    const other = (await slotsAfter(day)).find(({ free }) => free > 0)
    await act(booked.id, 'reschedule', { version: booked.version, slotId: other?.id }, operator)
    expect(await callsFor(booked.id)).toEqual([])
  })

  it('says when the old time is kept after all, and gives the held seat back', async () => {
    const day = newDay()
    const token = somebody()
    const booked = await book((await slotsOn(day))[0]?.id, token)
    const { closures } = await hours()
    await closeDay(day)
    const [{ offer }] = await noticesOf(token, 'time_lost')
    await change({ closures })
    expect((await noticesOf(token, 'time_back'))[0].text).toContain('照原来约的办')
    const { taken = 0 } = (await server.database.one(seatsOf, offer.slotId)) ?? {}
    await offerFreed(server.context)
    expect((await server.database.one(seatsOf, offer.slotId))?.taken).toBe(taken - 1)
    now = addMinutes(now, 1441)
    await callDisplaced(server.context)
    await deliverDue(server.context)
    expect(await callsFor(booked.id)).toEqual([])
    expect((await slotsOn(day))[0]).toMatchObject({ free: 2, capacity: 3 })
  })

  it('gives each of several their own seat, and none twice', async () => {
    const day = newDay()
    const [first, second] = await slotsOn(day)
    const people = Array.from({ length: 5 }, () => somebody())
    for (const [n, token] of people.entries()) await book(n < 3 ? first?.id : second?.id, token)
    await closeDay(day)
    const offered = (await Promise.all(people.map((token) => noticesOf(token, 'time_lost')))).flat()
    expect(offered).toHaveLength(5)
    for (const { offer } of offered) {
      const seat = await server.database.one(seatsOf, offer.slotId)
      expect(seat?.taken).toBeLessThanOrEqual(seat?.capacity ?? 0)
    }
  })

  it('a seat that was held there is held elsewhere when that day is closed as well', async () => {
    const day = newDay()
    const token = somebody()
    const booked = await book((await slotsOn(day))[0]?.id, token)
    await closeDay(day)
    const [{ offer }] = await noticesOf(token, 'time_lost')
    await closeDay(dayOf(offer.startsAt))
    const [again, ...older] = await noticesOf(token, 'time_lost')
    expect(older).toHaveLength(1)
    expect(dayOf(again.offer.startsAt)).not.toBe(dayOf(offer.startsAt))
    const { body } = await act(
      booked.id,
      'reschedule',
      { version: booked.version, slotId: again.offer.slotId },
      token,
    )
    expect(body.appointment.startsAt).toBe(again.offer.startsAt)
  })
})

describe('weekly hours that change', () => {
  it('keep what was promised, or move it when the head says so', async () => {
    const day = newDay()
    const token = somebody()
    const booked = await book((await slotsOn(day))[0]?.id, token)
    const { openings } = await hours()
    const fewer = openings.filter((one: { weekday: number }) => one.weekday !== weekday(day))
    const { body } = await server.post(
      `/api/desk/openings/${DESK}/preview`,
      { openings: fewer },
      { token: head },
    )
    expect(body).toMatchObject({
      possible: true,
      outside: expect.arrayContaining([expect.objectContaining({ caseId: booked.id })]),
    })
    await change({ openings: fewer })
    expect(await noticesOf(token, 'time_lost')).toEqual([])
    await change({ openings })
    await change({ openings: fewer, move: true })
    expect(await noticesOf(token, 'time_lost')).toHaveLength(1)
    await change({ openings })
    expect((await slotsOn(day))[0]).toMatchObject({ free: 2, capacity: 3 })
  })

  it('more seats are offered to whoever waits before everybody else', async () => {
    const day = newDay()
    const [slot] = await slotsOn(day)
    for (let n = 0; n < 3; n++) await book(slot?.id, somebody())
    const [waiting, stranger] = [somebody(), somebody()]
    await server.post(`/api/slots/${slot?.id}/watches`, undefined, { token: waiting })
    const { openings } = await hours()
    const more = openings.map((one: { weekday: number; capacity: number }) =>
      one.weekday === weekday(day) ? { ...one, capacity: 4 } : one,
    )
    now = addMinutes(now, 5)
    expect((await change({ openings: more })).status).toBe(200)
    const [notice] = await noticesOf(waiting, 'earlier_slot')
    expect(notice.offer.startsAt <= (slot?.startsAt ?? '')).toBe(true)
    const held = await server.database.one(seatsOf, notice.offer.slotId)
    expect(held?.held).toBe(held?.taken)
    expect((await book(slot?.id, stranger)).code ?? 'booked').toMatch(/full|booked/)
  })
})
