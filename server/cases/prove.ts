import { readCaseNumber } from '#domain/case-number'
import { LOCKED } from '#domain/proof-words'
import { invalid } from '#domain/refusal'
import { sql } from '../db/sql.ts'
import { spend } from '../http/limits.ts'
import type { Caller } from '../session/authenticate.ts'
import { type Casework, kindOf } from './casework.ts'
import type { WholeCase } from './read.ts'

const proven = sql('case_proven', 'update case_file set unproven = false where id = $1')

/** Serial numbers can be guessed, and the day is known: few may be tried for one case. */
const TRIES = [
  { times: 5, seconds: 3600 },
  { times: 10, seconds: 86_400 },
]

/** The last four of an ID number, as they are typed. */
const ID_END = /^\d{3}[\dX]$/

/**
 * A telephone number proves contact, not the person: whoever signs in with the number for which staff opened a case
 * says its number once, or how the ID number ends that stands in it.
 * @throws Refusal `invalid` with `fields.number`
 */
export async function prove(
  work: Casework,
  row: WholeCase,
  caller: Caller,
  said: string | undefined,
): Promise<void> {
  const { context } = work
  if (!row.unproven || row.applicant_id !== caller.accountId) return
  if (!said) throw invalid({ number: LOCKED.ask })
  const number = readCaseNumber(said)
  const end = said.trim().toUpperCase()
  // A slip of the finger does not fit the check digit, and is no guess.
  if (!number && !ID_END.test(end)) throw invalid({ number: LOCKED.wrong })
  for (const allowance of TRIES) await spend(context, 'case-number', row.id, allowance, LOCKED.enough)
  if (number ? number !== row.number : idIn(work, row)?.slice(-4) !== end)
    throw invalid({ number: LOCKED.wrong })
  await context.database.run(proven, row.id)
  row.unproven = false
}

const idIn = (work: Casework, row: WholeCase) =>
  row.data_key ? kindOf(work, row).inFull?.(work.context, row).id_number?.toUpperCase() : undefined
