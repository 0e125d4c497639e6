import * as contract from '#contract/case'
import { listAlarms } from '#contract/desk'
import { revealField as revealSaid } from '#contract/session'
import { isStaff } from '#domain/actor'
import { Refusal } from '#domain/refusal'
import { spend, spendOnNew } from '../http/limits.ts'
import { route } from '../http/route.ts'
import type { Web } from '../http/web.ts'
import { newId } from '../id.ts'
import { readAfter, readCase, readDone, revealField } from './access.ts'
import type { Casework } from './casework.ts'
import { changeCase } from './change.ts'
import { checkWords } from './check.ts'
import { alarmsOf } from './danger.ts'
import { listFor, searchFor } from './list.ts'
import { releaseText, writeMessage } from './message.ts'
import { spendOnce } from './once.ts'
import { messageOf, present, type Viewer } from './present.ts'
import { rateCase } from './rating.ts'
import type { WholeCase } from './read.ts'

const REVEALS = { times: 30, seconds: 3600 }
const MESSAGES = { times: 60, seconds: 3600 }
const SEARCHES = { times: 60, seconds: 3600 }
/** Most steps tell somebody by SMS. An office takes as many as there are people at its door. */
const STEPS = { times: 60, seconds: 3600 }
const STEPS_OF_STAFF = { times: 600, seconds: 3600 }

export function mountCases(web: Web, work: Casework): void {
  const { context } = work
  const show = async (id: string, viewer: Viewer) => present(work, await readAfter(work, id, viewer), viewer)

  route(web, contract.listCases, ({ caller, query, now }) => listFor(work, query, { caller, now }))

  route(web, contract.searchCases, async ({ caller, body, now }) => {
    await spendOnNew(context, body.q, 'search', caller.accountId, SEARCHES)
    return searchFor(work, body, { caller, now })
  })

  route(web, listAlarms, ({ caller, query, now }) => alarmsOf(work, query, { caller, now }))

  route(web, contract.readCase, async ({ caller, params, now }) =>
    present(work, await readCase(work, params.id, { caller, now }), { caller, now }),
  )

  route(web, contract.openLocked, async ({ caller, params, body, now }) =>
    present(work, await readCase(work, params.id, { caller, now }, body.number), { caller, now }),
  )

  route(web, contract.actOnCase, async ({ caller, params, body, ticket, now }) => {
    const { version } = body
    await spendOnce(context, 'step', ticket, isStaff(caller) ? STEPS_OF_STAFF : STEPS)
    await changeCase(work, { ...params, version, body, caller, ticket, now })
    return present(work, await readDone(work, params.id, { caller, now }), { caller, now })
  })

  route(web, contract.writeMessage, async ({ caller, params, body, ticket, now }) => {
    await spendOnce(context, 'message', ticket, MESSAGES)
    const state = await checkWords(context, caller.accountId, body.text)
    const message = { id: newId(), text: body.text, state, to: body.to, fileIds: body.fileIds }
    const id = await writeMessage(work, params.id, message, { caller, ticket, now })
    return oneMessage(work, await readAfter(work, params.id, { caller, now }), id, { caller, now })
  })

  route(web, contract.releaseText, async ({ caller, params, ticket, now }) => {
    await releaseText(work, params.id, params.textId, { caller, ticket, now })
    return show(params.id, { caller, now })
  })

  route(web, contract.rateCase, async ({ caller, params, body, now }) => {
    await rateCase(work, params.id, body, { caller, now })
    return show(params.id, { caller, now })
  })

  route(web, revealSaid, async ({ caller, params, body, now }) => {
    await spend(context, 'reveal', caller.accountId, REVEALS)
    return { value: await revealField(work, params.id, body, { caller, now }) }
  })
}

function oneMessage({ context }: Casework, row: WholeCase, id: string, viewer: Viewer) {
  const text = row.texts.find((one) => one.id === id)
  if (!text || !row.data_key) throw new Refusal('not_found')
  return messageOf(context, context.vault.openKey(row.data_key, `case/${row.id}`), text, viewer)
}
