import { dayOf, type Instant } from '#domain/day'
import { FLAG_TEXT, type Flag } from '#domain/honesty'
import type { MediationStatus } from '#domain/mediation'
import { MEDIATION_STATUS } from '#domain/mediation-words'
import type { Context } from '../context.ts'
import { sql } from '../db/sql.ts'
import type { Caller } from '../session/authenticate.ts'
import { reachOf } from './reach.ts'

type Late = { id: string; number: string; status: MediationStatus; due_at: Instant | null; committee: string }

const IN_REACH = `(c.organisation_id = any($1) or o.region_code like any($2))`

const late = sql<Late>(
  'mediation_late',
  `select c.id, c.number, c.status, c.due_at, o.name as committee
   from case_file c join organisation o on o.id = c.organisation_id
   where c.kind = 'mediation' and c.closed_at is null and c.due_at < $3 and c.status in ('accepted', 'in_mediation')
     and ${IN_REACH} order by c.due_at limit 200`,
)
/** Something stands out, and nobody has looked at it since; whoever is a party there does not look (PM-6). */
const flagged = sql<{ id: string; number: string; committee: string; flags: string }>(
  'mediation_flagged',
  `select c.id, c.number, o.name as committee, string_agg(e.facts->>'flags', ' ' order by e.seq) as flags
   from case_event e join case_file c on c.id = e.case_id join organisation o on o.id = c.organisation_id
   where c.kind = 'mediation' and e.facts ? 'flags' and ${IN_REACH}
     and c.applicant_id <> $3 and not c.other_side_ids @> array[$3]
     and e.action in ('seal_agreement', 'record_oral_agreement', 'close', 'flag_callback')
     and not exists (select from case_event r where r.case_id = c.id and r.action = 'review_flags' and r.seq > e.seq)
   group by c.id, c.number, o.name order by c.id desc limit 200`,
)

/** Past their month, in the places of the caller (PM-12). */
export async function overdueFor({ database }: Context, caller: Caller, now: Instant) {
  const { committees, prefixes } = reachOf(caller)
  return (await database.many(late, committees, prefixes, now)).map(
    ({ id, number, status, due_at, committee }) => ({
      caseId: id,
      number,
      statusText: MEDIATION_STATUS[status].text,
      dueOn: due_at && dayOf(due_at),
      committee,
    }),
  )
}

export async function flaggedFor({ database }: Context, caller: Caller) {
  const { committees, prefixes } = reachOf(caller)
  return (await database.many(flagged, committees, prefixes, caller.accountId)).map(
    ({ id, number, committee, flags }) => ({
      caseId: id,
      number,
      committee,
      flags: [...new Set(flags.split(' '))].map((flag) => ({
        flag: flag as Flag,
        text: FLAG_TEXT[flag as Flag],
      })),
    }),
  )
}
