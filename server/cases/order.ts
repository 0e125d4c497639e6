import { type Instant, toEpoch } from '#domain/day'

export const URGENT_FIRST = 1e10
const CLOSED_LAST = 1e10

/** Where a case stands in the list of a desk: urgent, then by what is due, then closed with the newest first. */
export function deskOrder(entry: { urgent: boolean; due: Instant; closedAt: Instant | null }): number {
  const seconds = (at: Instant) => Math.floor(toEpoch(at) / 1000)
  if (entry.closedAt) return 2 * CLOSED_LAST - seconds(entry.closedAt)
  return seconds(entry.due) - (entry.urgent ? URGENT_FIRST : 0)
}
