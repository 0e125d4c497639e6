import * as contract from '#contract/desk'
import { type Day, daysBetween } from '#domain/day'
import { invalid } from '#domain/refusal'
import { readAfter } from '../cases/access.ts'
import type { Casework } from '../cases/casework.ts'
import { present } from '../cases/present.ts'
import { route } from '../http/route.ts'
import type { Web } from '../http/web.ts'
import { changesSince } from './changes.ts'
import { loadOf } from './load.ts'
import { nextAt, takeNext } from './next.ts'
import { changeHours, hoursOf, preview } from './openings.ts'
import { releasesOf } from './oversight.ts'
import { averagesFor, closeRevisit, revisitsFor } from './ratings.ts'

const MOST_DAYS = 92

/** Days that a report may span. */
function checkSpan({ from, to }: { from: Day; to: Day }): void {
  const days = daysBetween(from, to)
  if (days < 0) throw invalid({ to: '结束日期不能早于开始日期' })
  if (days > MOST_DAYS) throw invalid({ to: `一次最多查 ${MOST_DAYS} 天` })
}

export function mountDesk(web: Web, work: Casework): void {
  route(web, contract.takeNext, async ({ caller, body, ticket, now }) => {
    const id = await takeNext(work, body, { caller, ticket, now })
    if (!id) return { case: null, nextAt: await nextAt(work, body, { caller, now }) }
    const row = await readAfter(work, id, { caller, now })
    return { case: await present(work, row, { caller, now }), nextAt: null }
  })

  route(web, contract.listenAtDesk, ({ caller, query }) => changesSince(work.context, caller, query.since))

  route(web, contract.listReleases, async ({ caller, query, now }) => {
    checkSpan(query)
    return releasesOf(work, query, { caller, now })
  })

  route(web, contract.listAverages, async ({ caller, now }) => ({
    items: await averagesFor(work, { caller, now }),
  }))

  route(web, contract.listRevisits, async ({ caller, now }) => ({
    items: await revisitsFor(work, { caller, now }),
  }))

  route(web, contract.closeRevisit, ({ params, body, ...by }) =>
    closeRevisit(work, params.id, body.result, by).then(() => undefined),
  )

  route(web, contract.listHours, async ({ caller, now }) => ({ items: await hoursOf(work, { caller, now }) }))

  route(web, contract.previewHours, ({ params, body, caller, now }) =>
    preview(work, params.id, body, { caller, now }),
  )

  route(web, contract.changeHours, ({ params, body, caller, now }) =>
    changeHours(work, params.id, body, { caller, now }),
  )

  route(web, contract.readLoad, async ({ caller, query }) => {
    checkSpan(query)
    return { items: await loadOf(work, query, { caller }) }
  })
}
