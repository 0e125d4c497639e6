import { legalAid } from '#domain/legal-aid'
import type { Casework } from '../cases/casework.ts'
import { takeStep } from '../cases/change.ts'
import { before } from '../cases/once.ts'
import { sql } from '../db/sql.ts'
import type { Ticket } from '../http/route.ts'
import type { Caller } from '../session/authenticate.ts'

/** What somebody else is just taking is passed over, so that two at once get two. */
const waiting = sql<{ id: string; version: number }>(
  'aid_next',
  `select id, version from case_file
   where kind = 'legal_aid' and organisation_id = any($1) and status = 'under_review' and handler_id is null
   order by desk_order, id limit 1 for update skip locked`,
)

const NOTHING = ''

type By = { caller: Caller; ticket: Ticket; now: string }

/** Claims the application that is due first, the urgent before all; null when none waits. */
export async function takeNextApplication(work: Casework, by: By): Promise<string | null> {
  const { caller, ticket, now } = by
  const centres = caller.grants
    .filter(({ role }) => legalAid.takenBy.claim.includes(role))
    .map(({ organisationId }) => organisationId)
  return work.context.database.inTransaction(async (tx) => {
    const found = await tx.one(waiting, centres)
    const earlier = await before(tx, ticket, found?.id ?? NOTHING)
    if (earlier !== null) return earlier || null
    if (!found) return null
    await takeStep(work, tx, { ...found, action: 'claim', body: {}, caller, now })
    return found.id
  })
}
