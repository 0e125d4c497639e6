import type { Instant } from '#domain/day'
import { type Db, sql } from '../db/sql.ts'
import { newId } from '../id.ts'
import type { Audience } from './row.ts'

const look = sql(
  'access_looked',
  `insert into access_log (id, at, by_id, organisation_id, account_id, case_id, what)
   select $1 || case when who.n = 1 then '' else '-' || who.n end, $2, $3, $4, who.id, $6, $7
   from unnest($5::text[]) with ordinality as who(id, n)`,
)

type Parties = { applicantId: string; otherSideIds: readonly string[] }

/** Whose it is: of the party that sent it, else of the one for whom it is, else of all. */
export function concernedBy(
  { applicantId, otherSideIds }: Parties,
  { sentBy, audience }: { sentBy?: string; audience: Audience },
): string[] {
  const all = [applicantId, ...otherSideIds]
  if (sentBy !== undefined && all.includes(sentBy)) return [sentBy]
  if (audience === 'applicant') return [applicantId]
  return audience === 'other_side' && otherSideIds.length > 0 ? [...otherSideIds] : all
}

type Look = {
  at: Instant
  byId: string
  organisationId: string
  caseId: string | null
  what: 'file' | 'document'
}

/** Each look of staff is written down for whomever it concerns. */
export const noteLook = (
  db: Db,
  whose: readonly string[],
  { at, byId, organisationId, caseId, what }: Look,
): Promise<number> => db.run(look, newId(), at, byId, organisationId, whose, caseId, what)
