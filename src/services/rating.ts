import { type Rating, rateCase } from '#contract/case'
import { call } from '#services/call'

/** Once for each case; whoever handled it does not see who gave it. */
export const sendRating = (id: string, body: Rating) => call(rateCase, { params: { id }, body })
