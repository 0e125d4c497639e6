import type { LeaveRow } from '#contract/adviser-desk'
import { addDays, type Day, dayOf, type Instant, instant } from '#domain/day'
import { endOfDay } from '#domain/due'
import { invalid, Refusal } from '#domain/refusal'
import { keyOf } from '../accounts/accounts.ts'
import { before } from '../cases/once.ts'
import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'
import type { Ticket } from '../http/route.ts'
import { newId } from '../id.ts'
import { refitSlots, storeHours, type Upkeep } from '../openings/hours.ts'
import { writeNotice } from '../outbox/write.ts'
import { hoursOf } from './hours-of.ts'
import { type Myself, myself } from './myself.ts'
import { serves } from './sql.ts'

type Row = {
  id: string
  from_day: Day
  to_day: Day
  reason: Buffer
  substitute_id: string | null
  substitute_name: string | null
}

const list = sql<Row>(
  'leave_list',
  `select l.id, l.from_day, l.to_day, l.reason, l.substitute_id, s.name as substitute_name
   from adviser_leave l left join adviser s on s.id = l.substitute_id
   where l.adviser_id = $1 and l.to_day >= $2 order by l.from_day, l.id`,
)
const days = sql<{ from: Day; to: Day }>(
  'leave_days',
  'select from_day as from, to_day as to from adviser_leave where adviser_id = $1 and to_day >= $2',
)
const insert = sql(
  'leave_insert',
  `insert into adviser_leave (id, adviser_id, from_day, to_day, substitute_id, reason, created_at)
   values ($1, $2, $3, $4, $5, $6, $7)`,
)
const end = sql('leave_end', 'delete from adviser_leave where id = $1 and adviser_id = $2')
const colleague = sql(
  'leave_substitute',
  `select from adviser a join adviser m on m.id = $2 and m.organisation_id = a.organisation_id
   where a.id = $1 and ${serves('a')} and a.id <> m.id and not exists (select from adviser_leave x
     where x.adviser_id = a.id and x.from_day <= $4 and x.to_day >= $3)`,
)
/** A visit that was made, or is being made, is in nobody's way. */
const visitsThen = sql<{ count: number }>(
  'leave_visits',
  `select count(*)::int as count from visit
   where adviser_id = $1 and cancelled_at is null and in_at is null and ends_at > $4
     and starts_at >= $2 and starts_at < $3`,
)

type StandIn = { account_id: string; organisation_id: string; name: string; from_day: Day; to_day: Day }
const substitute = sql<StandIn>(
  'leave_stand_in',
  `select s.account_id, s.organisation_id, a.name, l.from_day, l.to_day from adviser_leave l
     join adviser a on a.id = l.adviser_id join adviser s on s.id = l.substitute_id where l.id = $1`,
)

const place = (id: string) => `adviser_leave/${id}/reason`

export const leavesOf = (db: Db, adviserId: string, today: Day) => db.many(days, adviserId, today)

export async function listLeaves(context: Context, db: Db, me: Myself, today: Day): Promise<LeaveRow[]> {
  const rows = await db.many(list, me.id, today)
  if (rows.length === 0) return []
  const key = await keyOf(db, context.vault, me.accountId)
  return rows.map(({ id, from_day, to_day, reason, substitute_id, substitute_name }) => ({
    id,
    from: from_day,
    to: to_day,
    reason: context.vault.unseal(key, place(id), reason),
    substituteId: substitute_id,
    substituteName: substitute_name,
  }))
}

export type NewLeave = { from: Day; to: Day; reason: string; substituteId?: string | undefined }
type By = { accountId: string; now: Instant }

/** Questions go to the substitute from the first day on; remote hours of these days are closed. */
export function takeLeave(
  context: Context,
  upkeep: Upkeep,
  leave: NewLeave,
  ticket: Ticket,
  { accountId, now }: By,
): Promise<LeaveRow[]> {
  return context.database.inTransaction(async (tx) => {
    const me = await myself(tx, accountId)
    const id = newId()
    if (await before(tx, ticket, id)) return listLeaves(context, tx, me, dayOf(now))
    await check(tx, me, leave, now)
    const key = await keyOf(tx, context.vault, accountId)
    const reason = context.vault.seal(key, place(id), leave.reason)
    await tx.run(insert, id, me.id, leave.from, leave.to, leave.substituteId ?? null, reason, now)
    await askToStandIn(context, tx, id, now)
    await refitForLeaves(context, tx, upkeep, me, now)
    return listLeaves(context, tx, me, dayOf(now))
  })
}

/** Whoever stands in hears of it, and from when to when. */
async function askToStandIn(context: Context, tx: Db, id: string, now: Instant) {
  const found = await tx.one(substitute, id)
  if (!found) return
  const { account_id, organisation_id, name, from_day, to_day } = found
  await writeNotice(context, tx, {
    accountId: account_id,
    caseId: null,
    organisationId: organisation_id,
    news: 'stand_in',
    facts: { place: name, day: from_day, until: endOfDay(to_day) },
    key: `leave/${id}/stand_in`,
    at: now,
    until: endOfDay(to_day),
  })
}

async function check(tx: Db, me: Myself, { from, to, substituteId }: NewLeave, now: Instant) {
  if (to < from) throw invalid({ to: '最后一天不能早于第一天' })
  if (to < dayOf(now)) throw invalid({ to: '请假要填今天或以后的日子' })
  const others = await leavesOf(tx, me.id, dayOf(now))
  if (others.some((other) => other.from <= to && from <= other.to))
    throw invalid({ from: '与另一次请假重叠' })
  if (substituteId && !(await tx.run(colleague, substituteId, me.id, from, to)))
    throw invalid({ substituteId: '这位顾问这几天不能代班，请另选一位' })
  const { count = 0 } =
    (await tx.one(visitsThen, me.id, instant(from, '00:00'), instant(addDays(to, 1), '00:00'), now)) ?? {}
  if (count > 0) throw new Refusal('not_now', `这几天安排了 ${count} 次进村，请先改期或取消`)
}

export function endLeave(
  context: Context,
  upkeep: Upkeep,
  id: string,
  { accountId, now }: By,
): Promise<LeaveRow[]> {
  return context.database.inTransaction(async (tx) => {
    const me = await myself(tx, accountId)
    if (!(await tx.run(end, id, me.id))) throw new Refusal('not_found')
    await refitForLeaves(context, tx, upkeep, me, now)
    return listLeaves(context, tx, me, dayOf(now))
  })
}

/** The closures of the adviser's own desk are their leaves. */
async function refitForLeaves(context: Context, tx: Db, upkeep: Upkeep, me: Myself, now: Instant) {
  const was = await hoursOf(tx, me.deskId)
  const leaves = await leavesOf(tx, me.id, dayOf(now))
  const closures = leaves.map(({ from, to }) => ({ from, to, reason: '请假' }))
  await storeHours(tx, me.deskId, { closures })
  await refitSlots({ context, tx, now }, upkeep, me.deskId, { before: was, after: { ...was, closures } })
}
