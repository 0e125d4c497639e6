import type { Desk, Slot } from '#contract/hotline'
import { addDays, type Day, dayOf, type Instant } from '#domain/day'
import type { Channel } from '#domain/hotline'
import { askAbout } from '#services/about'
import { readDesks, readSlots } from '#services/hotline'

/** Who is to call, and how. */
export type Wish = { desk: Desk; channel: Channel }

/** What every question on this page depends on: the time of the server, its limits, the desks near by. */
export type Office = { now: Instant; bookBeforeMinutes: number; desks: readonly Desk[] }

const DAYS_AHEAD = 14

export async function loadOffice(region: string): Promise<Office> {
  const [{ now, bookBeforeMinutes }, desks] = await Promise.all([askAbout(), readDesks(region)])
  return { now, bookBeforeMinutes, desks }
}

/** A time that is held for the person who looks, from a notice. */
export type Held = { slotId: string; deskId: string | undefined; day: Day }

/** What is held for me is full for everybody else. */
export async function loadSlots(deskId: string, now: Instant, held: Held | null): Promise<Slot[]> {
  const today = dayOf(now)
  const last = addDays(today, DAYS_AHEAD)
  const slots = await readSlots(deskId, { from: today, to: held && held.day > last ? held.day : last })
  return slots.map((slot) => (slot.id === held?.slotId ? { ...slot, free: Math.max(slot.free, 1) } : slot))
}

/** As last time, where that desk is still there; otherwise the nearest desk and the first of its ways. */
export function firstWish(desks: readonly Desk[], before: Before | null): Wish | null {
  const desk = desks.find(({ id }) => id === before?.deskId) ?? desks[0]
  if (!desk) return null
  const channel = desk.channels.find((one) => one === before?.channel) ?? desk.channels[0]
  return channel ? { desk, channel } : null
}

type Before = { deskId?: string | undefined; channel?: string | null | undefined }
