import { addDays, dayOf, type Instant } from '#domain/day'
import { type Flag, flagsOf, isDrawn, type Mediated, officeFor } from '#domain/honesty'
import type { CaseRow } from '../cases/read.ts'
import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'
import { newId } from '../id.ts'
import { writeNotice } from '../outbox/write.ts'

type WorkRow = {
  case_id: string
  mediator_id: string
  opened_at: Instant
  fingerprint: string
  amount: number | null
  succeeded: boolean | null
  confirmed: boolean
  sessions: { startedAt: Instant; endedAt: Instant }[]
}

const COLUMNS = 'case_id, mediator_id, opened_at, fingerprint, amount, succeeded, confirmed, sessions'
const one = sql<WorkRow>('mediation_work_one', `select ${COLUMNS} from mediation_work where case_id = $1`)
/** Of the last year, the newest first: enough to see a habit. */
const others = sql<WorkRow>(
  'mediation_work_others',
  `select ${COLUMNS} from mediation_work where mediator_id = $1 and case_id <> $2
     and opened_at > $3::timestamptz - interval '1 year' and succeeded is not null
   order by opened_at desc limit 300`,
)

const mediated = (row: WorkRow): Mediated => ({
  openedAt: row.opened_at,
  sessions: row.sessions,
  fingerprint: row.fingerprint,
  amount: row.amount,
  succeeded: row.succeeded ?? false,
  confirmed: row.confirmed,
})

/** What stands out in this case beside the others of its mediator. */
export async function flagsIn(db: Db, caseId: string, now: Instant): Promise<Flag[]> {
  const row = await db.one(one, caseId)
  if (!row) return []
  const rest = await db.many(others, row.mediator_id, caseId, now)
  return flagsOf(mediated(row), rest.map(mediated))
}

/** Those who may call back, of an office: one without them is drawn for nothing. */
const CALLERS = `select account_id from staff_role where organisation_id = $1 and ended_at is null
  and role in ('committee_secretary', 'township_officer', 'bureau_officer')`
const callers = sql<{ account_id: string }>('mediation_callback_callers', `${CALLERS} order by account_id`)

/** While the parties can still say that it was so, that they have not is no sign. */
export async function flagsOfAgreement(db: Db, caseId: string, now: Instant): Promise<{ flags?: string }> {
  const flags = (await flagsIn(db, caseId, now)).filter((flag) => flag !== 'unconfirmed')
  return flags.length ? { flags: flags.join(' ') } : {}
}

const offices = sql<{ id: string }>(
  'mediation_callers',
  `select id from organisation o where active and kind in ('judicial_office', 'committee', 'bureau')
     and left(region_code, 6) = $1 and exists (${CALLERS.replace('$1', 'o.id')}) order by id`,
)
const draw = sql(
  'mediation_callback_draw',
  `insert into mediation_callback (id, case_id, organisation_id, due_on, made_at) values ($1, $2, $3, $4, $5)
   on conflict (case_id) do nothing`,
)

const CALL_WITHIN_DAYS = 10

/** Two lots from a secret of the office: nobody can foresee them, and the same case draws the same. */
function lots({ vault }: Pick<Context, 'vault'>, caseId: string): { called: number; by: number } {
  const bytes = vault.index('code', `mediation/callback/${caseId}`)
  return { called: bytes.readUInt32BE(0) / 2 ** 32, by: bytes.readUInt32BE(4) / 2 ** 32 }
}

/** Five cases in a hundred are called back by an office that did not mediate them. */
export async function drawCallback(context: Context, tx: Db, row: CaseRow, now: Instant): Promise<void> {
  if (isDrawn(lots(context, row.id).called)) await assignCallback(context, tx, row, now)
}

/** Gives it to one of the other offices, by lot, and tells those who serve there. */
export async function assignCallback(context: Context, tx: Db, row: CaseRow, now: Instant): Promise<void> {
  const { by } = lots(context, row.id)
  const found = (await tx.many(offices, row.county)).map(({ id }) => id)
  const office = officeFor(found, row.organisation_id, by)
  if (!office) return
  const dueOn = addDays(dayOf(now), CALL_WITHIN_DAYS)
  if (!(await tx.run(draw, newId(), row.id, office, dueOn, now))) return
  for (const { account_id } of await tx.many(callers, office))
    await writeNotice(context, tx, {
      accountId: account_id,
      caseId: null,
      organisationId: office,
      news: 'callback_drawn',
      facts: { number: row.number, day: dueOn },
      key: `${row.id}/callback/${account_id}`,
      at: now,
      quietly: true,
    })
}
