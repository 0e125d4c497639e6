import { addDays, addMinutes, dayOf, type Instant, instant } from '#domain/day'
import { reminderTimes } from '#domain/notice'
import type { Context } from '../context.ts'
import { sql } from '../db/sql.ts'
import { writeNotice } from './write.ts'

type Row = {
  id: string
  number: string
  applicant_id: string
  other_side_ids: string[]
  /** Who mediates between two sides; elsewhere staff have their day before them. */
  mediator_id: string | null
  organisation_id: string
  starts_at: Instant
  unproven: boolean
  /** When this time was agreed. */
  agreed_at: Instant
}

/** Appointments until the end of tomorrow: none later can be due for a reminder. */
const soon = sql<Row>(
  'remind_soon',
  `select c.id, c.number, c.applicant_id, c.other_side_ids, c.organisation_id, c.starts_at, c.unproven,
     case when c.kind = 'mediation' then c.handler_id end as mediator_id,
     (select max(e.at) from case_event e where e.case_id = c.id
       and e.action in ('open', 'reschedule', 'schedule_session')) as agreed_at
   from case_file c where c.closed_at is null and c.starts_at > $1 and c.starts_at < $2 order by c.starts_at`,
)

/** Which reminder is due; none for a time that was agreed after the reminder would have come. */
function dueReminder({ starts_at, agreed_at }: Row, now: Instant) {
  const { day, soon } = reminderTimes(starts_at)
  if (soon <= now) return agreed_at < soon ? 'reminder_soon' : null
  return day <= now && agreed_at < day ? 'reminder_day' : null
}

/** The key holds the time of the appointment: one that was moved is spoken of again, and none twice. */
export async function remind(context: Context): Promise<void> {
  const now = context.now()
  const horizon = instant(addDays(dayOf(now), 2), '00:00')
  for (const row of await context.database.many(soon, now, horizon)) {
    const news = dueReminder(row, now)
    if (news) await tell(context, row, news, now)
  }
}

const peopleOf = ({ applicant_id, other_side_ids, mediator_id }: Row) => [
  ...new Set([applicant_id, ...other_side_ids, ...(mediator_id ? [mediator_id] : [])]),
]

/** Whoever the appointment concerns, each once. */
async function tell(context: Context, row: Row, news: 'reminder_day' | 'reminder_soon', now: Instant) {
  const key = `${row.id}/${news}/${row.starts_at}`
  await context.database.inTransaction(async (tx) => {
    for (const accountId of peopleOf(row))
      await writeNotice(context, tx, {
        accountId,
        caseId: row.id,
        organisationId: row.organisation_id,
        news,
        facts: { ...(!row.unproven && { number: row.number }), startsAt: row.starts_at },
        key: accountId === row.applicant_id ? key : `${key}/${accountId}`,
        at: now,
        quietly: accountId === row.mediator_id,
        until: news === 'reminder_day' ? addMinutes(row.starts_at, -120) : row.starts_at,
      })
  })
}
