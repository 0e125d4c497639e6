import fc from 'fast-check'

import { addDays, addMinutes, dayOf, type Instant, instant } from '#domain/day'
import { signInMany } from '../../bench/people.ts'
import { sql } from '../../server/db/sql.ts'
import { offerFreed } from '../../server/hotline/offer.ts'
import { deliverDue } from '../../server/outbox/deliver.ts'
import { startServer, type TestServer } from '../support/server.ts'

const DESK = 'demo-desk-431224'
const WISH = { channel: 'call_back', topic: 'loan', summary: '借款不还', regionCode: '431224100001' }

let server: TestServer
let now: Instant
/** Beyond the hours that the desk has opened itself, and beyond where the clock goes. */
let far: Instant
let tokens: string[]
let slots = 0

const addSlot = sql(
  'test_watch_slot',
  `insert into slot (id, desk_id, starts_at, ends_at, capacity)
   values ($1, $2, $3::timestamptz, $3::timestamptz + interval '1 minute', $4)`,
)
const seats = sql<{ taken: number; held: number; capacity: number }>(
  'test_watch_seats',
  `select s.taken, s.capacity, ((select count(*) from booking b where b.slot_id = s.id and b.held)
     + (select count(*) from slot_hold h where h.slot_id = s.id))::int as held from slot s where s.id = $1`,
)

beforeAll(async () => {
  server = await startServer({ MAX_OPEN_BOOKINGS: '100' })
  now = instant(addDays(dayOf(server.context.now()), 1), '10:00')
  far = addMinutes(now, 60 * 24 * 100)
  server.context.now = () => now
  tokens = (await signInMany(server.context, 60)).map(({ token }) => token)
})
afterAll(() => server.stop())

/** Nobody has met before. */
const somebody = () => tokens.pop() ?? ''
const slot = async (capacity = 1, minutes = 0) => {
  const id = `watch-${++slots}`
  await server.database.run(addSlot, id, DESK, addMinutes(far, 3 * slots + minutes), capacity)
  return id
}
const book = (slotId: string, token: string) => server.post('/api/bookings', { ...WISH, slotId }, { token })
const cancel = (id: string, token: string) =>
  server.post(`/api/cases/${id}/actions/cancel`, { version: 1 }, { token })
const watch = (slotId: string, token: string) =>
  server.post(`/api/slots/${slotId}/watches`, undefined, { token })
const offers = async (token: string) =>
  (await server.get('/api/notices', token)).body.items.filter(
    ({ news }: { news: string }) => news === 'earlier_slot',
  )
const seatsOf = (slotId: string) => server.database.one(seats, slotId)
/** Somebody has the only seat, others wait; then it comes free. */
async function freed(...waiting: string[]) {
  const owner = somebody()
  const slotId = await slot()
  const { body } = await book(slotId, owner)
  for (const token of waiting) expect((await watch(slotId, token)).status).toBe(201)
  await cancel(body.id, owner)
  return slotId
}

