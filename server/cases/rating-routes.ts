import * as contract from '#contract/rating'
import { spend } from '../http/limits.ts'
import { route } from '../http/route.ts'
import type { Web } from '../http/web.ts'
import type { Casework } from './casework.ts'
import { lookAtLink, rateByLink, rateByRevisit, unratedFor } from './rating-ways.ts'

/** Nobody finds a link by trying. */
const TRIES = { times: 30, seconds: 600 }

export function mountRatings(web: Web, work: Casework): void {
  const { context } = work

  route(web, contract.lookAtRatingLink, async ({ caller, body, from, now }) => {
    await spend(context, 'rating-link', from, TRIES)
    return lookAtLink(work, body.token, { caller, now })
  })

  route(web, contract.rateByLink, async ({ caller, body: { token, ...rating }, from, now }) => {
    await spend(context, 'rating-link', from, TRIES)
    await rateByLink(work, token, rating, { caller, now })
    return undefined
  })

  route(web, contract.listUnrated, async ({ caller, now }) => ({
    items: await unratedFor(work, { caller, now }),
  }))

  route(web, contract.rateByRevisit, async ({ caller, params, body, now }) => {
    await rateByRevisit(work, params.id, body, { caller, now })
    return undefined
  })
}
