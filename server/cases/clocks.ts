import { type LimitOn, readClock, type Step } from '#domain/clock'
import { type Day, dayOf, type Instant } from '#domain/day'
import { endOfDay } from '#domain/due'
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

/**
 * CLK-7: what this office promises on the day on which a clock begins is kept with the step that begins it, so that a
 * later setting changes no running case.
 */
export function promisesBegun(
  context: Context,
  kind: KindOfCase,
  timed: Timed,
  now: Instant,
): Readonly<Record<string, string>> {
  const last = timed.history.at(-1)
  const since = last?.facts?.effectiveAt ?? last?.at
  const begun = clocksOf(context, kind, timed, now).filter(
    ({ rule, startedAt }) => startedAt === since && isOwnPromise(rule),
  )
  return Object.fromEntries(begun.map(({ rule }) => [rule, String(amountOf(context, rule, dayOf(now)))]))
}

export const amountOf = ({ env }: Pick<Context, 'env'>, rule: RuleId, on: Day): number =>
  limit(rule, on, env.officeLimits).amount

/**
 * The next moment at which something is due; a day is over at its end, and a clock that stands still has none. What
 * time does by itself it does after the legal day; the office is warned by the strict one (CLK-6).
 */
export function nextDue(context: Context, kind: KindOfCase, timed: Timed, now: Instant): Instant | null {
  const byTime = Object.values(kind.procedure.byItself ?? {})
  const due = clocksOf(context, kind, timed, now)
    .filter(
      ({ name, stoppedAt, state }) =>
        stoppedAt === null && state !== 'paused' && !kind.procedure.clocks[name]?.right,
    )
    .map(
      ({ name, dueAt, dueOn, dueLegalOn }) => dueAt ?? endOfDay(byTime.includes(name) ? dueLegalOn : dueOn),
    )
  return due.sort()[0] ?? null
}
