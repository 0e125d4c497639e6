import * as contract from '#contract/adviser'
import * as deskContract from '#contract/adviser-desk'
import * as coverageContract from '#contract/coverage'
import * as ledgerContract from '#contract/ledger'
import { adviserTemplate } from '#domain/adviser-sheet'
import { daysBetween } from '#domain/day'
import { invalid } from '#domain/refusal'
import type { Casework } from '../cases/casework.ts'
import { sql } from '../db/sql.ts'
import { route } from '../http/route.ts'
import type { Web } from '../http/web.ts'
import type { Upkeep } from '../openings/hours.ts'
import { boardOf } from './board.ts'
import { coverageOf, gapsOf, listBehind } from './coverage.ts'
import { exportLedger } from './export.ts'
import type { SearchPlaces } from './find.ts'
import { changeRemoteHours } from './hours-of.ts'
import { importAdvisers } from './import.ts'
import { endLeave, takeLeave } from './leave.ts'
import { addLine, confirmLine, confirmService, listLedger } from './ledger.ts'
import { deskOf, inboxOf, missedOf } from './me.ts'
import { notRegistered } from './myself.ts'
import { dropPhoto, storePhoto } from './photo.ts'
import { checkIn, checkOut } from './presence.ts'
import { changeProfile } from './profile.ts'
import { cancelVisit, planVisit, visitsBetween } from './visits.ts'

/** What the slice borrows from others: how places are searched, and how the times of a desk are kept. */
export type Borrowed = { places: SearchPlaces; upkeep: Upkeep }

const MOST_DAYS = 400

const own = sql<{ id: string }>('adviser_own_id', 'select id from adviser where account_id = $1 and active')

/** What advisers, village contacts and managers work with. */
export function mountAdviserDesk(web: Web, work: Casework, { places, upkeep }: Borrowed): void {
  const { context } = work
  const { database } = context

  route(web, deskContract.readMyDesk, ({ caller, now }) => deskOf(context, caller.accountId, now))
  route(web, deskContract.listMissed, async ({ caller }) => ({
    items: await missedOf(database, caller.accountId),
  }))
  route(web, deskContract.listInbox, ({ caller, query, now }) => inboxOf(work, query, { caller, now }))
  route(web, contract.sendAdviserPhoto, async ({ caller, body }) => {
    await storePhoto(context, caller.accountId, body)
    return undefined
  })
  route(web, contract.dropAdviserPhoto, async ({ caller }) => {
    await dropPhoto(context, caller.accountId)
    return undefined
  })
  route(web, contract.changeProfile, ({ caller, body, now }) =>
    changeProfile(context, body, { accountId: caller.accountId, now }),
  )

  route(web, deskContract.listOwnVisits, async ({ caller, query, now }) => {
    if (query.to < query.from) throw invalid({ to: '结束日期不能早于开始日期' })
    if (daysBetween(query.from, query.to) > MOST_DAYS) throw invalid({ to: `一次最多查 ${MOST_DAYS} 天` })
    const me = await database.one(own, caller.accountId)
    if (!me) throw notRegistered()
    return { items: await visitsBetween(context, me.id, query, now) }
  })
  route(web, deskContract.planVisit, ({ caller, body, ticket, now }) =>
    planVisit(context, body, ticket, { accountId: caller.accountId, now }),
  )
  route(web, deskContract.cancelVisit, ({ caller, params, body, ticket, now }) =>
    cancelVisit(context, upkeep, params.id, body.reason, ticket, { accountId: caller.accountId, now }),
  )
  route(web, deskContract.checkIn, ({ caller, params, body, ticket, now }) =>
    checkIn(context, params.id, body, { accountId: caller.accountId, ticket, now }),
  )
  route(web, deskContract.checkOut, ({ caller, params, body, ticket, now }) =>
    checkOut(context, params.id, body, { accountId: caller.accountId, ticket, now }),
  )
  route(web, deskContract.changeRemoteHours, async ({ caller, body, now }) => ({
    items: await changeRemoteHours(context, upkeep, body.hours, { accountId: caller.accountId, now }),
  }))
  route(web, deskContract.takeLeave, async ({ caller, body, ticket, now }) => ({
    items: await takeLeave(context, upkeep, body, ticket, { accountId: caller.accountId, now }),
  }))
  route(web, deskContract.endLeave, async ({ caller, params, now }) => ({
    items: await endLeave(context, upkeep, params.id, { accountId: caller.accountId, now }),
  }))

  route(web, ledgerContract.listLedger, ({ caller, query }) => listLedger(context, caller, query))
  route(web, ledgerContract.addLedgerLine, ({ caller, body, ticket, now }) =>
    addLine(context, body, ticket, { caller, now }),
  )
  route(web, ledgerContract.confirmLedgerLine, ({ caller, params, now }) =>
    confirmLine(context, params.id, { caller, now }),
  )
  route(web, ledgerContract.confirmService, ({ caller, params, now }) =>
    confirmService(context, params.id, { caller, now }),
  )
  route(web, ledgerContract.exportLedger, ({ caller, body }) => exportLedger(context, caller, body))

  route(web, contract.makeVillageCode, ({ caller, params }) => boardOf(context, caller, params.code))
  route(web, coverageContract.readCoverage, ({ caller, query, now }) =>
    coverageOf(context, caller, query, now),
  )
  route(web, coverageContract.listCoverage, ({ caller, params, query, now }) =>
    listBehind(context, caller, params.figure, query, now),
  )
  route(web, coverageContract.listGaps, async ({ caller, query, now }) => ({
    items: await gapsOf(database, caller, query.month, now),
  }))
  route(web, coverageContract.importAdvisers, ({ caller, body, now }) =>
    importAdvisers(work, places, body, { caller, now }),
  )
  route(web, coverageContract.adviserTemplate, async () => ({
    name: '村法律顾问导入模板.csv',
    csv: adviserTemplate(),
  }))
}
