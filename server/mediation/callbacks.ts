import type { CALLBACK_RESULTS } from '#contract/committee'
import type { Day, Instant } from '#domain/day'
import { maskName, maskPhone } from '#domain/mask'
import type { Side } from '#domain/mediation-past'
import { CLOCK } from '#domain/procedure'
import { Refusal } from '#domain/refusal'
import { type Casework, refuseFrozen } from '../cases/casework.ts'
import { takeStep } from '../cases/change.ts'
import { before } from '../cases/once.ts'
import { type CaseRow, locked } from '../cases/read.ts'
import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'
import type { Ticket } from '../http/route.ts'
import { newId } from '../id.ts'
import type { Caller } from '../session/authenticate.ts'
import { applicantOf } from './head.ts'
import { keyOf, readParty } from './party.ts'
import { formIn } from './words.ts'

type Row = { id: string; case_id: string; due_on: Day }

/** Nobody serves in a matter of their own, whatever office they hold (PM-6). */
const NOT_OWN = (n: number) => `not exists (select from case_file c where c.id = case_id
     and (c.applicant_id = $${n} or c.other_side_ids @> array[$${n}]))`

const open = sql<Row>(
  'mediation_callbacks_open',
  `select id, case_id, due_on from mediation_callback
   where organisation_id = any($1) and done_at is null and ${NOT_OWN(2)} order by due_on, id limit 100`,
)
const find = sql<Row>(
  'mediation_callback_find',
  `select id, case_id, due_on from mediation_callback
   where id = $1 and organisation_id = any($2) and done_at is null and ${NOT_OWN(3)} for update`,
)
const done = sql(
  'mediation_callback_done',
  'update mediation_callback set done_at = $2, done_by = $3, result = $4, said = $5 where id = $1',
)

const officesOf = ({ grants }: Caller) => grants.map(({ organisationId }) => organisationId)

/** Whom to ask: both sides, masked. */
async function peopleIn(context: Context, db: Db, row: CaseRow) {
  const applicant = await applicantOf(context, db, row, await formIn(context, db, row))
  const other = await readParty(context, db, row)
  const shown = (
    side: 'applicant' | 'other_side',
    { name, phone }: { name: string; phone: string | null },
  ) => ({
    side,
    name: maskName(name),
    phone: phone && maskPhone(phone),
  })
  return [shown('applicant', applicant), shown('other_side', other)]
}

export async function listCallbacks(context: Context, caller: Caller) {
  const { database } = context
  const rows = await database.many(open, officesOf(caller), caller.accountId)
  const found = await Promise.all(
    rows.map(async ({ id, case_id, due_on }) => {
      const row = await database.one(locked, case_id)
      if (!row?.data_key || row.is_frozen) return []
      const people = await peopleIn(context, database, row)
      return [
        { id, caseId: case_id, number: row.number, committee: row.organisation_name, dueOn: due_on, people },
      ]
    }),
  )
  return found.flat()
}

const seen = sql(
  'mediation_callback_seen',
  `insert into access_log (id, at, by_id, organisation_id, account_id, case_id, what, reason)
   select $1, $2, $3, organisation_id, $4, case_id, 'callback', null from mediation_callback where id = $5`,
)

/** Whoever calls sees whom; whose number it is reads who looked. */
export async function revealNumber(
  context: Context,
  id: string,
  side: Side,
  { caller, now }: Omit<By, 'ticket'>,
): Promise<string> {
  return context.database.inTransaction(async (tx) => {
    const callback = await tx.one(find, id, officesOf(caller), caller.accountId)
    const row = callback && (await tx.one(locked, callback.case_id))
    if (!row?.data_key) throw new Refusal('not_found')
    refuseFrozen(row)
    const { phone } =
      side === 'applicant'
        ? await applicantOf(context, tx, row, await formIn(context, tx, row))
        : await readParty(context, tx, row)
    if (!phone) throw new Refusal('not_found', '没有留电话')
    const whose = (side === 'other_side' && row.other_side_ids[0]) || row.applicant_id
    await tx.run(seen, newId(), now, caller.accountId, whose, id)
    return phone
  })
}

type Said = { result: (typeof CALLBACK_RESULTS)[number]; said: string }
type By = { caller: Caller; ticket: Ticket; now: Instant }

/** What the parties said, by an office that did not mediate. */
export async function keepCallback(
  work: Casework,
  id: string,
  { result, said }: Said,
  by: By,
): Promise<void> {
  const { context } = work
  const { caller, ticket, now } = by
  await context.database.inTransaction(async (tx) => {
    if (await before(tx, ticket, id)) return
    const callback = await tx.one(find, id, officesOf(caller), caller.accountId)
    const row = callback && (await tx.one(locked, callback.case_id))
    if (!row) throw new Refusal('not_found')
    refuseFrozen(row)
    const sealed = context.vault.seal(keyOf(context, row), `mediation_callback/${id}/said`, said)
    await tx.run(done, id, now, caller.accountId, result, sealed)
    if (result === 'differs' && row.status === 'closed')
      await takeStep(work, tx, {
        ...{ id: row.id, action: 'flag_callback', version: row.version, body: {}, now },
        caller: { ...CLOCK, sessionId: CLOCK.accountId },
      })
  })
}
