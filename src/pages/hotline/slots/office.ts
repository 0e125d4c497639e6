import type { Desk, Slot } from '#contract/hotline'
import { addDays, dayOf, type Instant } from '#domain/day'
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

export function loadSlots(deskId: string, now: Instant): Promise<Slot[]> {
  const today = dayOf(now)
  return readSlots(deskId, { from: today, to: addDays(today, DAYS_AHEAD) })
}

/** As last time, where that desk is still there; otherwise the nearest desk and the first of its ways. */
export function firstWish(desks: readonly Desk[], before: Before | null): Wish | null {
  const desk = desks.find(({ id }) => id === before?.deskId) ?? desks[0]
  if (!desk) return null
  const channel = desk.channels.find((one) => one === before?.channel) ?? desk.channels[0]
  return channel ? { desk, channel } : null
}

type Before = { deskId?: string | undefined; channel?: string | null | undefined }
