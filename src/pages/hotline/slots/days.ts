import type { Slot } from '#contract/hotline'
import { addDays, addMinutes, type Day, dayOf, type Instant, timeOf, weekday } from '#domain/day'

export type SlotState = 'free' | 'full' | 'soon'

export type OneDay = { day: Day; free: number; slots: readonly Slot[] }

export type Part = 'morning' | 'afternoon' | 'evening'

/** Bookable until so many minutes before. What is full is full, whether or not it is also too soon. */
export function stateOf({ free, startsAt }: Slot, now: Instant, minutes: number): SlotState {
  if (free <= 0) return 'full'
  return startsAt < addMinutes(now, minutes) ? 'soon' : 'free'
}

/** The days on which the desk is open, with the seats that can still be booked. */
export function daysOf(slots: readonly Slot[], now: Instant, minutes: number): OneDay[] {
  const days = [...new Set(slots.map(({ startsAt }) => dayOf(startsAt)))].sort()
  return days.map((day) => {
    const own = slots.filter(({ startsAt }) => dayOf(startsAt) === day)
    const open = own.filter((slot) => stateOf(slot, now, minutes) === 'free')
    return { day, slots: own, free: open.reduce((sum, { free }) => sum + free, 0) }
  })
}

const partOf = ({ startsAt }: Slot): Part => {
  const time = timeOf(startsAt)
  return time < '12:00' ? 'morning' : time < '18:00' ? 'afternoon' : 'evening'
}

const PARTS = ['morning', 'afternoon', 'evening'] as const

export const PART_NAME: Readonly<Record<Part, string>> = {
  morning: '上午',
  afternoon: '下午',
  evening: '晚上',
}

export const partsOf = (slots: readonly Slot[]): { part: Part; slots: Slot[] }[] =>
  PARTS.map((part) => ({ part, slots: slots.filter((slot) => partOf(slot) === part) })).filter(
    (one) => one.slots.length > 0,
  )

/** 11 月 24 日 */
export const plainDay = (day: Day): string => `${Number(day.slice(5, 7))} 月 ${Number(day.slice(8))} 日`

const WEEKDAYS = '一二三四五六日'

/** 今天, 明天, 周三 */
export function shortDay(day: Day, today: Day): string {
  if (day === today) return '今天'
  if (day === addDays(today, 1)) return '明天'
  return `周${WEEKDAYS[weekday(day) - 1]}`
}
