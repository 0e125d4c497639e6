import { hasTwoSides, type Procedure, standingOf } from '#domain/procedure'
import type { Db } from '../db/sql.ts'
import { attach } from '../files/attach.ts'
import type { Audience } from '../files/row.ts'
import type { Caller } from '../session/authenticate.ts'
import { matterOf } from './matter.ts'
import type { CaseRow } from './read.ts'

/** The ids of files wherever they stand in what was filled in: with the whole, or with one item of a list. */
export function fileIdsIn(filled: unknown): string[] {
  if (typeof filled !== 'object' || filled === null) return []
  return Object.entries(filled).flatMap(([name, value]) =>
    name === 'fileIds' && Array.isArray(value)
      ? value.filter((id) => typeof id === 'string')
      : fileIdsIn(value),
  )
}

/** What was sent along with a step. With two sides it stays with the sender's side and the office, unless said. */
export const attachOf = (
  tx: Db,
  procedure: Procedure,
  row: CaseRow,
  caller: Caller,
  filled: unknown,
  filesFor?: Audience,
): Promise<void> =>
  attach(tx, {
    caseId: row.id,
    accountId: caller.accountId,
    fileIds: fileIdsIn(filled),
    audience: filesFor ?? (hasTwoSides(procedure) ? standingOf(caller, matterOf(row)) : 'all'),
  })

/** What was sent along with the form. */
export const attachFirst = (
  tx: Db,
  procedure: Procedure,
  caseId: string,
  { accountId }: Caller,
  form: unknown,
): Promise<void> =>
  attach(tx, {
    caseId,
    accountId,
    fileIds: fileIdsIn(form),
    audience: hasTwoSides(procedure) ? 'applicant' : 'all',
  })
