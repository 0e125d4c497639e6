import { readCaseNumber } from '#domain/case-number'
import { LOCKED } from '#domain/proof-words'
import { invalid } from '#domain/refusal'
import type { Context } from '../context.ts'
import { sql } from '../db/sql.ts'
import { spend } from '../http/limits.ts'
import type { Caller } from '../session/authenticate.ts'
import type { CaseRow } from './read.ts'

const proven = sql('case_proven', 'update case_file set unproven = false where id = $1')

/** Serial numbers can be guessed, and the day is known: few may be tried for one case. */
const TRIES = [
  { times: 5, seconds: 3600 },
  { times: 10, seconds: 86_400 },
]

/**
 * A telephone number proves contact, not the person: whoever signs in with the number for which staff opened a case
 * says its number once.
 * @throws Refusal `invalid` with `fields.number`
 */
export async function prove(
  context: Context,
  row: CaseRow,
  caller: Caller,
  number: string | undefined,
): Promise<void> {
  if (!row.unproven || row.applicant_id !== caller.accountId) return
  if (!number) throw invalid({ number: LOCKED.ask })
  const read = readCaseNumber(number)
  // A slip of the finger does not fit its check digit, and is no guess.
  if (!read) throw invalid({ number: LOCKED.wrong })
  for (const allowance of TRIES) await spend(context, 'case-number', row.id, allowance, LOCKED.enough)
  if (read !== row.number) throw invalid({ number: LOCKED.wrong })
  await context.database.run(proven, row.id)
  row.unproven = false
}
