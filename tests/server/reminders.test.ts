import { addDays, addMinutes, dayOf, type Instant, instant } from '#domain/day'
import { sql } from '../../server/db/sql.ts'
import { runTasks } from '../../server/jobs/tasks.ts'
import { startServer, type TestServer } from '../support/server.ts'

const DESK = 'demo-desk-431224'
const WISH = { channel: 'call_back', topic: 'loan', summary: '借款不还', regionCode: '431224100001' }

let server: TestServer
let operator: string
/** The day of the appointments: three days ahead. */
let day: string
let phones = 60

const addSlot = sql(
  'test_reminder_slot',
  `insert into slot (id, desk_id, starts_at, ends_at, capacity)
   values ($1, $2, $3::timestamptz, $3::timestamptz + interval '1 minute', 50) on conflict do nothing`,
)

beforeAll(async () => {
  server = await startServer()
  operator = await server.signIn('13900000101')
  day = addDays(dayOf(server.context.now()), 30)
  for (const time of ['08:31', '10:01', '15:01'])
    await server.database.run(addSlot, `at-${time}`, DESK, instant(day, time))
  await server.database.run(addSlot, 'next-day', DESK, instant(addDays(day, 1), '10:01'))
})
afterAll(() => server.stop())

const somebody = () => server.signIn(`139000000${phones++}`)
const book = async (slotId: string, token: string) =>
  (await server.post('/api/bookings', { ...WISH, slotId }, { token })).body
const act = (id: string, action: string, body: object, token: string) =>
  server.post(`/api/cases/${id}/actions/${action}`, { version: 1, ...body }, { token })
const clock = (now: Instant) => server.post('/api/demo/clock', { now })
const reminders = async (token: string) =>
  (await server.get('/api/notices', token)).body.items
    .map(({ news }: { news: string }) => news)
    .filter((news: string) => news.startsWith('reminder'))
    .reverse()
const sentTo = async (id: string) =>
  (await server.get(`/api/cases/${id}`, operator)).body.timeline
    .map(({ text }: { text: string }) => text)
    .filter((text: string) => /^短信/.test(text))

it('reminds the evening before and two hours before, once each, as the clock of the office goes', async () => {
  const [stays, moves, moved, leaves, early] = await Promise.all([1, 2, 3, 4, 5].map(somebody))
  if (!stays || !moves || !moved || !leaves || !early) throw new Error('nobody came')
  const kept = await book('at-10:01', stays)
  const toMove = await book('at-10:01', moves)
  const toMoveLater = await book('at-10:01', moved)
  const toCancel = await book('at-10:01', leaves)
  const first = await book('at-08:31', early)
  await act(toMove.id, 'reschedule', { slotId: 'next-day' }, moves)

  await clock(instant(addDays(day, -1), '17:59'))
  for (const token of [stays, moves, moved, leaves, early]) expect(await reminders(token)).toEqual([])

  await clock(instant(addDays(day, -1), '18:00'))
  for (const token of [stays, moved, leaves, early]) expect(await reminders(token)).toEqual(['reminder_day'])
  expect(await reminders(moves)).toEqual([])
  expect(await sentTo(kept.id)).toHaveLength(1)
  const night = await somebody()
  await book('at-15:01', night)

  await runTasks(server.work)
  await clock(instant(addDays(day, -1), '22:00'))
  expect(await sentTo(kept.id)).toHaveLength(1)
  await act(toMoveLater.id, 'reschedule', { slotId: 'at-15:01' }, moved)
  await act(toCancel.id, 'cancel', {}, leaves)

  await clock(instant(day, '06:40'))
  expect(await reminders(early)).toEqual(['reminder_day', 'reminder_soon'])
  expect(await sentTo(first.id)).toHaveLength(1)
  await clock(instant(day, '08:00'))
  expect(await sentTo(first.id)).toHaveLength(2)

  await clock(instant(day, '08:02'))
  expect(await reminders(stays)).toEqual(['reminder_day', 'reminder_soon'])
  expect(await sentTo(kept.id)).toHaveLength(2)
  expect(await reminders(leaves)).toEqual(['reminder_day'])
  expect(await reminders(moved)).toEqual(['reminder_day'])

  await clock(instant(day, '13:01'))
  expect(await reminders(moved)).toEqual(['reminder_day', 'reminder_soon'])
  expect(await reminders(night)).toEqual(['reminder_soon'])
  await clock(instant(day, '18:00'))
  expect(await reminders(moves)).toEqual(['reminder_day'])
  expect(await reminders(stays)).toHaveLength(2)
}, 60_000)

it('a reminder that waited too long is not sent after its time, nor of an appointment that is gone', async () => {
  const [late, gone] = [await somebody(), await somebody()]
  const start = addMinutes(instant(addDays(day, 4), '10:00'), 3)
  await server.database.run(addSlot, 'late', DESK, start)
  const { id } = await book('late', late)
  const cancelled = await book('late', gone)
  await clock(instant(addDays(day, 3), '17:00'))
  server.context.outlets = {
    ...server.context.outlets,
    sms: async () => ({ as: 'again', code: 'unavailable' }),
  }
  await clock(instant(addDays(day, 3), '18:00'))
  await act(cancelled.id, 'cancel', {}, gone)
  await clock(instant(addDays(day, 3), '18:10'))
  await clock(addMinutes(start, 5))
  const texts = async (one: string) =>
    (await server.get(`/api/cases/${one}`, operator)).body.timeline.map(({ text }: { text: string }) => text)
  expect(await texts(id)).toContain('程序内消息“明天有预约”：没有通知到本人')
  expect(await texts(cancelled.id)).toContain('程序内消息“明天有预约”：情况已变，不再通知')
})
