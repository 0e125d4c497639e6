import { addDays, type Day, dayOf, instant } from '#domain/day'
import { endOfDay } from '#domain/due'
import { type Casework, kindOf } from '../cases/casework.ts'
import { clocksOf } from '../cases/clocks.ts'
import { type CaseRow, deeds, pastOf } from '../cases/read.ts'
import { sql } from '../db/sql.ts'
import { writeNotice } from '../outbox/write.ts'

/** Time enough to go and fetch a paper. */
const AHEAD_DAYS = 3

type Row = Pick<CaseRow, 'id' | 'number' | 'applicant_id' | 'organisation_id' | 'unproven'>

/** Another clock may be due before the one that is waited for, never after it. */
const waiting = sql<Row>(
  'aid_remind_waiting',
  `select c.id, c.number, c.applicant_id, c.organisation_id, c.unproven from case_file c
   where c.kind = 'legal_aid' and c.status = 'awaiting_material' and c.closed_at is null and c.due_at <= $1`,
)

/** Who lets the last day pass is taken to have withdrawn (LP-14), or the form is put away: before it they are told. */
export async function remindOfMaterial(work: Casework): Promise<void> {
  const { context } = work
  const soon = addDays(dayOf(context.now()), AHEAD_DAYS)
  for (const row of await context.database.many(waiting, endOfDay(soon))) {
    const day = await lastDayOf(work, row)
    if (day !== undefined && day <= soon) await tell(work, row, day)
  }
}

const WAITED_FOR = ['supplement', 'filling']

/** Whoever was asked today knows the day from the notice itself. */
async function lastDayOf(work: Casework, { id }: Row): Promise<Day | undefined> {
  const { context } = work
  const now = context.now()
  const history = pastOf(await context.database.many(deeds, id))
  const kind = kindOf(work, { kind: 'legal_aid' })
  return clocksOf(context, kind, { history, appointment: null }, now).find(
    ({ name, state, startedAt }) =>
      WAITED_FOR.includes(name) && state === 'running' && dayOf(startedAt) < dayOf(now),
  )?.dueLegalOn
}

/** The key names the day, so that nobody is told twice, and anew when there is a new last day. */
const tell = ({ context }: Casework, row: Row, day: Day): Promise<void> =>
  context.database.inTransaction((tx) =>
    writeNotice(context, tx, {
      accountId: row.applicant_id,
      caseId: row.id,
      organisationId: row.organisation_id,
      news: 'aid_last_days',
      facts: { ...(!row.unproven && { number: row.number }), day },
      key: `${row.id}/last_days/${day}`,
      at: context.now(),
      until: instant(addDays(day, 1), '00:00'),
    }),
  )
