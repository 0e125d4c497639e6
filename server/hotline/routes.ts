import * as contract from '#contract/hotline'
import { daysBetween } from '#domain/day'
import { invalid, Refusal } from '#domain/refusal'
import { readAfter } from '../cases/access.ts'
import type { Casework } from '../cases/casework.ts'
import { spendOnce } from '../cases/once.ts'
import { present } from '../cases/present.ts'
import { sql } from '../db/sql.ts'
import { route } from '../http/route.ts'
import type { Web } from '../http/web.ts'
import { book } from './book.ts'
import { mountDesk } from './desk-routes.ts'
import { desksNear } from './desks.ts'
import { takeLive } from './live.ts'
import { slotsBetween } from './slots.ts'

const BOOKINGS = { times: 20, seconds: 3600 }
/** A busy line books for many. */
const FOR_OTHERS = { times: 200, seconds: 3600 }
const MOST_DAYS = 62

const exists = sql('desk_exists', 'select from desk where id = $1')

export function mountHotline(web: Web, work: Casework): void {
  const { context } = work
  const { database } = context
  mountDesk(web, work)

  route(web, contract.listDesks, async ({ query }) => ({ items: await desksNear(database, query.region) }))

  route(web, contract.listSlots, async ({ params, query, now }) => {
    const days = daysBetween(query.from, query.to)
    if (days < 0) throw invalid({ to: '结束日期不能早于开始日期' })
    if (days > MOST_DAYS) throw invalid({ to: `一次最多查 ${MOST_DAYS} 天` })
    const items = await slotsBetween(database, params.id, query, now)
    if (items.length === 0 && !(await database.run(exists, params.id))) throw new Refusal('not_found')
    return { items }
  })

  route(web, contract.takeLive, async ({ caller, body, ticket, now }) => {
    await spendOnce(context, 'booking', ticket, FOR_OTHERS)
    const id = await takeLive(work, body, { caller, ticket, now })
    return present(work, await readAfter(work, id, { caller, now }), { caller, now })
  })

  route(web, contract.book, async ({ caller, body, ticket, now }) => {
    await spendOnce(context, 'booking', ticket, body.onBehalfOf ? FOR_OTHERS : BOOKINGS)
    const id = await book(work, body, { caller, ticket, now })
    return present(work, await readAfter(work, id, { caller, now }), { caller, now })
  })
}
