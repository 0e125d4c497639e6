import type { Actor } from './actor.ts'
import { addDays, type Day, dayOf, type Instant } from './day.ts'
import type { Matter, Procedure } from './procedure.ts'

/** One rating for each case, within this many days of its end (rules §3.5). */
const RATE_DAYS = 30

/** A mark up to this one is asked about by somebody else on the next working day. */
export const LOW_SCORE = 2

/** Averages of fewer would say who gave which mark. */
export const LEAST_RATINGS = 5

export type Served = { closedAt: Instant | null; rated: boolean }

/** Staff of the house rates nobody, least of all itself. */
const isOfTheHouse = ({ accountId, grants }: Actor, { handlerId, organisationId }: Matter) =>
  accountId === handlerId || grants.some((grant) => grant.organisationId === organisationId)

/** The last day on which this actor may rate the case; null when there is nothing (more) to rate. */
export function rateUntil(
  procedure: Procedure,
  actor: Actor,
  matter: Matter,
  { closedAt, rated }: Served,
  now: Instant,
): Day | null {
  if (actor.accountId !== matter.applicantId || matter.unproven || isOfTheHouse(actor, matter)) return null
  if (rated || !closedAt || !procedure.ratedIn.includes(matter.status)) return null
  const last = addDays(dayOf(closedAt), RATE_DAYS)
  return dayOf(now) <= last ? last : null
}
