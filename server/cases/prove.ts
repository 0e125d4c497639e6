import { readCaseNumber } from '#domain/case-number'
import { LOCKED } from '#domain/proof-words'
import { invalid } from '#domain/refusal'
import type { Context } from '../context.ts'
import { sql } from '../db/sql.ts'
import { spend } from '../http/limits.ts'
import type { Caller } from '../session/authenticate.ts'
import type { CaseRow } from './read.ts'

const proven = sql('case_proven', 'update case_file set unproven = false where id = $1')

/** Serial numbers can be guessed: few may be tried. */
const TRIES = { times: 5, seconds: 3600 }

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
  await spend(context, 'case-number', caller.accountId, TRIES)
  if (readCaseNumber(number) !== row.number) throw invalid({ number: LOCKED.wrong })
  await context.database.run(proven, row.id)
  row.unproven = false
}
