import { addDays, dayOf } from '#domain/day'
import type { TestServer } from './server.ts'

const AHEAD = 14

/** What the hotline desk of 溆浦县 offers from today on, the next first. */
export async function slotsAhead({ get, context }: TestServer) {
  const today = dayOf(context.now())
  const { body } = await get(`/api/desks/demo-desk-431224/slots?from=${today}&to=${addDays(today, AHEAD)}`)
  return body.items
}
