import { type Actor, grantCovers, type StaffRole } from './actor.ts'
import type { Clock } from './clock.ts'
import type { Instant } from './day.ts'
import type { Kind } from './kind.ts'
import { Refusal } from './refusal.ts'

/**
 * Who may take an action: a role in whose reach the case lies, somebody by standing in the case itself, or the
 * clock of the office when a limit has passed.
 */
export type Taker = StaffRole | 'applicant' | 'other_side' | 'handler' | 'clock'

/** The office itself, when nobody acts but time. */
export const CLOCK: Actor = { accountId: 'clock', grants: [] }

/** A step that was taken; `facts` hold no personal words. */
export type Deed = {
  at: Instant
  byId: string | null
  action: string
  to: string
  facts: Readonly<Record<string, string>>
}

/** How somebody stands to a case that they may read. */
export type Standing = 'applicant' | 'other_side' | 'staff'

/** The hours of one appointment. */
export type Appointment = { startsAt: Instant; endsAt: Instant }

/** What the rules need to know of a case. */
export type Matter = {
  status: string
  applicantId: string
  /** Accounts of the other side that have shown that the case concerns them. */
  otherSideIds: readonly string[]
  handlerId: string | null
  organisationId: string
  regionCode: string
  appointment: Appointment | null
  /** How often the office has tried in vain to reach the person for this appointment. */
  attempts: number
  /** When the next call is promised after one in vain. */
  retryAt: Instant | null
  /** A danger was seen or reported, and no supervisor has looked at it yet. */
  alarmed: boolean
  /** Opened by staff for a telephone number; whoever signs in with it has not shown yet that the case is theirs. */
  unproven: boolean
  urgent: boolean
  /** The history, oldest first; empty where a list only asks who may read. */
  past: readonly Deed[]
}

/** When and under which settings of the office a question is asked. */
export type Moment = {
  now: Instant
  changeBeforeMinutes: number
  missedCallAttempts: number
  /** So long after its time a call without a result is late (HL-8). */
  lateCallMinutes: number
  /** Organisations so small that one person decides where elsewhere one proposes and another decides. */
  oneSignOff?: readonly string[]
}

/** A reason why not, in words for the person who asks; null when nothing stands against it. */
export type Objection = (matter: Matter, moment: Moment, actor: Actor) => string | null

/** A step of which the case itself decides where it leads. */
export type Fork<Status extends string = string> = {
  when: (matter: Matter, moment: Moment) => boolean
  to: Status
  otherwise: Status
}

/** The life of one kind of case: what may happen, who may do it, how long it may take. */
export type Procedure<Status extends string = string, Action extends string = string> = {
  kind: Kind
  start: Status
  flow: Readonly<Record<Status, Readonly<Partial<Record<Action, Status | Fork<Status>>>>>>
  takenBy: Readonly<Record<Action, readonly Taker[]>>
  /** Staff who may read a case in their reach, besides the applicant and the handler. */
  readBy: readonly StaffRole[]
  /** Staff who may have a case without reading those of others; `readBy` may in any case. */
  handledBy?: readonly StaffRole[]
  /** Steps that time takes by itself: the name of the clock that must have been missed. */
  byItself?: Readonly<Partial<Record<Action, string>>>
  clocks: Readonly<Record<string, Clock<Status>>>
  /** Statuses that have ended the case though something still leads out of them: one may object. */
  over?: readonly Status[]
  /** Statuses whose service the applicant may rate. */
  ratedIn: readonly Status[]
  unless?: Readonly<Partial<Record<Action, Objection>>>
}

const endsOf = (step: string | Fork | undefined): string[] =>
  typeof step === 'object' ? [step.to, step.otherwise] : step === undefined ? [] : [step]

/** A status from which nothing leads to another has ended the case, and one that is said to. */
export const isFinal = (procedure: Procedure, status: string): boolean =>
  procedure.over?.includes(status) ||
  Object.values(procedure.flow[status] ?? {}).every((step) => endsOf(step).every((to) => to === status))

/** Statuses in which a step can be taken. */
export const statusesWith = (procedure: Procedure, action: string): string[] =>
  Object.keys(procedure.flow).filter((status) => Object.hasOwn(procedure.flow[status] ?? {}, action))

/** The status to which a step leads now, whoever takes it; undefined when it is not the time for it. */
export function leadsTo(
  procedure: Procedure,
  action: string,
  matter: Matter,
  moment: Moment,
): string | undefined {
  const step = procedure.flow[matter.status]?.[action]
  if (step === undefined || typeof step === 'string') return step
  return step.when(matter, moment) ? step.to : step.otherwise
}

/** Nobody serves in a matter of their own: whoever is a party acts as a party. */
const isParty = ({ accountId }: Actor, { applicantId, otherSideIds }: Matter) =>
  accountId === applicantId || otherSideIds.includes(accountId)

/** Somebody who has the case and still serves where it is, with a second factor in this session. */
export const serves = ({ readBy, handledBy = [] }: Procedure, actor: Actor, matter: Matter) =>
  actor.grants.some((grant) => [...readBy, ...handledBy].includes(grant.role) && grantCovers(grant, matter))

const stands = (procedure: Procedure, actor: Actor, matter: Matter) => (taker: Taker) => {
  if (taker === 'applicant') return actor.accountId === matter.applicantId && !matter.unproven
  if (taker === 'other_side') return matter.otherSideIds.includes(actor.accountId)
  if (taker === 'clock') return actor.accountId === CLOCK.accountId
  if (isParty(actor, matter)) return false
  if (taker === 'handler') return actor.accountId === matter.handlerId && serves(procedure, actor, matter)
  return actor.grants.some((grant) => grant.role === taker && grantCovers(grant, matter))
}

/** Whether somebody else's side is heard in such a case. */
export const hasTwoSides = ({ takenBy }: Procedure): boolean =>
  Object.values(takenBy).some((takers) => takers.includes('other_side'))

export const mayRead = (procedure: Procedure, actor: Actor, matter: Matter): boolean =>
  (['applicant', 'other_side', 'handler', 'clock', ...procedure.readBy] as const).some(
    stands(procedure, actor, matter),
  ) ||
  // Whoever has to look at a danger reads the case while it waits.
  (matter.alarmed && mayTake(procedure, 'acknowledge_danger', actor, matter))

/** How somebody who may read the case stands to it. */
export function standingOf(
  { accountId }: Actor,
  matter: Pick<Matter, 'applicantId' | 'otherSideIds'>,
): Standing {
  if (accountId === matter.applicantId) return 'applicant'
  return matter.otherSideIds.includes(accountId) ? 'other_side' : 'staff'
}

const mayTake = (procedure: Procedure, action: string, actor: Actor, matter: Matter) =>
  (procedure.takenBy[action] ?? []).some(stands(procedure, actor, matter))

/** There is nothing for a supervisor to look at. */
export const nothingToSee: Objection = ({ alarmed }) => (alarmed ? null : '没有等待查看的危险提示')

/** What this actor can do with the case now. */
export const actionsFor = (procedure: Procedure, actor: Actor, matter: Matter, moment: Moment): string[] =>
  Object.keys(procedure.flow[matter.status] ?? {}).filter(
    (action) =>
      mayTake(procedure, action, actor, matter) && !procedure.unless?.[action]?.(matter, moment, actor),
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
  const next = leadsTo(procedure, action, matter, moment)
  if (next === undefined) throw new Refusal('not_now')
  const reason = procedure.unless?.[action]?.(matter, moment, actor)
  if (reason) throw new Refusal('not_now', reason)
  return next
}
