import { contentBlocks, noticeDue } from '#domain/confirmation'
import { addDays, type Day, dayOf, type Instant } from '#domain/day'
import { isOnlyOral, touchesOf } from '#domain/mediation-past'
import type { News } from '#domain/notice'
import { deeds, pastOf } from '../cases/read.ts'
import type { Context } from '../context.ts'
import { sql } from '../db/sql.ts'
import { writeNotice } from '../outbox/write.ts'
import { tellAbsent } from './absent.ts'

type Whose = {
  case_id: string
  number: string
  applicant_id: string
  other_side_ids: string[]
  organisation_id: string
  data_key: Buffer | null
  unproven: boolean
}

const WHOSE =
  'c.id as case_id, c.number, c.applicant_id, c.other_side_ids, c.organisation_id, c.data_key, c.unproven'

/** Due within three days, or late within a month: after that the committee asks in person. */
const instalments = sql<Whose & { no: number; due_on: Day }>(
  'mediation_remind_instalments',
  `select ${WHOSE}, i.no, i.due_on from mediation_instalment i join case_file c on c.id = i.case_id
   where not i.done and i.due_on <= $1 and i.due_on >= $2 and c.status in ('agreed', 'closed')`,
)
const confirmable = sql<Whose & { effective_at: Instant }>(
  'mediation_remind_confirmable',
  `select ${WHOSE}, w.effective_at from mediation_work w join case_file c on c.id = w.case_id
   where w.effective_at > $1 and c.status in ('agreed', 'closed')
     and not exists (select from case_event e where e.case_id = c.id and e.action = 'record_confirmation'
       and coalesce(e.facts->>'counts', 'yes') <> 'no')`,
)
/** The next return visit as it was last agreed, to whoever has the case. */
const visits = sql<{
  case_id: string
  number: string
  handler_id: string
  organisation_id: string
  next_on: Day
}>(
  'mediation_remind_visits',
  `select c.id as case_id, c.number, c.handler_id, c.organisation_id, v.next_on
   from case_file c cross join lateral (select e.facts->>'nextOn' as next_on from case_event e
     where e.case_id = c.id and e.action = 'return_visit' order by e.seq desc limit 1) v
   where c.kind = 'mediation' and c.status in ('agreed', 'failed', 'closed') and c.handler_id is not null and v.next_on <= $1`,
)

type Reminder = { news: News; key: string; day: Day }

/** Both sides, each once. */
async function tell(context: Context, whose: Whose, { news, key, day }: Reminder): Promise<void> {
  await context.database.inTransaction(async (tx) => {
    for (const accountId of [whose.applicant_id, ...whose.other_side_ids])
      await writeNotice(context, tx, {
        accountId,
        caseId: whose.case_id,
        organisationId: whose.organisation_id,
        news,
        facts: { ...(!whose.unproven && { number: whose.number }), day },
        key: `${whose.case_id}/${key}/${accountId}`,
        at: context.now(),
      })
    if (whose.other_side_ids.length === 0 && whose.data_key)
      await tellAbsent(
        context,
        tx,
        { ...whose, id: whose.case_id },
        { news, key, at: context.now(), facts: { day } },
      )
  })
}

const AHEAD_DAYS = 3
const BEHIND_DAYS = 30

/** Before each instalment and on the day after it was due; the key says which, so that nobody is told twice. */
async function remindInstalments(context: Context, today: Day): Promise<void> {
  const rows = await context.database.many(
    instalments,
    addDays(today, AHEAD_DAYS),
    addDays(today, -BEHIND_DAYS),
  )
  for (const row of rows) {
    const late = row.due_on < today
    const key = `instalment/${row.no}/${late ? 'late' : 'soon'}`
    await tell(context, row, {
      news: late ? 'instalment_late' : 'instalment_due',
      key,
      day: row.due_on,
    })
  }
}

/** No court takes it: then nobody is told to go there (JC-4, JC-5). */
async function mayConfirm({ database }: Context, { case_id }: Whose): Promise<boolean> {
  const past = pastOf(await database.many(deeds, case_id))
  return contentBlocks(touchesOf(past), isOnlyOral(past)).length === 0
}

/** On the day of effect, on day 20 and on day 27 (JC-10). */
async function remindConfirmation(context: Context, today: Day): Promise<void> {
  for (const row of await context.database.many(confirmable, addDays(today, -31))) {
    const day = noticeDue(row.effective_at, today)
    if (day !== null && (await mayConfirm(context, row)))
      await tell(context, row, {
        news: 'confirmation_days',
        key: `confirmation/${day}`,
        day: addDays(dayOf(row.effective_at), 30),
      })
  }
}

async function remindVisits(context: Context, today: Day): Promise<void> {
  for (const { case_id, number, handler_id, organisation_id, next_on } of await context.database.many(
    visits,
    today,
  ))
    await context.database.inTransaction((tx) =>
      writeNotice(context, tx, {
        accountId: handler_id,
        caseId: case_id,
        organisationId: organisation_id,
        news: 'visit_due',
        facts: { number, day: next_on },
        key: `${case_id}/visit/${next_on}`,
        at: context.now(),
        quietly: true,
      }),
    )
}

/** What falls due by itself; any number of times. */
export async function remindMediation(context: Context): Promise<void> {
  const today = dayOf(context.now())
  await remindInstalments(context, today)
  await remindConfirmation(context, today)
  await remindVisits(context, today)
}
