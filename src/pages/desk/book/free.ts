import type { Slot } from '#contract/hotline'
import { addDays, addMinutes, dayOf, type Instant, spokenDay, spokenTime } from '#domain/day'
import { askAbout } from '#services/about'
import { readSlots } from '#services/hotline'
import { BOOK_WORDS } from './words.ts'

const DAYS_AHEAD = 14

/** What can still be had, the next first. */
export async function loadFree(deskId: string, now: Instant): Promise<Slot[]> {
  const today = dayOf(now)
  const [{ bookBeforeMinutes }, slots] = await Promise.all([
    askAbout(),
    readSlots(deskId, { from: today, to: addDays(today, DAYS_AHEAD) }),
  ])
  const soonest = addMinutes(now, bookBeforeMinutes)
  return slots.filter(({ free, startsAt }) => free > 0 && startsAt >= soonest)
}

type Entry = { value: string; text: string }

export function dayEntries(slots: readonly Slot[]): Entry[] {
  const days = [...new Set(slots.map(({ startsAt }) => dayOf(startsAt)))]
  return days.map((day) => {
    const free = slots.filter(({ startsAt }) => dayOf(startsAt) === day)
    const seats = free.reduce((sum, slot) => sum + slot.free, 0)
    return { value: day, text: `${spokenDay(day)} · ${BOOK_WORDS.left(seats)}` }
  })
}

export const timeEntries = (slots: readonly Slot[], day: string): Entry[] =>
  slots
    .filter(({ startsAt }) => dayOf(startsAt) === day)
    .map(({ id, startsAt, free }) => ({
      value: id,
      text: `${spokenTime(startsAt)} · ${BOOK_WORDS.left(free)}`,
    }))
