import type { Actor } from './actor.ts'
import { addDays, type Day, dayOf, type Instant } from './day.ts'
import type { Matter, Procedure } from './procedure.ts'

/** One rating for each case, within this many days of its end (docs/rules.md, Ratings). */
const RATE_DAYS = 30

/** A mark up to this one is asked about by somebody else on the next working day. */
export const LOW_SCORE = 2

/** Averages of fewer would say who gave which mark; so would one that moves with every mark: it grows by as many. */
export const LEAST_RATINGS = 5

export type Served = { closedAt: Instant | null; rated: boolean }

/** Staff of the house rates nobody, least of all itself: on a device where they are signed in no mark counts. */
export const isOfTheHouse = ({ accountId, grants }: Actor, { handlerId, organisationId }: Matter) =>
  accountId === handlerId || grants.some((grant) => grant.organisationId === organisationId)

/** The last day on which a service that ended then may be rated. */
export const lastRatingDay = (closedAt: Instant): Day => addDays(dayOf(closedAt), RATE_DAYS)

/** Until when the case may be rated at all; null when there is nothing (more) to rate. */
export function rateableUntil(
  procedure: Procedure,
  { status }: Pick<Matter, 'status'>,
  { closedAt, rated }: Served,
  now: Instant,
): Day | null {
  if (rated || !closedAt || !procedure.ratedIn.includes(status)) return null
  const last = lastRatingDay(closedAt)
  return dayOf(now) <= last ? last : null
}

/** Somebody of the desk who did not serve asks the person and writes down what they say. */
export const mayAskForRating = (
  { readBy }: Procedure,
  { accountId, grants }: Actor,
  matter: Matter,
): boolean =>
  accountId !== matter.handlerId &&
  accountId !== matter.applicantId &&
  grants.some(({ organisationId, role }) => organisationId === matter.organisationId && readBy.includes(role))

/** The last day on which this actor may rate the case; null when there is nothing (more) to rate. */
export function rateUntil(
  procedure: Procedure,
  actor: Actor,
  matter: Matter,
  served: Served,
  now: Instant,
): Day | null {
  if (actor.accountId !== matter.applicantId || matter.unproven || isOfTheHouse(actor, matter)) return null
  return rateableUntil(procedure, matter, served, now)
}
