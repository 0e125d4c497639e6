import type { Qualification } from '#contract/legal-aid'
import type { Language } from '#domain/aid-terms'
import type { Day, Instant } from '#domain/day'
import { dayOf } from '#domain/day'
import { invalid, Refusal } from '#domain/refusal'
import { readPerson } from '../accounts/person.ts'
import type { Context } from '../context.ts'
import { sql } from '../db/sql.ts'
import type { Caller } from '../session/authenticate.ts'

type Row = {
  id: string
  firm: string | null
  licence: string | null
  practice_since: Day | null
  defence_since: Day | null
  languages: Language[] | null
  leave_until: Day | null
  open: number
  last_at: Instant | null
}

const all = sql<Row>(
  'aid_register',
  `select s.account_id as id, l.firm, l.licence, l.practice_since, l.defence_since, l.languages, l.leave_until,
     (select count(*)::int from case_file c where c.handler_id = s.account_id and c.kind = 'legal_aid'
        and c.closed_at is null) as open,
     (select max(m.assigned_at) from aid_assignment m where m.lawyer_id = s.account_id) as last_at
   from staff_role s left join aid_lawyer l on l.account_id = s.account_id and l.organisation_id = s.organisation_id
   where s.organisation_id = $1 and s.role = 'legal_aid_lawyer' and s.ended_at is null order by s.account_id`,
)
const put = sql(
  'aid_register_put',
  `insert into aid_lawyer (account_id, organisation_id, firm, licence, practice_since, defence_since, languages, leave_until)
   select account_id, organisation_id, $3, $4, $5, $6, $7, $8 from staff_role
   where account_id = $1 and organisation_id = $2 and role = 'legal_aid_lawyer' and ended_at is null
   on conflict (account_id, organisation_id) do update
     set firm = excluded.firm, licence = excluded.licence, practice_since = excluded.practice_since,
       defence_since = excluded.defence_since, languages = excluded.languages, leave_until = excluded.leave_until`,
)

/** The centre whose head somebody is. */
function centreOf({ grants }: Caller): string {
  const grant = grants.find(({ role }) => role === 'legal_aid_head')
  if (!grant) throw new Refusal('not_yours')
  return grant.organisationId
}

export async function lawyersOf(context: Context, caller: Caller) {
  const rows = await context.database.many(all, centreOf(caller))
  return Promise.all(
    rows.map(async ({ id, firm, licence, languages, open, ...row }) => ({
      id,
      name: (await readPerson(context, context.database, id))?.name ?? '律师',
      firm,
      licence,
      practiceSince: row.practice_since,
      defenceSince: row.defence_since,
      languages: languages ?? [],
      leaveUntil: row.leave_until,
      open,
      lastAssignedAt: row.last_at,
    })),
  )
}

/** @throws Refusal `not_found` for somebody who is no lawyer of this centre */
export async function qualify(
  context: Context,
  caller: Caller,
  id: string,
  said: Qualification,
  now: Instant,
) {
  const { firm, licence, practiceSince, defenceSince, languages, leaveUntil } = said
  if (practiceSince > dayOf(now)) throw invalid({ practiceSince: '执业起始日不能晚于今天' })
  if (defenceSince && defenceSince < practiceSince)
    throw invalid({ defenceSince: '从事刑事辩护的日期不能早于执业起始日' })
  const values = [firm, licence ?? null, practiceSince, defenceSince ?? null, languages, leaveUntil ?? null]
  if (!(await context.database.run(put, id, centreOf(caller), ...values))) throw new Refusal('not_found')
}
