import type { Visit } from '#contract/adviser'
import type { OwnVisit, VisitPlan } from '#contract/adviser-desk'
import { displacedBy, type OpenTime, objectionTo, type Visit as Planned } from '#domain/calendar-of-visits'
import { addDays, type Day, dayOf, type Instant, instant } from '#domain/day'
import { FLAG_NAME } from '#domain/ledger-words'
import { invalid, Refusal } from '#domain/refusal'
import { before } from '../cases/once.ts'
import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'
import type { Ticket } from '../http/route.ts'
import { newId } from '../id.ts'
import type { Upkeep } from '../openings/hours.ts'
import { leavesOf } from './leave.ts'
import { type Myself, myself } from './myself.ts'
import { VISIT_JSON, type VisitRow, visitOf } from './profile.ts'
import { servesVillage } from './sql.ts'
import { tellOfVisitOff } from './visit-off.ts'

const ahead = sql<{ visit: VisitRow }>(
  'visit_ahead',
  `select ${VISIT_JSON} as visit from visit w join region r on r.code = w.village left join slot t on t.id = w.slot_id
   where w.adviser_id = $1 and w.cancelled_at is null and w.ends_at > $2 and w.out_at is null
     and ($3::text is null or w.village = $3)
   order by w.starts_at limit $4`,
)

type Asked = { village?: string | undefined; limit: number }

export const upcoming = async (
  context: Context,
  adviserId: string,
  { village, limit }: Asked,
  now: Instant,
): Promise<Visit[]> =>
  (await context.database.many(ahead, adviserId, now, village ?? null, limit)).map(({ visit }) =>
    visitOf(context, visit, now),
  )

type OwnRow = {
  visit: VisitRow
  starts_at: Instant
  ends_at: Instant
  cancelled_at: Instant | null
  in_at: Instant | null
  out_at: Instant | null
  capacity: number | null
  booked: number
  flags: string[] | null
  ledger_id: string | null
}

const OWN = `select ${VISIT_JSON} as visit, w.starts_at, w.ends_at, w.cancelled_at, w.in_at, w.out_at, t.capacity,
     (select count(*)::int from booking b where b.slot_id = w.slot_id and b.held) as booked,
     l.flags, l.id as ledger_id
   from visit w join region r on r.code = w.village left join slot t on t.id = w.slot_id
     left join ledger_line l on l.source = 'visit/' || w.id`
const between = sql<OwnRow>(
  'visit_between',
  `${OWN} where w.adviser_id = $1 and w.starts_at >= $2 and w.starts_at < $3 order by w.starts_at`,
)
const one = sql<OwnRow>('visit_one', `${OWN} where w.adviser_id = $1 and w.id = $2`)

const STATE_NAME = {
  planned: '已安排',
  begun: '已签到',
  made: '已完成',
  missed: '没有签到',
  cancelled: '已取消',
} as const

function stateOf({ cancelled_at, in_at, out_at, ends_at }: OwnRow, now: Instant): keyof typeof STATE_NAME {
  if (cancelled_at) return 'cancelled'
  if (out_at) return 'made'
  if (in_at) return 'begun'
  return ends_at < now ? 'missed' : 'planned'
}

function shown(context: Context, row: OwnRow, now: Instant): OwnVisit {
  const state = stateOf(row, now)
  return {
    ...visitOf(context, row.visit, now),
    state,
    stateText: STATE_NAME[state],
    capacity: row.capacity ?? 0,
    booked: row.booked,
    checkedInAt: row.in_at,
    checkedOutAt: row.out_at,
    flags: (row.flags ?? []).map((flag) => FLAG_NAME[flag as keyof typeof FLAG_NAME] ?? flag),
    ledgerId: row.ledger_id,
  }
}

/** `from` and `to` inclusive. */
export async function visitsBetween(
  context: Context,
  adviserId: string,
  { from, to }: { from: Day; to: Day },
  now: Instant,
): Promise<OwnVisit[]> {
  const span = [instant(from, '00:00'), instant(addDays(to, 1), '00:00')]
  const rows = await context.database.many(between, adviserId, ...span)
  return rows.map((row) => shown(context, row, now))
}

export async function readVisit(
  context: Context,
  db: Db,
  me: Myself,
  id: string,
  now: Instant,
): Promise<OwnVisit> {
  const row = await db.one(one, me.id, id)
  if (!row) throw new Refusal('not_found')
  return shown(context, row, now)
}

const planned = sql<Planned>(
  'visit_planned',
  `select id, village as "villageCode", starts_at as "startsAt", ends_at as "endsAt" from visit
   where adviser_id = $1 and cancelled_at is null and ends_at > $2`,
)
/** Held until the end, so that nobody books meanwhile. */
const times = sql<OpenTime>(
  'visit_times',
  `select id, starts_at as "startsAt", ends_at as "endsAt", taken from slot
   where desk_id = $1 and channels is null and capacity > 0 and starts_at < $3 and ends_at > $2 order by id for update`,
)
const served = sql('visit_served', `select where ${servesVillage('$1::text', '$2::char(12)', '$3::date')}`)
const dropTimes = sql(
  'visit_drop_times',
  `delete from slot s where s.id = any($1) and not exists (select from booking b where b.slot_id = s.id)`,
)
const shutTimes = sql('visit_shut_times', 'update slot set capacity = 0, shut = true where id = any($1)')
const openSeats = sql<{ id: string }>(
  'visit_seats',
  `insert into slot (id, desk_id, starts_at, ends_at, capacity, channels) values ($1, $2, $3, $4, $5, '{visit}')
   on conflict (desk_id, starts_at) do update
     set ends_at = excluded.ends_at, capacity = excluded.capacity, channels = excluded.channels, shut = false
     where slot.taken = 0 returning id`,
)
const insert = sql(
  'visit_insert',
  `insert into visit (id, adviser_id, village, starts_at, ends_at, place, slot_id, created_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8)`,
)

