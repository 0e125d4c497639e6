import { addMinutes, type Instant } from '#domain/day'
import { sql } from '../../server/db/sql.ts'
import type { TestServer } from './server.ts'

export const DESK = 'demo-desk-431224'
export const VILLAGE = '431224100001'

const addSlot = sql(
  'test_add_slot',
  `insert into slot (id, desk_id, starts_at, ends_at, capacity) values ($1, $2, $3, $4, 50)`,
)
const addDesk = sql(
  'test_add_desk',
  `insert into desk (id, organisation_id, name, region_code, channels)
   select $1, organisation_id, '第二个窗口（演示）', region_code, channels from desk where id = $2`,
)
const start = sql(
  'test_start',
  `update case_file set starts_at = $2::timestamptz, ends_at = $2::timestamptz + interval '30 minutes' where id = $1`,
)

/** Bookings of one desk, made through the door; `due` lets the hour of a call come without moving the clock. */
export async function atTheDesk(server: TestServer) {
  const slotId = 'test-slot'
  const startsAt = addMinutes(server.context.now(), 60 * 24 * 5 + 7)
  await server.database.run(addSlot, slotId, DESK, startsAt, addMinutes(startsAt, 30))
  const book = async (token: string, more: object = {}) => {
    const wish = { slotId, channel: 'call_back', topic: 'land', summary: '邻居砌墙占地', regionCode: VILLAGE }
    return (await server.post('/api/bookings', { ...wish, ...more }, { token })).body
  }
  /** A second desk of the same house, with a time of its own. */
  const openAnother = async () => {
    const ids = { deskId: 'test-second-desk', slotId: 'test-second-slot' }
    await server.database.run(addDesk, ids.deskId, DESK)
    await server.database.run(addSlot, ids.slotId, ids.deskId, startsAt, addMinutes(startsAt, 30))
    return ids
  }
  const due = (id: string, at: Instant = addMinutes(server.context.now(), -5)) =>
    server.database.run(start, id, at)
  const act = (id: string, action: string, body: object, token: string) =>
    server.post(`/api/cases/${id}/actions/${action}`, body, { token })
  return { slotId, startsAt, book, openAnother, due, act }
}

export const ANSWER = {
  answer: '先请村里丈量，留好土地证。对方不让的，可以申请调解。',
  category: 'land',
  group: 'declined',
  toldOfLegalAid: true,
}
