import { type Actor, grantCovers, type StaffRole } from './actor.ts'
import type { Clock } from './clock.ts'
import type { Instant } from './day.ts'
import type { Kind } from './kind.ts'
import { Refusal } from './refusal.ts'

/** Who may take an action: a role in whose reach the case lies, or somebody by standing in the case itself. */
export type Taker = StaffRole | 'applicant' | 'handler'

/** The hours of one appointment. */
export type Appointment = { startsAt: Instant; endsAt: Instant }

/** What the rules need to know of a case. */
export type Matter = {
  status: string
  applicantId: string
  handlerId: string | null
  organisationId: string
  regionCode: string
  appointment: Appointment | null
}

/** When and under which settings of the office a question is asked. */
export type Moment = { now: Instant; changeBeforeMinutes: number }

/** A reason why not, in words for the person who asks; null when nothing stands against it. */
export type Objection = (matter: Matter, moment: Moment) => string | null

/** The life of one kind of case: what may happen, who may do it, how long it may take. */
export type Procedure<Status extends string = string, Action extends string = string> = {
  kind: Kind
  start: Status
  flow: Readonly<Record<Status, Readonly<Partial<Record<Action, Status>>>>>
  takenBy: Readonly<Record<Action, readonly Taker[]>>
  /** Staff who may read a case in their reach, besides the applicant and the handler. */
  readBy: readonly StaffRole[]
  clocks: Readonly<Record<string, Clock<Status>>>
  unless?: Readonly<Partial<Record<Action, Objection>>>
}

/** A status from which nothing leads to another has ended the case. */
export const isFinal = (procedure: Procedure, status: string): boolean =>
  Object.values(procedure.flow[status] ?? {}).every((to) => to === status)

const stands = (actor: Actor, matter: Matter) => (taker: Taker) => {
  if (taker === 'applicant') return actor.accountId === matter.applicantId
  if (taker === 'handler') return actor.accountId === matter.handlerId
  return actor.grants.some((grant) => grant.role === taker && grantCovers(grant, matter))
}

export const mayRead = (procedure: Procedure, actor: Actor, matter: Matter): boolean =>
  (['applicant', 'handler', ...procedure.readBy] as const).some(stands(actor, matter))

const mayTake = (procedure: Procedure, action: string, actor: Actor, matter: Matter) =>
  (procedure.takenBy[action] ?? []).some(stands(actor, matter))

/** What this actor can do with the case now. */
export const actionsFor = (procedure: Procedure, actor: Actor, matter: Matter, moment: Moment): string[] =>
  Object.keys(procedure.flow[matter.status] ?? {}).filter(
    (action) => mayTake(procedure, action, actor, matter) && !procedure.unless?.[action]?.(matter, moment),
  )

/** The status after the action. Throws a `Refusal`: `not_yours` before `not_now`. */
export function take(
  procedure: Procedure,
  action: string,
  actor: Actor,
  matter: Matter,
  moment: Moment,
): string {
  if (!mayTake(procedure, action, actor, matter)) throw new Refusal('not_yours')
  const next = procedure.flow[matter.status]?.[action]
  if (next === undefined) throw new Refusal('not_now')
  const reason = procedure.unless?.[action]?.(matter, moment)
  if (reason) throw new Refusal('not_now', reason)
  return next
}
