import * as committee from '#contract/committee'
import * as contract from '#contract/mediation'
import { daysBetween } from '#domain/day'
import { mediation } from '#domain/mediation'
import { draftOf } from '#domain/mediation-past'
import { mayRead, standingOf } from '#domain/procedure'
import { invalid, Refusal } from '#domain/refusal'
import { readAfter, readDone } from '../cases/access.ts'
import type { Casework } from '../cases/casework.ts'
import { matterOf } from '../cases/matter.ts'
import { before, spendOnce } from '../cases/once.ts'
import { present, type Viewer } from '../cases/present.ts'
import { pastOf } from '../cases/read.ts'
import { spend } from '../http/limits.ts'
import { route } from '../http/route.ts'
import type { Web } from '../http/web.ts'
import { caOf } from './ca.ts'
import { keepCallback, listCallbacks, revealNumber } from './callbacks.ts'
import { committeesNear } from './committees.ts'
import { invitationsFor, joinBy, readInvitation } from './invite.ts'
import { addItems } from './items.ts'
import { keepCommittee, keepMediator, readRegister } from './register.ts'
import { askForMediation } from './request.ts'
import { freeTimes, peopleOf, room } from './sessions.ts'
import { flaggedFor, overdueFor } from './watch.ts'

const REQUESTS = { times: 20, seconds: 3600 }
const FOR_OTHERS = { times: 200, seconds: 3600 }
/** A code is guessed by nobody in this many tries. */
const LOOKS = { times: 60, seconds: 3600 }
const REVEALS = { times: 30, seconds: 3600 }
const MOST_DAYS = 31

export function mountMediation(web: Web, work: Casework): void {
  const { context } = work
  const show = async (id: string, viewer: Viewer) => present(work, await readAfter(work, id, viewer), viewer)

  route(web, contract.askForMediation, async ({ caller, body, ticket, now }) => {
    await spendOnce(context, 'mediation', ticket, body.onBehalfOf ? FOR_OTHERS : REQUESTS)
    const id = await askForMediation(work, body, { caller, ticket, now })
    return present(work, await readDone(work, id, { caller, now }), { caller, now })
  })

  route(web, contract.listCommittees, async ({ query }) => ({
    items: await committeesNear(context.database, query),
  }))

  route(web, contract.readInvitation, async ({ params, from }) => {
    await spend(context, 'invitation', from, LOOKS)
    return readInvitation(context, params.code)
  })

  route(web, contract.listInvitations, async ({ caller }) => ({
    items: await invitationsFor(context, caller),
  }))

  route(web, contract.joinByInvitation, async ({ caller, params, ticket, now, from }) => {
    await spend(context, 'invitation', from, LOOKS)
    const id = await joinBy(work, params.code, { caller, ticket, now })
    return show(id, { caller, now })
  })

  route(web, contract.addItems, async ({ caller, params, body, now }) => ({
    items: await addItems(context, params.id, body.items, { caller, now }),
  }))

  route(web, contract.listFreeTimes, async ({ caller, params, query, now }) => {
    const days = daysBetween(query.from, query.to)
    if (days < 0) throw invalid({ to: '结束日期不能早于开始日期' })
    if (days > MOST_DAYS) throw invalid({ to: `一次最多查 ${MOST_DAYS} 天` })
    const row = await readAfter(work, params.id, { caller, now })
    if (row.kind !== 'mediation' || standingOf(caller, matterOf(row)) !== 'staff')
      throw new Refusal('not_found')
    const what = [...peopleOf({ row }), ...(query.room ? [room(row.organisation_id, query.room)] : [])]
    return { items: await freeTimes(context, what, query) }
  })

  route(web, contract.beginSignature, async ({ caller, params, ticket, now }) => {
    const row = await readAfter(work, params.id, { caller, now })
    const matter = matterOf(row)
    const side = standingOf(caller, matter)
    if (row.kind !== 'mediation' || side === 'staff' || !mayRead(mediation, caller, matter))
      throw new Refusal('not_found')
    const { hash = '', ca: allowed } = draftOf(pastOf(row.events))?.facts ?? {}
    const ca = caOf(context)
    if (!ca || allowed !== 'yes' || row.status !== 'in_mediation')
      throw new Refusal('not_now', '这份协议请在纸上签名、盖章或者按指印（电子签名法 第三条、第十三条）')
    const begun = await ca.begin({ hash, signer: `${row.id}/${side}` })
    await context.database.inTransaction((tx) => before(tx, ticket, begun.reference))
    return begun
  })

  mountOversight(web, work)
}

function mountOversight(web: Web, work: Casework): void {
  const { context } = work
  route(web, committee.readRegister, ({ caller, params, now }) =>
    readRegister(context, params.id, { caller, now }),
  )

  route(web, committee.keepCommittee, ({ caller, params, body, now }) =>
    keepCommittee(context, params.id, body, { caller, now }),
  )

  route(web, committee.keepMediator, ({ caller, params, body, now }) =>
    keepMediator(context, params, body, { caller, now }),
  )

  route(web, committee.listOverdue, async ({ caller, now }) => ({
    items: await overdueFor(context, caller, now),
  }))

  route(web, committee.listFlagged, async ({ caller }) => ({ items: await flaggedFor(context, caller) }))

  route(web, committee.listCallbacks, async ({ caller }) => ({ items: await listCallbacks(context, caller) }))

  route(web, committee.revealCallback, async ({ caller, params, body, now }) => {
    await spend(context, 'reveal', caller.accountId, REVEALS)
    return { value: await revealNumber(context, params.id, body.side, { caller, now }) }
  })

  route(web, committee.keepCallback, async ({ caller, params, body, ticket, now }) => {
    await keepCallback(work, params.id, body, { caller, ticket, now })
    return undefined
  })
}