describe('waiting for an earlier time', () => {
  it('the first who waits is offered the seat, and nobody else gets it meanwhile', async () => {
    const [first, second, stranger] = [somebody(), somebody(), somebody()]
    const slotId = await freed(first, second)
    const [notice] = await offers(first)
    expect(notice.offer).toMatchObject({ slotId, until: addMinutes(now, 15) })
    expect(await offers(second)).toEqual([])
    expect((await book(slotId, stranger)).body.code).toBe('full')
    expect((await book(slotId, second)).body.code).toBe('full')
    expect((await book(slotId, first)).status).toBe(201)
    expect(await seatsOf(slotId)).toMatchObject({ taken: 1, held: 1 })
    expect((await server.get('/api/me/watches', first)).body.items).toEqual([])
    expect((await server.get('/api/me/watches', second)).body.items).toHaveLength(1)
  })

  it('can be asked for twice and is one; three at most; and can be ended', async () => {
    const token = somebody()
    const slotId = await slot()
    const { body } = await watch(slotId, token)
    expect(body).toMatchObject({ slotId, deskId: DESK, offersLeft: 3 })
    expect((await watch(slotId, token)).body.id).toBe(body.id)
    expect((await watch('nowhere', token)).status).toBe(404)
    expect((await server.post(`/api/slots/${slotId}/watches`, undefined)).status).toBe(401)
    await watch(await slot(), token)
    await watch(await slot(), token)
    expect((await watch(await slot(), token)).body.code).toBe('not_now')
    expect((await server.ask('DELETE', `/api/me/watches/${body.id}`, { token: somebody() })).status).toBe(404)
    expect((await server.ask('DELETE', `/api/me/watches/${body.id}`, { token })).status).toBe(204)
    expect((await server.get('/api/me/watches', token)).body.items).toHaveLength(2)
  })

  it('a seat that nobody took in a quarter of an hour goes to the next, then to everybody', async () => {
    const [first, second, stranger] = [somebody(), somebody(), somebody()]
    const slotId = await freed(first, second)
    const before = now
    now = addMinutes(now, 15)
    await offerFreed(server.context)
    expect((await offers(second))[0].offer).toMatchObject({ slotId, until: addMinutes(now, 15) })
    expect((await book(slotId, first)).body.code).toBe('full')
    now = addMinutes(now, 15)
    await offerFreed(server.context)
    expect(await seatsOf(slotId)).toMatchObject({ taken: 0, held: 0 })
    expect((await book(slotId, stranger)).status).toBe(201)
    now = addMinutes(before, 60)
  })

  it('a dead worker leaks no seat: the booking itself uses what is no longer held', async () => {
    const [first, stranger] = [somebody(), somebody()]
    const slotId = await freed(first)
    expect((await book(slotId, stranger)).body.code).toBe('full')
    now = addMinutes(now, 15)
    const day = dayOf(far)
    const { body } = await server.get(`/api/desks/${DESK}/slots?from=${day}&to=${addDays(day, 1)}`)
    expect(body.items.find(({ id }: { id: string }) => id === slotId).free).toBe(1)
    expect((await book(slotId, stranger)).status).toBe(201)
    expect(await seatsOf(slotId)).toMatchObject({ taken: 1, held: 1 })
  })

  it('whoever has a booking already moves into the seat that is held', async () => {
    const token = somebody()
    const later = await slot(1, 60 * 24 * 10)
    const mine = (await book(later, token)).body
    const slotId = await freed(token)
    const moved = await server.post(
      `/api/cases/${mine.id}/actions/reschedule`,
      { version: 1, slotId },
      { token },
    )
    expect(moved.status).toBe(200)
    expect(await seatsOf(slotId)).toMatchObject({ taken: 1, held: 1 })
    expect(await seatsOf(later)).toMatchObject({ taken: 0 })
  })

  it('whoever was called in vain, and keeps the seat of that call, is offered another', async () => {
    const token = somebody()
    const start = now
    await server.database.run(addSlot, 'watch-past', DESK, addMinutes(now, 180), 1)
    expect((await book('watch-past', token)).status).toBe(201)
    now = addMinutes(start, 200)
    await freed(token)
    expect(await offers(token)).toHaveLength(1)
    now = start
  })

  it('is offered once a day and three times in all', async () => {
    const token = somebody()
    const start = now
    const owner = somebody()
    await watch(await slot(1, 60 * 24 * 20), token)
    const freeOne = async () => {
      const slotId = await slot()
      const { body } = await book(slotId, owner)
      await cancel(body.id, owner)
    }
    for (const day of [0, 1, 2, 3]) {
      now = addMinutes(start, 60 * 24 * day)
      await freeOne()
      await freeOne()
      expect(await offers(token)).toHaveLength(Math.min(day + 1, 3))
    }
  })

  it('nobody is woken: what comes free at night is offered in the morning', async () => {
    const [waiting, owner] = [somebody(), somebody()]
    const slotId = await slot()
    const { body } = await book(slotId, owner)
    await watch(slotId, waiting)
    now = instant(dayOf(now), '22:00')
    await cancel(body.id, owner)
    await offerFreed(server.context)
    expect(await offers(waiting)).toEqual([])
    expect(await seatsOf(slotId)).toMatchObject({ taken: 0 })
    now = instant(addDays(dayOf(now), 1), '08:00')
    await offerFreed(server.context)
    expect((await offers(waiting))[0].offer.until).toBe(addMinutes(now, 15))
  })

  it('whoever has no WeChat is telephoned, as long as the seat is held', async () => {
    const operator = await server.signIn('13900000101')
    now = addMinutes(now, 30)
    const slotId = await freed(somebody())
    await deliverDue(server.context)
    const lines = async () =>
      (await server.get('/api/desk/calls?limit=100', operator)).body.items.filter(
        ({ until }: { until: string }) => until === addMinutes(now, 15),
      )
    expect(await lines()).toEqual([
      expect.objectContaining({ caseId: null, phone: expect.stringMatching(/^137\*+/), tries: 0 }),
    ])
    now = addMinutes(now, 15)
    await offerFreed(server.context)
    await deliverDue(server.context)
    expect((await server.get('/api/desk/calls?limit=100', operator)).body.items).toEqual([])
    const head = await server.signIn('13900000109')
    const { body } = await server.get('/api/desk/lost-notices', head)
    expect(body.items[0]).toMatchObject({ news: 'earlier_slot', state: 'not_reached' })
    expect(await seatsOf(slotId)).toMatchObject({ taken: 0 })
  })
})

