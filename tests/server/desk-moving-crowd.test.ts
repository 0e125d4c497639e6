import fc from 'fast-check'

import { addDays, dayOf, instant } from '#domain/day'
import { signInMany } from '../../bench/people.ts'
import { sql } from '../../server/db/sql.ts'
import { callDisplaced } from '../../server/hotline/displaced.ts'
import { offerFreed } from '../../server/hotline/offer.ts'
import { DESK, VILLAGE } from '../support/desk.ts'
import { startServer, type TestServer } from '../support/server.ts'

const unbalanced = sql(
  'test_crowd_unbalanced',
  `select from slot s where s.taken <> (select count(*) from booking b where b.slot_id = s.id and b.held)
     + (select count(*) from slot_hold h where h.slot_id = s.id) or s.taken > s.capacity`,
)
/** Booked in a time that is closed, and nobody is on it. */
const dropped = sql(
  'test_crowd_dropped',
  `select from booking b join slot s on s.id = b.slot_id join case_file c on c.id = b.case_id
   where b.held and s.shut and c.closed_at is null and not exists (select from displaced d where d.case_id = c.id)`,
)

type Act = { who: number; slot: number; what: 'book' | 'cancel' | 'move' | 'close' | 'open' | 'work' }

it('whoever books, moves and cancels while the head closes and opens days: every seat is counted once, nobody dropped', async () => {
  const server = await startServer({ MAX_OPEN_BOOKINGS: '100', SLOT_DAYS_AHEAD: '20' })
  const same = { database: server.database, url: server.url, drop: async () => undefined }
  const other = await startServer({ MAX_OPEN_BOOKINGS: '100', SLOT_DAYS_AHEAD: '20' }, same)
  const now = instant(addDays(dayOf(server.context.now()), 1), '10:00')
  for (const side of [server, other]) side.context.now = () => now
  const head = await server.signIn('13900000109')
  const people = (await signInMany(server.context, 8)).map(({ token }) => token)
  const { isWorkingDay } = server.context.calendar()
  const days = Array.from({ length: 14 }, (_, n) => addDays(dayOf(now), n + 2)).filter(isWorkingDay)
  const [day = '', next = ''] = days
  const slotsOf = async (on: string) =>
    (await server.get(`/api/desks/${DESK}/slots?from=${on}&to=${on}`)).body.items as { id: string }[]
  const slotIds = [...(await slotsOf(day)).slice(0, 2), ...(await slotsOf(next)).slice(0, 2)].map(
    ({ id }) => id,
  )
  const mine = new Map<number, { id: string; version: number }>()

  const closures = (side: TestServer, shut: readonly string[]) =>
    side.ask('PATCH', `/api/desk/openings/${DESK}`, {
      token: head,
      body: { closures: shut.map((on) => ({ from: on, to: on, reason: '培训' })), move: true },
    })
  const deeds: Record<Act['what'], (side: TestServer, act: Act) => Promise<number>> = {
    async book(side, { who, slot }) {
      if (mine.has(who)) return 200
      const wish = { channel: 'call_back', topic: 'loan', summary: '借款不还', regionCode: VILLAGE }
      const body = { ...wish, slotId: slotIds[slot] }
      const answer = await side.post('/api/bookings', body, { token: people[who] ?? '' })
      if (answer.status === 201) mine.set(who, answer.body)
      return answer.status
    },
    async cancel(side, { who }) {
      const { id } = mine.get(who) ?? {}
      if (!id || !mine.delete(who)) return 200
      const token = people[who] ?? ''
      const { version } = (await side.get(`/api/cases/${id}`, token)).body
      return (await side.post(`/api/cases/${id}/actions/cancel`, { version }, { token })).status
    },
    async move(side, { who, slot }) {
      const { id } = mine.get(who) ?? {}
      if (!id) return 200
      const token = people[who] ?? ''
      const { version } = (await side.get(`/api/cases/${id}`, token)).body
      const body = { version, slotId: slotIds[slot] }
      return (await side.post(`/api/cases/${id}/actions/reschedule`, body, { token })).status
    },
    close: async (side, { slot }) => (await closures(side, slot < 2 ? [day] : [day, next])).status,
    open: async (side) => (await closures(side, [])).status,
    async work(side) {
      await callDisplaced(side.context)
      await offerFreed(side.context)
      return 200
    },
  }
  const act = fc.record({
    who: fc.nat(7),
    slot: fc.nat(3),
    what: fc.constantFrom<Act['what'][]>('book', 'book', 'move', 'move', 'cancel', 'close', 'open', 'work'),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 10, maxLength: 40 }), async (acts) => {
      for (let start = 0; start < acts.length; start += 8) {
        const batch = acts.slice(start, start + 8)
        const answers = await Promise.all(
          batch.map((one, at) => deeds[one.what](at % 2 ? server : other, one)),
        )
        expect(answers.filter((status) => status >= 500)).toEqual([])
      }
      expect(await server.database.run(unbalanced)).toBe(0)
      expect(await server.database.run(dropped)).toBe(0)
    }),
    { numRuns: process.env.LINFA_FULL === '1' ? 300 : 12 },
  )
  await server.stop()
}, 600_000)
