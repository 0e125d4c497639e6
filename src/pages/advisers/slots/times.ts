import type { Adviser, Visit } from '#contract/adviser'
import type { Slot } from '#contract/hotline'
import { addDays, addMinutes, dayOf, type Instant } from '#domain/day'
import { askAbout } from '#services/about'
import { readOneAdviser, readVisits } from '#services/advisers'
import { readSlots } from '#services/hotline'

export type Times = { now: Instant; adviser: Adviser; visits: readonly Visit[]; remote: readonly Slot[] }

const DAYS_AHEAD = 14

/** At that time people come, they do not call. */
const isForVisitors = ({ channels }: Slot) => channels?.every((channel) => channel === 'visit') ?? false

/** Seats that can still be had, the village's own visits before the others. */
export async function loadTimes(id: string, village: string | undefined): Promise<Times> {
  const [{ now, bookBeforeMinutes }, adviser, visits] = await Promise.all([
    askAbout(),
    readOneAdviser(id),
    readVisits(id, village),
  ])
  const today = dayOf(now)
  const slots = adviser.deskId
    ? await readSlots(adviser.deskId, { from: today, to: addDays(today, DAYS_AHEAD) })
    : []
  const soonest = addMinutes(now, bookBeforeMinutes)
  const open = ({ startsAt, free }: Pick<Slot, 'startsAt' | 'free'>) => free > 0 && startsAt >= soonest
  const isVisit = new Set(visits.map(({ slotId }) => slotId))
  return {
    now,
    adviser,
    visits: visits.filter((visit) => visit.slotId && open(visit)),
    remote: slots.filter((slot) => !isVisit.has(slot.id) && !isForVisitors(slot) && open(slot)),
  }
}
