import { type Calendar, nextWorkingDay } from './calendar.ts'
import {
  addDays,
  addMonths,
  type Day,
  dayOf,
  daysBetween,
  fromEpoch,
  type Instant,
  instant,
  timeOf,
  toEpoch,
} from './day.ts'
import type { Limit, Unit } from './rules.ts'

/** Open while `to` is null. */
export type Pause = { from: Instant; to: Instant | null }

/** What a clock has lived through: its start and the pauses since. */
export type Span = { startedAt: Instant; pauses: readonly Pause[] }

export type Due = {
  /** The strict day, not moved by holidays: what staff is warned of (CLK-6). */
  dueOn: Day
  /** The last day by law, moved off holidays (CLK-4, 民法典 第二百零三条). */
  dueLegalOn: Day
  /** The exact moment; only for hours and appointments. */
  dueAt: Instant | null
}

export type Context = {
  now: Instant
  calendar: Calendar
  appointment?: { startsAt: Instant; endsAt: Instant } | null | undefined
}

const moved = (calendar: Calendar, day: Day) =>
  calendar.isHoliday(day) ? nextWorkingDay(calendar, day) : day

/** A case keeps the day on which it is due as the last minute of that day. */
export const endOfDay = (day: Day): Instant => instant(day, DAY_END)
const DAY_END = '23:59'

/** When what is due at `dueAt` is late by law: a day on a holiday is moved (CLK-4), a moment is not. */
export const legalEnd = (calendar: Calendar, dueAt: Instant): Instant =>
  timeOf(dueAt) === DAY_END ? endOfDay(moved(calendar, dayOf(dueAt))) : dueAt

function addWorkingDays(calendar: Calendar, day: Day, days: number): Day {
  let last = day
  for (let n = 0; n < days; n++) last = nextWorkingDay(calendar, last)
  return last
}

function workingDaysBetween(calendar: Calendar, a: Day, b: Day): number {
  let days = 0
  for (let day = nextWorkingDay(calendar, a); day <= b; day = nextWorkingDay(calendar, day)) days++
  return days
}

/** Counts on from a day. The day itself is not counted (CLK-1); months keep its number (CLK-3). */
const COUNT_ON: Readonly<
  Record<'day' | 'working_day' | 'month', (calendar: Calendar, from: Day, amount: number) => Day>
> = {
  day: (_, from, days) => addDays(from, days),
  working_day: addWorkingDays,
  month: (_, from, months) => addMonths(from, months),
}

/**
 * CLK-7: the days of a pause (its first day not counted) are added to the due day; working days, where those count.
 * One that begins in the extra days of a holiday finds the moved day as due day; one that begins later finds nothing to extend.
 */
function extended(calendar: Calendar, unit: Unit, due: Day, from: Day, to: Day): Day {
  const last = moved(calendar, due)
  if (from > last || from === to) return due
  const base = moved(calendar, from) === last ? last : due
  return unit === 'working_day'
    ? addWorkingDays(calendar, base, workingDaysBetween(calendar, from, to))
    : addDays(base, daysBetween(from, to))
}

/** An open pause counts up to now, so that the date is the one that holds if it ends today. */
function dueByDay(unit: keyof typeof COUNT_ON, amount: number, span: Span, { now, calendar }: Context): Due {
  const dueOn = span.pauses.reduce(
    (due, { from, to }) => extended(calendar, unit, due, dayOf(from), dayOf(to ?? now)),
    COUNT_ON[unit](calendar, dayOf(span.startedAt), amount),
  )
  return { dueOn, dueLegalOn: moved(calendar, dueOn), dueAt: null }
}

/** A moment is not moved by holidays: 民法典 第二百零三条 speaks of the last day. */
const dueAtMoment = (dueAt: Instant): Due => ({ dueOn: dayOf(dueAt), dueLegalOn: dayOf(dueAt), dueAt })

/** CLK-2: hours run from the moment itself, and a pause counts to the second. */
function dueByHour(hours: number, span: Span, now: Instant): Due {
  const due = span.pauses.reduce(
    (due, { from, to }) => {
      const begun = toEpoch(from)
      return begun > due ? due : due + toEpoch(to ?? now) - begun
    },
    toEpoch(span.startedAt) + hours * 3_600_000,
  )
  return dueAtMoment(fromEpoch(due))
}

/** When a stretch of time is due; null for an appointment that is not known. */
export function dueOf(
  { unit, amount }: Pick<Limit, 'unit' | 'amount'>,
  span: Span,
  context: Context,
): Due | null {
  if (unit === 'appointment') return context.appointment ? dueAtMoment(context.appointment.endsAt) : null
  if (unit === 'hour') return dueByHour(amount, span, context.now)
  return dueByDay(unit, amount, span, context)
}
