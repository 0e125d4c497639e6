import type { Duties } from './adviser.ts'
import { addMonths, type Day, dayOf, type Instant, minutesBetween } from './day.ts'

/** A visit that is announced; `villageCode` where to. */
export type Visit = { id: string; villageCode: string; startsAt: Instant; endsAt: Instant }
export type Plan = Omit<Visit, 'id'>
/** A time of the same adviser that can be booked otherwise: remote hours. `taken` are those who have booked. */
export type OpenTime = { id: string; startsAt: Instant; endsAt: Instant; taken: number }
export type Away = { from: Day; to: Day }

type Span = { startsAt: Instant; endsAt: Instant }

export const overlaps = (a: Span, b: Span): boolean => a.startsAt < b.endsAt && b.startsAt < a.endsAt

export const isAway = (leaves: readonly Away[], day: Day): boolean =>
  leaves.some(({ from, to }) => from <= day && day <= to)

const LEAST_MINUTES = 30
const MOST_MINUTES = 12 * 60

export type Calendar = { visits: readonly Visit[]; times: readonly OpenTime[]; leaves: readonly Away[] }

/** What stands against a visit, in words; null when nothing does. */
export function objectionTo(plan: Plan, { visits, times, leaves }: Calendar, now: Instant): string | null {
  const minutes = minutesBetween(plan.startsAt, plan.endsAt)
  if (plan.startsAt <= now) return '这个时间已经过了，请另选时间'
  if (dayOf(plan.startsAt) > addMonths(dayOf(now), 12)) return '最多安排到一年以后，请另选时间'
  if (dayOf(plan.startsAt) !== dayOf(plan.endsAt)) return '一次进村要在同一天里'
  if (minutes < LEAST_MINUTES) return `一次进村至少 ${LEAST_MINUTES} 分钟`
  if (minutes > MOST_MINUTES) return '一次进村最多 12 小时'
  if (isAway(leaves, dayOf(plan.startsAt))) return '这天请假了，请另选时间，或先销假'
  if (visits.some((visit) => overlaps(visit, plan))) return '与另一次进村时间重叠，请另选时间'
  if (times.some((time) => time.taken > 0 && overlaps(time, plan)))
    return '这段时间已经有人约了远程咨询，请先给他们改时间'
  return null
}

/** Remote hours that a visit takes the place of: an adviser is in one place. */
export const displacedBy = (plan: Plan, times: readonly OpenTime[]): string[] =>
  times.filter((time) => overlaps(time, plan)).map(({ id }) => id)

/** Whether a seat in a visit can be booked, and if not, why not: one may go there all the same. */
export const SEATS = ['open', 'full', 'too_late', 'not_needed'] as const
export type Seats = (typeof SEATS)[number]

type Bookable = { slotId: string | null; capacity: number; free: number; startsAt: Instant }

/** `earliest`: what begins before is not booked any more. */
export function seatsIn({ slotId, capacity, free, startsAt }: Bookable, earliest: Instant): Seats {
  if (slotId === null || capacity === 0) return 'not_needed'
  if (startsAt < earliest) return 'too_late'
  return free > 0 ? 'open' : 'full'
}

/** What one village got in a month. */
export type MonthOfVillage = { planned: number; made: number; minutes: number }

/** Villages to which nobody comes this month: the township is warned. */
export const isGap = ({ planned, made }: MonthOfVillage): boolean => planned + made === 0

/** Visits that are still missing of those that the office asks for (VA-7). */
export const missingVisits = ({ made }: MonthOfVillage, { visits_month }: Duties): number =>
  Math.max(0, visits_month - made)