type Act = { who: number; slot: number; what: 'book' | 'cancel' | 'watch' | 'expire' }

/** A small crowd at two servers; what each has booked, by person and slot. */
function crowd(sides: readonly TestServer[], people: readonly string[], slotIds: readonly string[]) {
  const mine = new Map<string, string>()
  const deeds: Record<Act['what'], (side: TestServer, token: string, slotId: string) => Promise<unknown>> = {
    async expire(side) {
      now = addMinutes(now, 16)
      await offerFreed(side.context)
    },
    watch: (side, token, slotId) => side.post(`/api/slots/${slotId}/watches`, undefined, { token }),
    async book(side, token, slotId) {
      const { status, body } = await side.post('/api/bookings', { ...WISH, slotId }, { token })
      expect([201, 409]).toContain(status)
      if (status === 201) mine.set(`${slotId} ${token}`, body.id)
    },
    async cancel(side, token, slotId) {
      const id = mine.get(`${slotId} ${token}`)
      if (!id || !mine.delete(`${slotId} ${token}`)) return
      const body = { version: 1 }
      expect((await side.post(`/api/cases/${id}/actions/cancel`, body, { token })).status).toBe(200)
    },
  }
  return ({ who, slot: n, what }: Act, at: number) =>
    deeds[what](sides[at % sides.length] ?? server, people[who] ?? '', slotIds[n] ?? '')
}

it('nobody is telephoned about a seat that is theirs already', async () => {
  const operator = await server.signIn('13900000101')
  now = addMinutes(now, 30)
  const waiting = somebody()
  const slotId = await freed(waiting)
  await deliverDue(server.context)
  const lines = async () => (await server.get('/api/desk/calls?limit=100', operator)).body.items.length
  expect(await lines()).toBe(1)
  expect((await book(slotId, waiting)).status).toBe(201)
  expect(await lines()).toBe(0)
})

it('counts every seat once, whatever many people and the worker do at the same moment', async () => {
  const same = { database: server.database, url: server.url, drop: async () => undefined }
  const other = await startServer({ MAX_OPEN_BOOKINGS: '100' }, same)
  other.context.now = () => now
  const people = (await signInMany(server.context, 12)).map(({ token }) => token)
  const act = fc.record({
    who: fc.nat(11),
    slot: fc.nat(1),
    what: fc.constantFrom<Act['what'][]>('book', 'book', 'cancel', 'watch', 'expire'),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 12, maxLength: 40 }), async (acts) => {
      const slotIds = [await slot(2), await slot(1)]
      const run = crowd([server, other], people, slotIds)
      for (let start = 0; start < acts.length; start += 8)
        await Promise.all(acts.slice(start, start + 8).map(run))
      for (const id of slotIds) {
        const found = await seatsOf(id)
        expect(found?.taken).toBe(found?.held)
        expect(found?.taken).toBeLessThanOrEqual(found?.capacity ?? 0)
      }
    }),
    { numRuns: process.env.LINFA_FULL === '1' ? 300 : 15 },
  )
}, 600_000)
