import { type Day, dayOf, type Instant } from '#domain/day'
import { dueOf } from '#domain/due'
import { limit, type RuleId } from '#domain/rules'
import type { Context } from '../context.ts'

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
