import type { Calendar } from './calendar.ts'
import { type Day, dayOf, daysBetween, type Instant } from './day.ts'
import { type Context, type Due, dueOf, type Pause, type Span } from './due.ts'
import type { Limit, RuleId, Unit } from './rules.ts'

/**
 * A limit on a case. It runs while the case is in `runs` and stands still in `pauses`. Leaving to a status of
 * `ends` (withdrawn, cancelled) ends it without its being met; leaving to any other one is meeting it. A step of
 * `again` begins it anew, though it has not left: somebody else has been given the same time. Where a status alone
 * does not say it, only a step of `startedBy` starts it, and one of `stoppedBy` meets it; not one that says
 * `counts: no` in its facts.
 */
export type Clock<Status extends string = string> = {
  rule: RuleId
  runs: readonly Status[]
  pauses?: readonly Status[]
  ends?: readonly Status[]
  again?: readonly string[]
  startedBy?: readonly string[]
  stoppedBy?: readonly string[]
  /** The step by which those concerned agree on a later day: its fact `until`. */
  extendedBy?: string
  /** A right of the people, no duty of the office: it is shown and ends, but nothing is overdue by it. */
  right?: true
}

/**
 * A change of status; a history is a list of them, oldest first. What took effect before it was written down says so
 * in its fact `effectiveAt`: a clock that it starts counts from there.
 */
export type Step<Status extends string = string> = {
  at: Instant
  to: Status
  action?: string
  facts?: Readonly<Record<string, string>>
}

/** Overdue is `missed`, whether the case still waits (`stoppedAt` null) or was done late. */
export type ClockState = 'running' | 'paused' | 'met' | 'missed' | 'ended'

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

/**
 * The limit in force on the day on which a clock starts: `limit` of rules.ts. `set`: what the office had set then,
 * where the step that started the clock says it in a fact named after the rule.
 */
export type LimitOn = (rule: RuleId, on: Day, set?: Partial<Record<RuleId, number>>) => Limit

type Run = Span & { stoppedAt: Instant | null; ended: boolean; set?: Partial<Record<RuleId, number>> }

const isPaused = (run: Run) => run.stoppedAt === null && run.pauses.some(({ to }) => to === null)

function begunBy({ rule }: Pick<Clock, 'rule'>, { at, facts }: Pick<Step, 'at' | 'facts'>): Run {
  const amount = facts?.[rule]
  const run = { startedAt: facts?.effectiveAt ?? at, pauses: [], stoppedAt: null, ended: false }
  return amount === undefined ? run : { ...run, set: { [rule]: Number(amount) } }
}

const isOneOf = (actions: readonly string[] | undefined, { action, facts }: Pick<Step, 'action' | 'facts'>) =>
  action !== undefined && actions?.includes(action) === true && facts?.counts !== 'no'

function advance<Status extends string>(clock: Clock<Status>, run: Run | null, step: Step<Status>) {
  const runs = clock.runs.includes(step.to)
  if (run && !run.stoppedAt && !(runs && isOneOf(clock.again, step))) return goOn(clock, run, step)
  return runs && (!clock.startedBy || isOneOf(clock.startedBy, step)) ? begunBy(clock, step) : run
}

function goOn<Status extends string>(clock: Clock<Status>, run: Run, step: Step<Status>): Run {
  const { at, to } = step
  const pausing = clock.pauses?.includes(to) ?? false
  if (pausing && isPaused(run)) return run
  const pauses = run.pauses.map((pause) => ({ from: pause.from, to: pause.to ?? at }))
  if (isOneOf(clock.stoppedBy, step)) return { ...run, pauses, stoppedAt: at, ended: false }
  if (clock.runs.includes(to)) return { ...run, pauses }
  if (pausing) return { ...run, pauses: [...pauses, { from: at, to: null }] }
  return { ...run, pauses, stoppedAt: at, ended: clock.ends?.includes(to) ?? false }
}

/** A case that comes back after leaving for good starts the clock anew: the last run counts. */
const lastRun = <Status extends string>(clock: Clock<Status>, history: readonly Step<Status>[]) =>
  history.reduce<Run | null>((run, step) => advance(clock, run, step), null)

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

/** A day that was agreed on stands as it is; it never makes a limit shorter. */
function agreedDue<Status extends string>(
  { extendedBy }: Clock<Status>,
  history: readonly Step<Status>[],
  due: Due | null,
): Due | null {
  const until = extendedBy && history.findLast(({ action }) => action === extendedBy)?.facts?.until
  return due && until && until > due.dueOn ? { dueOn: until, dueLegalOn: until, dueAt: null } : due
}

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
  const limit = limitOn(clock.rule, dayOf(run.startedAt), run.set)
  const due = agreedDue(clock, history, dueOf(limit, run, context))
  if (!due) return null
  return {
    ...due,
    rule: clock.rule,
    text: limit.text,
    law: limit.law,
    startedAt: startOf(clock, history, run, limit.unit),
    stoppedAt: run.stoppedAt,
    remainingDays: daysBetween(dayOf(run.stoppedAt ?? now), due.dueLegalOn),
    state: clock.right && isLate(due, run.stoppedAt ?? now) ? 'ended' : stateOf(run, due, now),
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
