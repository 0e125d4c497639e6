import { type LimitOn, readClock, type Step } from '#domain/clock'
import { type Day, dayOf, type Instant } from '#domain/day'
import { dueOf, endOfDay } from '#domain/due'
import type { Appointment } from '#domain/procedure'
import { isOwnPromise, limit, type RuleId } from '#domain/rules'
import type { Context } from '../context.ts'
import type { KindOfCase } from './kind.ts'

type Timed = { history: readonly Step[]; appointment: Appointment | null }

/**
 * The amounts that the law fixes, and those that this office has set for its own promises: as they were set when the
 * clock started, where its step says so (CLK-7).
 */
export const limitFor =
  ({ env }: Pick<Context, 'env'>): LimitOn =>
  (rule, on, set) =>
    limit(rule, on, set ?? env.officeLimits)

/** All clocks of a case that have started, by name. */
export const clocksOf = (context: Context, kind: KindOfCase, { history, appointment }: Timed, now: Instant) =>
  Object.entries(kind.procedure.clocks).flatMap(([name, clock]) => {
    const reading = readClock(clock, limitFor(context), history, {
      now,
      calendar: context.calendar(),
      appointment,
    })
    return reading ? [{ name, ...reading }] : []
  })

type Reading = ReturnType<typeof clocksOf>[number]

/** What a step leaves behind: the promises that begin with it, and when something is due next. */
export function afterStep(context: Context, kind: KindOfCase, timed: Timed, now: Instant) {
  const readings = clocksOf(context, kind, timed, now)
  return { begun: promisesIn(context, readings, timed.history.at(-1)), due: nextIn(kind, readings) }
}

/**
 * CLK-7: what this office promises on the day on which a clock begins is kept with the step that begins it, so that a
 * later setting changes no running case.
 */
function promisesIn(
  context: Context,
  readings: readonly Reading[],
  last: Step | undefined,
): Readonly<Record<string, string>> {
  const since = last?.facts?.effectiveAt ?? last?.at
  const begun = readings.filter(({ rule, startedAt }) => startedAt === since && isOwnPromise(rule))
  return Object.fromEntries(
    begun.map(({ rule, startedAt }) => [rule, String(amountOf(context, rule, dayOf(startedAt)))]),
  )
}

export const amountOf = ({ env }: Pick<Context, 'env'>, rule: RuleId, on: Day): number =>
  limit(rule, on, env.officeLimits).amount

/** The last day of a limit that begins now, moved off holidays, as a letter says it. */
export function lastDayFrom(context: Context, rule: RuleId, at: Instant): Day {
  const due = dueOf(
    limit(rule, dayOf(at), context.env.officeLimits),
    { startedAt: at, pauses: [] },
    { now: at, calendar: context.calendar() },
  )
  if (!due) throw new Error(`${rule} is not a limit in days`)
  return due.dueLegalOn
}

/**
 * The next moment at which something is due; a day is over at its end, and a clock that stands still has none. What
 * time does by itself it does after the legal day; the office is warned by the strict one (CLK-6).
 */
function nextIn(kind: KindOfCase, readings: readonly Reading[]): Instant | null {
  const byTime = Object.values(kind.procedure.byItself ?? {})
  const due = readings
    .filter(
      ({ name, stoppedAt, state }) =>
        stoppedAt === null && state !== 'paused' && !kind.procedure.clocks[name]?.right,
    )
    .map(
      ({ name, dueAt, dueOn, dueLegalOn }) => dueAt ?? endOfDay(byTime.includes(name) ? dueLegalOn : dueOn),
    )
  return due.sort()[0] ?? null
}
