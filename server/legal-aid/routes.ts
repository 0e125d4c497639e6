import * as contract from '#contract/legal-aid'
import { check } from '#domain/aid-check'
import { findRoute } from '#domain/aid-route'
import { dayOf } from '#domain/day'
import { readAfter } from '../cases/access.ts'
import type { Casework } from '../cases/casework.ts'
import { spendOnce } from '../cases/once.ts'
import { present } from '../cases/present.ts'
import { spend } from '../http/limits.ts'
import { route } from '../http/route.ts'
import type { Web } from '../http/web.ts'
import { applyForAid } from './apply.ts'
import { complaintsFor } from './complaints.ts'
import { takeNextApplication } from './next.ts'
import { promiseBarFor } from './promise.ts'
import { lawyersOf, qualify } from './register.ts'

/** A whole station may ask from one address. */
const CHECKS = { times: 600, seconds: 3600 }
const APPLICATIONS = { times: 10, seconds: 3600 }
/** Enough for a window on a busy day, and too few to try numbers. */
const PROMISES = { times: 60, seconds: 3600 }
/** A window takes in those of many. */
const FOR_OTHERS = { times: 100, seconds: 3600 }

export function mountLegalAid(web: Web, work: Casework): void {
  const { context } = work

  route(web, contract.checkAid, async ({ body, from, now }) => {
    await spend(context, 'aid-check', from, CHECKS)
    return check(known(body.answers), dayOf(now))
  })

  route(web, contract.findRoute, async ({ body, from }) => {
    await spend(context, 'aid-route', from, CHECKS)
    return findRoute(known(body.answers), context.calendar())
  })

  route(web, contract.apply, async ({ caller, body, ticket, now }) => {
    await spendOnce(context, 'legal-aid', ticket, body.onBehalfOf ? FOR_OTHERS : APPLICATIONS)
    const id = await applyForAid(work, body, { caller, ticket, now })
    return present(work, await readAfter(work, id, { caller, now }), { caller, now })
  })

  route(web, contract.askPromise, async ({ caller, body, now }) => {
    await spend(context, 'aid-promise', caller.accountId, PROMISES)
    return { bar: await promiseBarFor(context, body, { accountId: caller.accountId, now }) }
  })

  route(web, contract.takeNextAid, async ({ caller, ticket, now }) => {
    const id = await takeNextApplication(work, { caller, ticket, now })
    const viewer = { caller, now }
    return { case: id ? await present(work, await readAfter(work, id, viewer), viewer) : null }
  })

  route(web, contract.listComplaints, async ({ caller }) => ({ items: await complaintsFor(context, caller) }))

  route(web, contract.listLawyers, async ({ caller }) => ({ items: await lawyersOf(context, caller) }))

  route(web, contract.qualifyLawyer, async ({ caller, params, body, now }) => {
    await qualify(context, caller, params.id, body, now)
    return { items: await lawyersOf(context, caller) }
  })
}

/** An answer that was not given is not there at all. */
const known = <Answers extends object>(answers: Answers) =>
  Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Answers]: Exclude<Answers[Name], undefined>
  }
