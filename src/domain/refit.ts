import { type Day, dayOf, type Instant } from './day.ts'
import type { NewSlot } from './slot.ts'

/**
 * `held`: of the seats taken, those only held for somebody who may take them; `shut`: it takes nobody any more;
 * `own`: it has a use of its own, such as a visit, and weekly hours say nothing of it.
 */
export type StandingSlot = NewSlot & {
  id: string
  taken: number
  held?: number
  shut?: boolean
  own?: boolean
}

export type Change = {
  /** What the old and the new weekly hours open over the days concerned. */
  before: readonly NewSlot[]
  after: readonly NewSlot[]
  /** Days on which nothing may stand any more: a closure, or a desk that is disabled. */
  shut: (day: Day) => boolean
}

export type Refitted = {
  /** Booked seats on days that shall be shut: nobody is left standing before a closed door. */
  booked: { day: Day; bookings: number }[]
  /** Slots that take nobody any more; those with bookings keep the seats that were promised. */
  close: string[]
  resize: { id: string; endsAt: Instant; capacity: number }[]
}

type Fate = 'stay' | 'close' | { endsAt: Instant; capacity: number }

/**
 * What changed hours do to slots that stand already. Slots that neither the old nor the new hours know were opened
 * by hand (import of capacity) and stay, unless the day is shut.
 */
export function refit(standing: readonly StandingSlot[], change: Change): Refitted {
  const before = byStart(change.before)
  const after = byStart(change.after)
  const refitted: Refitted = { booked: [], close: [], resize: [] }
  for (const slot of standing) {
    const shut = change.shut(dayOf(slot.startsAt))
    if (shut && bookingsIn(slot) > 0) count(refitted.booked, slot)
    const fate = shut ? 'close' : fateOf(slot, before.get(slot.startsAt), after.get(slot.startsAt))
    if (fate === 'close') refitted.close.push(slot.id)
    else if (fate !== 'stay') refitted.resize.push({ id: slot.id, ...fate })
  }
  return refitted
}

function fateOf(slot: StandingSlot, was: NewSlot | undefined, wanted: NewSlot | undefined): Fate {
  if (slot.own) return 'stay'
  const fitted = was?.endsAt === slot.endsAt ? was : undefined
  if (wanted?.endsAt !== slot.endsAt) return replaced(slot, fitted, wanted)
  const untouched = !fitted || fitted.capacity === slot.capacity
  const capacity = Math.max(wanted.capacity, slot.taken)
  const fits = capacity === slot.capacity && !slot.shut
  return untouched && !fits ? { endsAt: slot.endsAt, capacity } : 'stay'
}

/** Another length from the same minute on: an empty slot takes it over, a booked one runs out. */
function replaced(slot: StandingSlot, was: NewSlot | undefined, wanted: NewSlot | undefined): Fate {
  const isFree = slot.taken === 0 && (was || slot.capacity === 0)
  if (wanted && isFree) return { endsAt: wanted.endsAt, capacity: wanted.capacity }
  return was ? 'close' : 'stay'
}

const bookingsIn = ({ taken, held = 0 }: StandingSlot) => taken - held

const byStart = (slots: readonly NewSlot[]) => new Map(slots.map((slot) => [slot.startsAt, slot]))

function count(booked: Refitted['booked'], slot: StandingSlot) {
  const day = dayOf(slot.startsAt)
  const entry = booked.find((one) => one.day === day)
  if (entry) entry.bookings += bookingsIn(slot)
  else booked.push({ day, bookings: bookingsIn(slot) })
}
