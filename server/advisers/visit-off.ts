import type { Instant } from '#domain/day'
import type { Context } from '../context.ts'
import type { Db } from '../db/sql.ts'
import { writeNotice } from '../outbox/write.ts'

type Person = { account_id: string; organisation_id: string }

/** A visit that does not take place; `place` with the village, `until` when there is no point in saying so. */
type VisitOff = { id: string; startsAt: Instant; place: string; why: string; until: Instant }

/** The village hears that nobody comes, and why; nobody stands before a closed door. */
export async function tellOfVisitOff(
  context: Context,
  tx: Db,
  people: readonly Person[],
  { id, startsAt, place, why, until }: VisitOff,
  at: Instant,
): Promise<void> {
  for (const { account_id, organisation_id } of people)
    await writeNotice(context, tx, {
      accountId: account_id,
      caseId: null,
      organisationId: organisation_id,
      news: 'visit_off',
      facts: { startsAt, place, why },
      key: `visit/${id}/off/${account_id}`,
      at,
      until,
    })
}
