import { type Rating, rateCase } from '#contract/case'
import type { BodyInput } from '#contract/endpoint'
import { lookAtRatingLink, rateByLink } from '#contract/rating'
import { call } from '#services/call'

/** Once for each case; whoever handled it does not see who gave it. */
export const sendRating = (id: string, body: Rating) => call(rateCase, { params: { id }, body })

/** Of the link that came by SMS: good once, and not on a device of the house that served. */
export const lookAtLink = (token: string) => call(lookAtRatingLink, { body: { token } })
export const rateThroughLink = (body: BodyInput<typeof rateByLink>) => call(rateByLink, { body })
