import type { BookedDay, Closure, Opening } from '#contract/admin'
import { dayOf, daysBetween, type Instant } from '#domain/day'
import { isClosed } from '#domain/opening'
import { type Refitted, refit, type StandingSlot } from '#domain/refit'
import { Refusal } from '#domain/refusal'
import { slotsToOpen } from '#domain/slot'
import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'

/** Opens the slots of one desk from its weekly hours, in the transaction that changed them. */
export type OpenSlots = (context: Context, tx: Db, deskId: string) => Promise<unknown>

/** When a desk is open: what decides about its slots. */
export type Hours = { active: boolean; openings: Opening[]; closures: Closure[] }

type SlotRow = { id: string; starts_at: Instant; ends_at: Instant; capacity: number; taken: number }

/** Held until the end of the transaction, so that nobody books meanwhile. In the order in which bookings move. */
const standing = sql<SlotRow>(
  'admin_slots_ahead',
  `select id, starts_at, ends_at, capacity, taken from slot where desk_id = $1 and starts_at > $2
   order by id for update`,
)
/** A slot that a cancelled booking remembers stays as a row without seats. */
const remove = sql(
  'admin_slots_remove',
  `delete from slot s where s.id = any($1) and s.taken = 0
     and not exists (select from booking b where b.slot_id = s.id)`,
)
const exhaust = sql('admin_slots_exhaust', 'update slot set capacity = taken where id = any($1)')
const resize = sql(
  'admin_slots_resize',
  `update slot s set ends_at = n.ends_at, capacity = n.capacity
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

/**
 * Makes the slots ahead fit the new hours and opens what is missing.
 * @throws Refusal `not_now` with the booked days when a day that shall be shut has bookings
 */
export async function refitSlots(
  at: At,
  openSlots: OpenSlots,
  deskId: string,
  change: Change,
): Promise<void> {
  const { context, tx } = at
  const { after } = change
  const refitted = await planRefit(at, deskId, change)
  if (refitted.booked.length > 0) throw stillBooked(refitted.booked, after.active)
  await store(tx, refitted)
  if (after.active) await openSlots(context, tx, deskId)
}

async function store(tx: Db, { close, resize: sizes }: Refitted) {
  await tx.run(remove, close)
  await tx.run(exhaust, close)
  await tx.run(
    resize,
    sizes.map(({ id }) => id),
    sizes.map(({ endsAt }) => endsAt),
    sizes.map(({ capacity }) => capacity),
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