type By = { accountId: string; now: Instant }

/** Announces a visit; it takes the place of free remote hours at that time. One adviser's calendar is changed by one at a time. */
export function planVisit(
  context: Context,
  plan: VisitPlan,
  ticket: Ticket,
  { accountId, now }: By,
): Promise<OwnVisit> {
  return context.database.inTransaction(async (tx) => {
    const me = await myself(tx, accountId)
    const id = newId()
    const earlier = await before(tx, ticket, id)
    if (earlier) return readVisit(context, tx, me, earlier, now)
    const open = await tx.many(times, me.deskId, plan.startsAt, plan.endsAt)
    await check(tx, me, plan, open, now)
    await makeRoom(tx, displacedBy(plan, open))
    const seats = await tx.one(openSeats, newId(), me.deskId, plan.startsAt, plan.endsAt, plan.capacity)
    if (!seats) throw new Refusal('stale')
    await tx.run(insert, id, me.id, plan.villageCode, plan.startsAt, plan.endsAt, plan.place, seats.id, now)
    return readVisit(context, tx, me, id, now)
  })
}

async function check(tx: Db, me: Myself, plan: VisitPlan, open: OpenTime[], now: Instant) {
  if (!(await tx.run(served, me.id, plan.villageCode, dayOf(plan.startsAt))))
    throw invalid({ villageCode: '这个村不在你服务的村里' })
  const calendar = {
    visits: await tx.many(planned, me.id, now),
    times: open,
    leaves: await leavesOf(tx, me.id, dayOf(now)),
  }
  const objection = objectionTo(plan, calendar, now)
  if (objection) throw new Refusal('not_now', objection, { fields: { startsAt: objection } })
}

async function makeRoom(tx: Db, slotIds: readonly string[]) {
  await tx.run(dropTimes, slotIds)
  await tx.run(shutTimes, slotIds)
}

const lockSeats = sql<{ held: number }>(
  'visit_lock_seats',
  `select (select count(*)::int from booking b where b.slot_id = s.id and b.held) as held
   from slot s where s.id = (select slot_id from visit where id = $1) for update`,
)
const cancel = sql(
  'visit_cancel',
  `update visit set cancelled_at = $3, cancel_reason = $4
   where id = $1 and adviser_id = $2 and cancelled_at is null and in_at is null`,
)
/** The time is free for remote hours again; one that a cancelled booking remembers stays as a row without seats. */
const closeSeats = sql(
  'visit_close_seats',
  `with gone as (update visit set slot_id = null where id = $1 and not exists (select from booking b
     where b.slot_id = visit.slot_id) returning 1)
   update slot set capacity = 0, shut = true where id = (select slot_id from visit where id = $1)`,
)
const dropSeats = sql(
  'visit_drop_seats',
  `delete from slot s where s.desk_id = $1 and s.channels = '{visit}' and s.capacity = 0 and s.starts_at = $2
     and not exists (select from booking b where b.slot_id = s.id)
     and not exists (select from visit w where w.slot_id = s.id)`,
)

const contacts = sql<{ account_id: string; organisation_id: string }>(
  'visit_contacts',
  `select account_id, organisation_id from staff_role
   where role = 'village_contact' and region_code = $1 and ended_at is null order by id`,
)

/** Whoever has booked is not left standing before a closed door. */
export function cancelVisit(
  context: Context,
  upkeep: Upkeep,
  id: string,
  reason: string,
  ticket: Ticket,
  { accountId, now }: By,
): Promise<OwnVisit> {
  return context.database.inTransaction(async (tx) => {
    const me = await myself(tx, accountId)
    const visit = await readVisit(context, tx, me, id, now)
    if (await before(tx, ticket, id)) return visit
    const seats = await tx.one(lockSeats, id)
    if (seats && seats.held > 0)
      throw new Refusal('not_now', `还有 ${seats.held} 人约了这次进村，请先给他们改时间或取消`)
    if (!(await tx.run(cancel, id, me.id, now, reason)))
      throw new Refusal('not_now', '这次进村已经签到或取消，不能再取消')
    await tellOfVisitOff(
      context,
      tx,
      await tx.many(contacts, visit.village.code),
      {
        id,
        startsAt: visit.startsAt,
        place: `${visit.village.name} ${visit.place}`,
        why: reason,
        until: visit.endsAt,
      },
      now,
    )
    await tx.run(closeSeats, id)
    await tx.run(dropSeats, me.deskId, visit.startsAt)
    await upkeep.openSlots(context, tx, me.deskId)
    return readVisit(context, tx, me, id, now)
  })
}
