import * as contract from '#contract/notice'
import type { Casework } from '../cases/casework.ts'
import { spendOnNew } from '../http/limits.ts'
import { route } from '../http/route.ts'
import type { Web } from '../http/web.ts'
import { addPermission, permissionsOf } from '../outbox/permission.ts'
import { callsFor, revealCall, takeHeldSeat, tickCall } from './calls.ts'
import { dealWithLost, lostFor } from './lost.ts'
import { markRead, noticesOf } from './mine.ts'

/** Different people; nobody telephones more in an hour. */
const REVEALS = { times: 60, seconds: 3600 }

export function mountNotices(web: Web, work: Casework): void {
  const { context } = web
  const { database } = context

  route(web, contract.listNotices, ({ caller, query }) => noticesOf(context, caller, query))

  route(web, contract.readNotice, async ({ caller, params, now }) => {
    await markRead(database, params.id, caller, now)
    return undefined
  })

  route(web, contract.subscribe, ({ caller, body }) =>
    database.inTransaction(async (tx) => {
      for (const template of new Set(body.templateIds)) await addPermission(tx, caller.accountId, template)
      return { items: await permissionsOf(tx, caller.accountId) }
    }),
  )

  route(web, contract.listCalls, ({ caller, query, now }) => callsFor(context, query, { caller, now }))

  route(web, contract.revealCall, async ({ caller, params, now }) => {
    await spendOnNew(context, params.id, 'call-reveal', caller.accountId, REVEALS)
    return { value: await revealCall(context, params.id, { caller, now }) }
  })

  route(web, contract.takeHeldSeat, async ({ caller, params, ticket, now }) => {
    await takeHeldSeat(work, params.id, { caller, ticket, now })
    return undefined
  })

  route(web, contract.tickCall, async ({ caller, params, body, ticket, now }) => ({
    state: await tickCall(context, params.id, body.reached, { caller, ticket, now }),
  }))

  route(web, contract.listLost, ({ caller, query }) => lostFor(context, caller, query))

  route(web, contract.dealWithLost, ({ caller, params, body, now }) =>
    dealWithLost(context, params.id, body.how, { caller, now }).then(() => undefined),
  )
}
