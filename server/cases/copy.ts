import { sql } from '../db/sql.ts'
import type { Caller } from '../session/authenticate.ts'
import type { Casework } from './casework.ts'
import { present } from './present.ts'
import { whole } from './read.ts'

const own = sql<{ id: string }>(
  'case_copy',
  `select id from case_file where data_key is not null
     and (applicant_id = $1 and not unproven or other_side_ids @> array[$1::text]) order by id`,
)

/** Every case of a person, on whichever side, as the person sees it, with all words (PIPL art. 45). */
export async function copyOfCases(work: Casework, caller: Caller): Promise<Record<string, unknown>[]> {
  const { database, now } = work.context
  const copies: Record<string, unknown>[] = []
  for (const { id } of await database.many(own, caller.accountId)) {
    const row = await database.one(whole, id)
    if (row) copies.push(await present(work, row, { caller, now: now() }))
  }
  return copies
}
