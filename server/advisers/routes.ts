import * as contract from '#contract/adviser'
import * as asking from '#contract/inquiry'
import { Refusal } from '#domain/refusal'
import { readDone } from '../cases/access.ts'
import type { Casework } from '../cases/casework.ts'
import { spendOnce } from '../cases/once.ts'
import { present } from '../cases/present.ts'
import { route } from '../http/route.ts'
import type { Web } from '../http/web.ts'
import { ask } from './ask.ts'
import { type Borrowed, mountAdviserDesk } from './desk-routes.ts'
import { findByCode, findByText, findForVillage } from './find.ts'
import { readPhoto } from './photo.ts'
import { profiles } from './profile.ts'
import { upcoming } from './visits.ts'

const QUESTIONS = { times: 20, seconds: 3600 }
/** A busy window asks for many. */
const FOR_OTHERS = { times: 200, seconds: 3600 }

export function mountAdvisers(web: Web, work: Casework, borrowed: Borrowed): void {
  const { context } = work
  const { database } = context
  const { places } = borrowed
  mountAdviserDesk(web, work, borrowed)

  route(web, contract.listAdvisers, ({ query: { village, q, code, limit }, now }) => {
    if (village !== undefined) return findForVillage(context, village, now)
    if (code !== undefined) return findByCode(context, code, now)
    return findByText(context, places, q ?? '', limit, now)
  })

  route(web, contract.readAdviser, async ({ params, now }) => {
    const [adviser] = await profiles(context, database, [params.id], now)
    if (!adviser) throw new Refusal('not_found')
    return adviser
  })

  route(web, contract.readAdviserPhoto, ({ params }) => readPhoto(context, params.id))

  route(web, contract.listVisits, async ({ params, query, now }) => ({
    items: await upcoming(context, params.id, query, now),
  }))

  route(web, asking.ask, async ({ caller, body, ticket, now }) => {
    await spendOnce(context, 'inquiry', ticket, body.onBehalfOf ? FOR_OTHERS : QUESTIONS)
    const id = await ask(work, body, { caller, ticket, now })
    return present(work, await readDone(work, id, { caller, now }), { caller, now })
  })
}
