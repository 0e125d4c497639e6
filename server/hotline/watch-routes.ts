import * as contract from '#contract/notice'
import { route } from '../http/route.ts'
import type { Web } from '../http/web.ts'
import { endWatch, watchesOf, watchSlot } from './watch.ts'

/** The waiting list. */
export function mountWatches(web: Web): void {
  const { context } = web

  route(web, contract.watchSlot, ({ caller, params, now }) =>
    watchSlot(context, caller.accountId, params.id, now),
  )

  route(web, contract.listWatches, async ({ caller, now }) => ({
    items: await watchesOf(context.database, caller.accountId, now),
  }))

  route(web, contract.endWatch, async ({ caller, params, now }) => {
    await endWatch(context, caller.accountId, params.id, now)
    return undefined
  })
}
