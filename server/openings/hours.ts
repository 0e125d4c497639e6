import type { BookedDay, Closure, Opening } from '#contract/opening'
import { dayOf, daysBetween, type Instant } from '#domain/day'
import { isClosed } from '#domain/opening'
import { type Refitted, refit, type StandingSlot } from '#domain/refit'
import { Refusal } from '#domain/refusal'
import { slotsToOpen } from '#domain/slot'
import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'

/** What follows when the hours or seats of a desk have changed, in the same transaction. */
export type Upkeep = {
  /** Opens what the weekly hours say and is not there yet. */
  openSlots(context: Context, tx: Db, deskId: string): Promise<unknown>
  /** Offers what has come free to whoever waits for it. */
  serveWaiting(context: Context, tx: Db, deskId: string): Promise<unknown>
}

/** When a desk is open: what decides about its slots. */
export type Hours = { active: boolean; openings: Opening[]; closures: Closure[] }

/** Columns of `Hours` but for `active`, of the desk `desk` of a statement. */
export const hoursColumns = (desk: string) =>
  `coalesce((select json_agg(json_build_object('weekday', n.weekday, 'from', to_char(n.opens, 'HH24:MI'),
      'to', to_char(n.closes, 'HH24:MI'), 'minutes', n.minutes, 'capacity', n.capacity) order by n.weekday, n.opens)
    from opening n where n.desk_id = ${desk}.id), '[]') as openings,
  coalesce((select json_agg(json_build_object('from', c.from_day, 'to', c.to_day, 'reason', c.reason)
      order by c.from_day)
    from closure c where c.desk_id = ${desk}.id), '[]') as closures`

type SlotRow = {
  id: string
  starts_at: Instant
  ends_at: Instant
  capacity: number
  taken: number
  held: number
  shut: boolean
  own: boolean
}

/** Held until the end of the transaction, so that nobody books meanwhile. In the order in which bookings move. */
const standing = sql<SlotRow>(
  'admin_slots_ahead',
  `select id, starts_at, ends_at, capacity, taken, shut, channels is not null as own,
     (select count(*)::int from slot_hold h where h.slot_id = s.id) as held
   from slot s where desk_id = $1 and starts_at > $2 order by id for update`,
)
/** A slot that a cancelled booking remembers stays as a row without seats. */
const remove = sql(
  'admin_slots_remove',
  `delete from slot s where s.id = any($1) and s.taken = 0
     and not exists (select from booking b where b.slot_id = s.id)`,
)
const exhaust = sql('admin_slots_exhaust', 'update slot set capacity = taken, shut = true where id = any($1)')
/** What was only held there is held no longer: nobody is offered a time that is not kept. */
const letGo = sql(
  'admin_slots_let_go',
  `with gone as (delete from slot_hold where slot_id = any($1) returning slot_id)
   update slot s set taken = taken - n.seats from (select slot_id, count(*) as seats from gone group by 1) n
   where s.id = n.slot_id`,
)
const resize = sql(
  'admin_slots_resize',
  `update slot s set ends_at = n.ends_at, capacity = n.capacity, shut = false,
     freed_at = case when n.capacity > s.capacity then $4 else freed_at end
   from unnest($1::text[], $2::timestamptz[], $3::int[]) as n(id, ends_at, capacity) where s.id = n.id`,
)

const clearOpenings = sql('admin_openings_clear', 'delete from opening where desk_id = $1')
const clearClosures = sql('admin_closures_clear', 'delete from closure where desk_id = $1')
const addOpenings = sql(
  'admin_openings_add',
  `insert into opening (desk_id, weekday, opens, closes, minutes, capacity)
   select $1, * from unnest($2::int[], $3::time[], $4::time[], $5::int[], $6::int[])`,
)
const addClosures = sql(
  'admin_closures_add',
  `insert into closure (desk_id, from_day, to_day, reason)
   select $1, * from unnest($2::date[], $3::date[], $4::text[])`,
)

const asStanding = ({ starts_at, ends_at, ...row }: SlotRow): StandingSlot => ({
  ...row,
  startsAt: starts_at,
  endsAt: ends_at,
})

type At = { context: Context; tx: Db; now: Instant }
type Change = { before: Hours; after: Hours }

/** What changed hours would do to the slots ahead; nothing is changed. */
export async function planRefit(
  { context, tx, now }: At,
  deskId: string,
  { before, after }: Change,
): Promise<Refitted> {
  const slots = (await tx.many(standing, deskId, now)).map(asStanding)
  const last = [now, ...slots.map(({ startsAt }) => startsAt)].sort().at(-1) ?? now
  const span = { first: dayOf(now), days: daysBetween(dayOf(now), dayOf(last)) + 1 }
  const { isPublicHoliday } = context.calendar()
  const planned = ({ active, openings, closures }: Hours) =>
    active ? slotsToOpen(openings, closures, isPublicHoliday, span) : []
  const isShut = ({ active, closures }: Hours, day: string) => !active || isClosed(closures, day)
  return refit(slots, {
    before: planned(before),
    after: planned(after),
    shut: (day) => isShut(after, day) && !isShut(before, day),
  })
}

/** Finds the people whose time is no longer kept another one, before anybody else gets it. */
export type Rehouse = (closed: readonly string[]) => Promise<void>

/**
 * Makes the slots ahead fit the new hours and opens what is missing.
 * @throws Refusal `not_now` with the booked days when a day that shall be shut has bookings and nobody rehouses them
 */
export async function refitSlots(
  at: At,
  upkeep: Upkeep,
  deskId: string,
  change: Change,
  rehouse?: Rehouse,
): Promise<void> {
  const { context, tx, now } = at
  const { after } = change
  const refitted = await planRefit(at, deskId, change)
  if (refitted.booked.length > 0 && !rehouse) throw stillBooked(refitted.booked, after.active)
  await store(tx, refitted, now)
  if (after.active) await upkeep.openSlots(context, tx, deskId)
  await rehouse?.(refitted.close)
  await upkeep.serveWaiting(context, tx, deskId)
}

async function store(tx: Db, { close, resize: sizes }: Refitted, now: Instant) {
  await tx.run(letGo, close)
  await tx.run(remove, close)
  await tx.run(exhaust, close)
  await tx.run(
    resize,
    sizes.map(({ id }) => id),
    sizes.map(({ endsAt }) => endsAt),
    sizes.map(({ capacity }) => capacity),
    now,
  )
}

function stillBooked(booked: readonly BookedDay[], active: boolean): Refusal {
  const count = booked.reduce((sum, { bookings }) => sum + bookings, 0)
  const words = active
    ? `这几天还有 ${count} 个预约。请先让值班人员联系他们改时间，再设停办`
    : `还有 ${count} 个预约没有办完。可以先清空每周时间、不再接新预约，等这些办完或改走后再停用`
  return new Refusal('not_now', words, { bookings: [...booked] })
}

/** Puts new weekly hours and closures in the place of the old ones. */
export async function storeHours(tx: Db, id: string, { openings, closures }: Partial<Hours>): Promise<void> {
  if (openings) {
    await tx.run(clearOpenings, id)
    const column = <Key extends keyof Opening>(key: Key) => openings.map((row) => row[key])
    await tx.run(addOpenings, id, ...(['weekday', 'from', 'to', 'minutes', 'capacity'] as const).map(column))
  }
  if (closures) {
    await tx.run(clearClosures, id)
    const column = <Key extends keyof Closure>(key: Key) => closures.map((row) => row[key])
    await tx.run(addClosures, id, ...(['from', 'to', 'reason'] as const).map(column))
  }
}
