import type { BookedDay } from '#contract/opening'
import { spokenDay } from '#domain/day'
import { bookedIn } from '#services/admin'
import { type Column, Records } from './Records.tsx'
import { DESKS, seats } from './words.ts'

const COLUMNS: readonly Column<BookedDay>[] = [
  { title: DESKS.day, cell: ({ day }) => spokenDay(day) },
  { title: DESKS.count, cell: ({ bookings }) => seats(bookings) },
]

/** On which days bookings stand in the way. */
export function Booked({ failure }: { failure: unknown }) {
  const days = bookedIn(failure)
  if (days.length === 0) return null
  return <Records label={DESKS.booked} columns={COLUMNS} items={days} keyOf={({ day }) => day} />
}
