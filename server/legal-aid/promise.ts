import { PROMISE_LAW } from '#domain/aid-means'
import { addMonths, type Day, dayOf, type Instant, writtenDay } from '#domain/day'
import { invalid } from '#domain/refusal'
import { amountOf } from '../cases/clocks.ts'
import type { Effect } from '../cases/kind.ts'
import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'
import { idIndexOf, nameIndexOf } from './parties.ts'

/** Whoever is noted again after the last note was lifted or is over is noted anew. */
const note = sql(
  'aid_promise_note',
  `insert into aid_false_promise (case_id, id_index, noted_at, noted_by, until)
   select case_id, id_index, $2, $3, $4 from aid_party where case_id = $1 and side = 'applicant' and id_index is not null
   on conflict (case_id) do update
     set noted_at = excluded.noted_at, noted_by = excluded.noted_by, until = excluded.until, lifted_at = null, lifted_by = null`,
)
const lift = sql(
  'aid_promise_lift',
  'update aid_false_promise set lifted_at = $2, lifted_by = $3 where case_id = $1',
)

/** LP-8: with evidence, and only where the number of the person is known. The last day is fixed now (CLK-7). */
export const noteFalsePromise: Effect = async ({ context, tx, row, body, now, caller }) => {
  const until = addMonths(dayOf(now), amountOf(context, 'LP-8', dayOf(now)))
  if (!(await tx.run(note, row.id, now, caller.accountId, until)))
    throw invalid({ evidence: '申请里没有证件号码，不能登记' })
  return { paper: { ...body, until }, facts: { until } }
}

export const liftFalsePromise: Effect = async ({ tx, row, body, now, caller }) => {
  await tx.run(lift, row.id, now, caller.accountId)
  return { paper: body }
}

type Row = { case_id: string; applicant_id: string; until: Day; centre: string; phone: string | null }

const BARS = `from aid_false_promise f join case_file c on c.id = f.case_id join organisation o on o.id = c.organisation_id
   where f.id_index = $1 and f.lifted_at is null and f.until >= $2`

const barred = sql<{ until: Day }>(
  'aid_promise_barred',
  `select f.until ${BARS} order by f.until desc limit 1`,
)
/** Only for somebody who knows the name that goes with the number. */
const barOf = sql<Row>(
  'aid_promise_bar',
  `select f.case_id, c.applicant_id, f.until, o.name as centre, o.phone ${BARS}
     and exists (select from aid_party p where p.case_id = f.case_id and p.side = 'applicant' and p.name_index = $3)
   order by f.until desc limit 1`,
)

/** LP-8: the last day on which this person cannot promise; null for whoever can. */
export async function barredUntil(
  { vault, database }: Context,
  idNumber: string,
  now: Instant,
): Promise<Day | null> {
  const row = await database.one(barred, idIndexOf({ vault }, idNumber), dayOf(now))
  return row?.until ?? null
}

type Asked = { idNumber: string; name: string }

/** What is told before anybody fills in a promise that would not be taken. */
export async function promiseBarFor(
  { vault, database }: Context,
  { idNumber, name }: Asked,
  { accountId, now }: { accountId: string; now: Instant },
) {
  const row = await database.one(
    barOf,
    idIndexOf({ vault }, idNumber),
    dayOf(now),
    nameIndexOf({ vault }, name),
  )
  if (!row) return null
  const { until, centre, phone } = row
  const isOwn = row.applicant_id === accountId
  return {
    until,
    reason: `以前的一件申请中，${centre}查实承诺不实。到${writtenDay(until)}为止（当天也算）不能用诚信承诺（到哪天由中心定，不是法定期限）。可以选“授权查询”，由中心去查，不影响申请`,
    law: PROMISE_LAW,
    contest: isOwn
      ? '不同意的，可以在那件办件里提出异议'
      : `不同意的，可以请本人在那件办件里提出异议，或者联系${centre}（${phone ?? '12348'}）`,
    caseId: isOwn ? row.case_id : null,
  }
}

const noted = sql<{ number: string }>(
  'aid_party_false_promise',
  `select c.number from aid_party a join aid_false_promise f on f.id_index = a.id_index
   join case_file c on c.id = f.case_id
   where a.case_id = $1 and a.side = 'applicant' and f.lifted_at is null and f.until >= $2`,
)

/** Cases in which the applicant of this one was found to have made a false promise that still counts. */
export const falsePromisesOf = (db: Db, caseId: string, now: Instant) => db.many(noted, caseId, dayOf(now))
