import { againstLawyer, inTurn, type Lawyer, type Need, yearsSince } from '#domain/aid-rotation'
import type { Language } from '#domain/aid-terms'
import { type Day, dayOf, type Instant } from '#domain/day'
import { readPerson } from '../accounts/person.ts'
import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'
import { newId } from '../id.ts'
import type { Filed } from './filed.ts'

type Row = {
  id: string
  firm: string | null
  licence: string | null
  practice_since: Day
  defence_since: Day | null
  languages: Language[]
  leave_until: Day | null
  open: number
  last_at: Instant | null
  conflict: Lawyer['conflict']
}

/** Everybody who serves as a lawyer of the centre, with what the order of assignment looks at. */
const ofCentre = sql<Row>(
  'aid_lawyers',
  `select s.account_id as id, l.firm, l.licence, coalesce(l.practice_since, s.created_at::date) as practice_since,
     l.defence_since, coalesce(l.languages, '{mandarin}') as languages, l.leave_until,
     (select count(*)::int from case_file c where c.handler_id = s.account_id and c.kind = 'legal_aid'
        and c.closed_at is null and c.status in ('assigned', 'in_progress')) as open,
     (select max(m.assigned_at) from aid_assignment m where m.lawyer_id = s.account_id) as last_at,
     case
       when exists (select from aid_assignment m where m.case_id = $2 and m.lawyer_id = s.account_id
         and m.ended_how = 'conflict') then 'declared'
       when exists (select from aid_assignment m where m.case_id = $2 and m.lawyer_id = s.account_id
         and m.ended_how = any('{declined,changed}')) then 'had_it'
       when exists (select from aid_party mine join aid_party theirs
           on theirs.id_index = mine.id_index and theirs.side = 'applicant' and theirs.case_id <> mine.case_id
         join aid_assignment m on m.case_id = theirs.case_id and m.lawyer_id = s.account_id
         where mine.case_id = $2 and mine.side = 'other_side') then 'other_side'
     end as conflict
   from staff_role s left join aid_lawyer l on l.account_id = s.account_id and l.organisation_id = s.organisation_id
   where s.organisation_id = $1 and s.role = 'legal_aid_lawyer' and s.ended_at is null
     and s.account_id <> (select applicant_id from case_file where id = $2)`,
)

type Candidate = Lawyer & {
  firm: string
  licence: string | null
  name: string
  years: number
  against: string | null
}

type Whose = { id: string; organisation_id: string }

/** Who may be assigned, in the order of the rotation; those who cannot stand last, with the reason. */
export async function candidates(
  context: Context,
  db: Db,
  { id, organisation_id }: Whose,
  need: Need,
  now: Instant,
): Promise<Candidate[]> {
  const on = dayOf(now)
  const rows = await db.many(ofCentre, organisation_id, id)
  const lawyers: (ReturnType<typeof lawyerOf> & { name: string })[] = []
  // One after another: a transaction has one connection.
  for (const row of rows)
    lawyers.push({ ...lawyerOf(row), name: (await readPerson(context, db, row.id))?.name ?? '律师' })
  return inTurn(lawyers, need, on).map((lawyer) => ({
    ...lawyer,
    years: yearsSince(lawyer.practiceSince, on),
    against: againstLawyer(lawyer, need, on),
  }))
}

const lawyerOf = (row: Row) => ({
  id: row.id,
  firm: row.firm ?? '',
  licence: row.licence,
  practiceSince: row.practice_since,
  defenceSince: row.defence_since,
  languages: row.languages,
  leaveUntil: row.leave_until,
  open: row.open,
  lastAssignedAt: row.last_at,
  conflict: row.conflict,
})

/** Life and death is what the law asks three years of defence for (LA-5): the organ notifies, staff says so. */
export const needOf = (filed: Filed | null): Need => ({
  matter: filed?.matter ?? 'other',
  isGrave: filed?.isGrave ?? false,
  language: filed?.language ?? null,
})

const begin = sql(
  'aid_assignment_begin',
  'insert into aid_assignment (id, case_id, lawyer_id, assigned_at) values ($1, $2, $3, $4)',
)
const end = sql(
  'aid_assignment_end',
  'update aid_assignment set ended_at = $2, ended_how = $3 where case_id = $1 and ended_at is null',
)

export type Ending = 'declined' | 'conflict' | 'changed' | 'over'

export const beginAssignment = (tx: Db, caseId: string, lawyerId: string, now: Instant): Promise<number> =>
  tx.run(begin, newId(), caseId, lawyerId, now)

export const endAssignment = (tx: Db, caseId: string, how: Ending, now: Instant): Promise<number> =>
  tx.run(end, caseId, now, how)

type Known = { firm: string | null; licence: string | null }
const known = sql<Known>(
  'aid_lawyer_known',
  'select firm, licence from aid_lawyer where account_id = $1 and organisation_id = $2',
)

export type Assigned = {
  id: string
  name: string
  phone: string | null
  firm: string
  licence: string | null
}

/** The lawyer as the recipient is told of them. */
export async function lawyerFor(
  context: Context,
  db: Db,
  lawyerId: string,
  organisationId: string,
): Promise<Assigned> {
  const person = await readPerson(context, db, lawyerId)
  const row = await db.one(known, lawyerId, organisationId)
  return {
    id: lawyerId,
    name: person?.name ?? '律师',
    phone: person?.phone ?? null,
    firm: row?.firm ?? '',
    licence: row?.licence ?? null,
  }
}
