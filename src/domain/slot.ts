import { addDays, addMinutes, type Day, type Instant, instant, weekday } from './day.ts'

/** Weekly hours of a desk. `weekday` 1 is Monday; times are local, `HH:mm`; a slot lasts `minutes`. */
export type Opening = { weekday: number; from: string; to: string; minutes: number; capacity: number }
export type Closure = { from: Day; to: Day }
export type NewSlot = { startsAt: Instant; endsAt: Instant; capacity: number }

/** The whole slots that fit into the hours of one opening on one day. */
function slotsOf({ from, to, minutes, capacity }: Opening, day: Day): NewSlot[] {
  const slots: NewSlot[] = []
  const close = instant(day, to)
  for (let startsAt = instant(day, from); ; startsAt = addMinutes(startsAt, minutes)) {
    const endsAt = addMinutes(startsAt, minutes)
    if (endsAt > close) return slots
    slots.push({ startsAt, endsAt, capacity })
  }
}

/** All slots to be opened from `first` for `days` days. What no row opens stays closed. */
export function slotsToOpen(
  openings: readonly Opening[],
  closures: readonly Closure[],
  isPublicHoliday: (day: Day) => boolean,
  { first, days }: { first: Day; days: number },
): NewSlot[] {
  return Array.from({ length: days }, (_, n) => addDays(first, n))
    .filter((day) => !isPublicHoliday(day) && !closures.some(({ from, to }) => from <= day && day <= to))
    .flatMap((day) => openings.filter((o) => o.weekday === weekday(day)).flatMap((o) => slotsOf(o, day)))
}
