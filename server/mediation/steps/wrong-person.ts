import { draftOf } from '#domain/mediation-past'
import type { Act, Change, Effect } from '../../cases/kind.ts'
import { type Db, sql } from '../../db/sql.ts'
import { voidDocument } from '../../documents/make.ts'
import { voidCode } from '../party.ts'
import { freePlan } from '../sessions.ts'
import { isParty } from '../sides.ts'

const withdrawWords = sql(
  'mediation_wrong_words',
  `update case_text set audience = 'staff' where case_id = $1 and audience = 'other_side'`,
)
const withdrawFiles = sql(
  'mediation_wrong_files',
  `update file set audience = 'staff' where case_id = $1 and audience = 'other_side'`,
)

/** What was said between the office and somebody who was not meant is for nobody who comes after. */
async function withdraw(tx: Db, caseId: string): Promise<void> {
  await tx.run(withdrawWords, caseId)
  await tx.run(withdrawFiles, caseId)
}

/** The draft goes, and the time that was agreed on; from here on nothing that was said for the other side counts. */
export async function beginAnew(act: Act): Promise<Change> {
  const { tx, row, past, now, caller } = act
  const draft = draftOf(past)?.facts.document
  if (draft) await voidDocument(tx, { id: draft, caseId: row.id, at: now, byId: caller.accountId })
  await withdraw(tx, row.id)
  return { ...(await freePlan(act)), facts: { anew: 'yes' } }
}

/** Whoever is not meant leaves and reads no more; the case of the applicant goes on (PM-2). */
export const notMe: Effect = async (act) => {
  const { tx, row, caller } = act
  await voidCode(tx, row.id)
  const others = isParty(act) ? row.other_side_ids.filter((id) => id !== caller.accountId) : []
  return { ...(await beginAnew(act)), otherSideIds: others }
}
