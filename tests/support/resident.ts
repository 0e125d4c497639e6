import { addDays, dayOf } from '#domain/day'
import type { TestServer } from './server.ts'

const TOWN = '431224100000'
const VILLAGE = '431224100001'
const DESK = 'demo-desk-431224'

type Slot = { id: string; startsAt: string; endsAt: string; capacity: number; free: number }

/** What a telephone remembers after some days of use, and the case that was booked with it. */
export type UsedPhone = { storage: Record<string, unknown>; caseId: string }

const freeSlots = async ({ get, context }: TestServer): Promise<Slot[]> => {
  const today = dayOf(context.now())
  const { body } = await get(`/api/desks/${DESK}/slots?from=${addDays(today, 1)}&to=${addDays(today, 13)}`)
  // Nobody books the same time twice.
  return body.items.filter(({ free, capacity }: Slot) => free === capacity)
}

const villagePlace = async ({ get }: TestServer) => {
  const { body } = await get(`/api/regions?parent=${TOWN}`)
  return body.items.find(({ code }: { code: string }) => code === VILLAGE)
}

const book = async (server: TestServer, token: string, slot: Slot): Promise<string> => {
  const wish = {
    slotId: slot.id,
    channel: 'call_back',
    topic: 'land',
    summary: '邻居砌墙占了我家宅基地',
    regionCode: VILLAGE,
  }
  const { status, body } = await server.post('/api/bookings', wish, { token })
  if (status !== 201) throw new Error(`could not book: ${JSON.stringify(body)}`)
  return body.id
}

const chosen = (server: TestServer, { id, startsAt, endsAt }: Slot) => ({
  slot: {
    value: JSON.stringify({
      id,
      startsAt,
      endsAt,
      deskId: DESK,
      deskName: '溆浦县热线',
      channel: 'call_back',
    }),
    at: server.context.now(),
  },
})

/** A resident of a village of 溆浦县 with one booking, about to make the next. */
export const residentWithBooking = async (server: TestServer, telephone: string): Promise<UsedPhone> => {
  const token = await server.signIn(telephone)
  const [first, second] = (await freeSlots(server)).toReversed()
  if (!first || !second) throw new Error('the demo desk has no free slots')
  const caseId = await book(server, token, first)
  return {
    caseId,
    storage: { token, place: await villagePlace(server), 'draft:hotline': chosen(server, second) },
  }
}

const WITH_CASE = ['pages/case/index', 'pages/hotline/done/index']

/** The address of a page that shows something. */
export const addressOf = (page: string, caseId: string): string =>
  WITH_CASE.includes(page) ? `/${page}?id=${caseId}` : `/${page}`
