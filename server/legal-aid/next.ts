import { organisationsOf } from '#domain/actor'
import { legalAid } from '#domain/legal-aid'
import type { Casework } from '../cases/casework.ts'
import { type By, claimFirst } from '../cases/claim-first.ts'
import { sql } from '../db/sql.ts'

/** What somebody else is just taking is passed over, so that two at once get two. */
const waiting = sql<{ id: string; version: number }>(
  'aid_next',
  `select id, version from case_file
   where kind = 'legal_aid' and organisation_id = any($1) and status = 'under_review' and handler_id is null
     and applicant_id <> $2
   order by desk_order, id limit 1 for update skip locked`,
)

/** Claims the application that is due first, the urgent before all; null when none waits. */
export const takeNextApplication = (work: Casework, by: By): Promise<string | null> =>
  claimFirst(work, by, (tx) =>
    tx.one(waiting, organisationsOf(by.caller, legalAid.takenBy.claim), by.caller.accountId),
  )
