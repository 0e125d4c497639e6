import { type Calendar, nextWorkingDay } from './calendar.ts'
import { addDays, addMonths, type Day, dayOf, daysBetween, fromEpoch, type Instant, toEpoch } from './day.ts'
import type { Limit, RuleId, Unit } from './rules.ts'

/**
 * A limit on a case. It runs while the case is in `runs` and stands still in `pauses`. Leaving to a status of
 * `ends` (withdrawn, cancelled) ends it without its being met; leaving to any other one is meeting it.
 */
export type Clock<Status extends string = string> = {
  rule: RuleId
  runs: readonly Status[]
  pauses?: readonly Status[]
  ends?: readonly Status[]
}

/** A change of status; a history is a list of them, oldest first. */
export type Step<Status extends string = string> = { at: Instant; to: Status }

/** Open while `to` is null. */
export type Pause = { from: Instant; to: Instant | null }

/** Overdue is `missed`, whether the case still waits (`stoppedAt` null) or was done late. */
export type ClockState = 'running' | 'paused' | 'met' | 'missed' | 'ended'

export type Due = {
  /** The strict day, not moved by holidays: what staff is warned of (CLK-6). */
  dueOn: Day
  /** The last day by law, moved off holidays (CLK-4, 民法典 第二百零三条). */
  dueLegalOn: Day
  /** The exact moment; only for hours and appointments. */
  dueAt: Instant | null
}

export type Reading = Due & {
  rule: RuleId
  text: string
  law: string | null
  startedAt: Instant
  /** When the case left the clock for good. */
  stoppedAt: Instant | null
  /** Calendar days from today, or from the day it stopped, to `dueLegalOn`; negative when overdue. */
  remainingDays: number
  state: ClockState
  pauses: readonly Pause[]
  /** The holiday notice of a year it touches is not published yet. */
  provisional: boolean
}

export type Context = {
  now: Instant
  calendar: Calendar
  appointment?: { startsAt: Instant; endsAt: Instant } | null | undefined
}

/** The limit in force on the day on which a clock starts: `limit` of rules.ts. */
export type LimitOn = (rule: RuleId, on: Day) => Limit

type Run = { startedAt: Instant; pauses: readonly Pause[]; stoppedAt: Instant | null; ended: boolean }

const isPaused = (run: Run) => run.stoppedAt === null && run.pauses.some(({ to }) => to === null)

function advance<Status extends string>(clock: Clock<Status>, run: Run | null, { at, to }: Step<Status>) {
  const runs = clock.runs.includes(to)
  if (!run || run.stoppedAt) return runs ? { startedAt: at, pauses: [], stoppedAt: null, ended: false } : run
  const pausing = clock.pauses?.includes(to) ?? false
  if (pausing && isPaused(run)) return run
  const pauses = run.pauses.map((pause) => ({ from: pause.from, to: pause.to ?? at }))
  if (runs) return { ...run, pauses }
  if (pausing) return { ...run, pauses: [...pauses, { from: at, to: null }] }
  return { ...run, pauses, stoppedAt: at, ended: clock.ends?.includes(to) ?? false }
}

/** A case that comes back after leaving for good starts the clock anew: the last run counts. */
const lastRun = <Status extends string>(clock: Clock<Status>, history: readonly Step<Status>[]) =>
  history.reduce<Run | null>((run, step) => advance(clock, run, step), null)

const moved = (calendar: Calendar, day: Day) =>
  calendar.isHoliday(day) ? nextWorkingDay(calendar, day) : day

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
function dueByDay(unit: keyof typeof COUNT_ON, amount: number, run: Run, { now, calendar }: Context): Due {
  const dueOn = run.pauses.reduce(
    (due, { from, to }) => extended(calendar, unit, due, dayOf(from), dayOf(to ?? now)),
    COUNT_ON[unit](calendar, dayOf(run.startedAt), amount),
  )
  return { dueOn, dueLegalOn: moved(calendar, dueOn), dueAt: null }
}

/** A moment is not moved by holidays: 民法典 第二百零三条 speaks of the last day. */
const dueAtMoment = (dueAt: Instant): Due => ({ dueOn: dayOf(dueAt), dueLegalOn: dayOf(dueAt), dueAt })

/** CLK-2: hours run from the moment itself, and a pause counts to the second. */
function dueByHour(hours: number, run: Run, now: Instant): Due {
  const due = run.pauses.reduce(
    (due, { from, to }) => {
      const begun = toEpoch(from)
      return begun > due ? due : due + toEpoch(to ?? now) - begun
    },
    toEpoch(run.startedAt) + hours * 3_600_000,
  )
  return dueAtMoment(fromEpoch(due))
}

function dueOf({ unit, amount }: Limit, run: Run, context: Context): Due | null {
  if (unit === 'appointment') return context.appointment ? dueAtMoment(context.appointment.endsAt) : null
  if (unit === 'hour') return dueByHour(amount, run, context.now)
  return dueByDay(unit, amount, run, context)
}

const isLate = ({ dueAt, dueLegalOn }: Due, at: Instant) => (dueAt ? at > dueAt : dayOf(at) > dueLegalOn)

function stateOf(run: Run, due: Due, now: Instant): ClockState {
  if (isLate(due, run.stoppedAt ?? now)) return 'missed'
  if (run.stoppedAt) return run.ended ? 'ended' : 'met'
  return isPaused(run) ? 'paused' : 'running'
}

function isProvisional(calendar: Calendar, from: Day, to: Day): boolean {
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++)
    if (!calendar.isPublished(year)) return true
  return false
}

/** A promise for an appointment was given when it was first made, however often it moved. */
const startOf = <Status extends string>(
  clock: Clock<Status>,
  history: readonly Step<Status>[],
  run: Run,
  unit: Unit,
) => (unit === 'appointment' && history.find(({ to }) => clock.runs.includes(to))?.at) || run.startedAt

/**
 * What a clock shows, derived from the history alone. Null when it never started, or when its appointment is unknown.
 * `limitOn` is asked for the day of the start, so that a later change of a rule does not rewrite the past (CLK-7).
 */
export function readClock<Status extends string>(
  clock: Clock<Status>,
  limitOn: LimitOn,
  history: readonly Step<Status>[],
  context: Context,
): Reading | null {
  const run = lastRun(clock, history)
  if (!run) return null
  const { now, calendar } = context
  const limit = limitOn(clock.rule, dayOf(run.startedAt))
  const due = dueOf(limit, run, context)
  if (!due) return null
  return {
    ...due,
    rule: clock.rule,
    text: limit.text,
    law: limit.law,
    startedAt: startOf(clock, history, run, limit.unit),
    stoppedAt: run.stoppedAt,
    remainingDays: daysBetween(dayOf(run.stoppedAt ?? now), due.dueLegalOn),
    state: stateOf(run, due, now),
    pauses: run.pauses,
    provisional: due.dueAt === null && isProvisional(calendar, dayOf(run.startedAt), due.dueLegalOn),
  }
}

/** The due dates of a paused clock were the pause to end at `context.now` ("decided by … if you supply today"); null when it is not paused. */
export function dueIf<Status extends string>(
  clock: Clock<Status>,
  limitOn: LimitOn,
  history: readonly Step<Status>[],
  context: Context,
): Due | null {
  const reading = readClock(clock, limitOn, history, context)
  if (reading?.state !== 'paused') return null
  const { dueOn, dueLegalOn, dueAt } = reading
  return { dueOn, dueLegalOn, dueAt }
}
