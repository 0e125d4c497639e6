import { addMinutes, type Instant } from '#domain/day'
import type { Channel } from '#domain/hotline'
import { Refusal } from '#domain/refusal'
import { holdAccount } from '../accounts/held.ts'
import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'
import { offerSeat } from './offer.ts'
import { nearestFree } from './slots.ts'

/** A seat in a slot, and whose desk it is. */
export type Seat = {
  desk_id: string
  desk_name: string
  organisation_id: string
  region_code: string
  starts_at: Instant
  ends_at: Instant
  /** The adviser whose desk it is: whoever books there has somebody from the start. */
  adviser_account: string | null
}

/**
 * The only statement that takes a seat: it holds for any number of processes. A seat held for somebody is counted as
 * taken; the person's own one, and those whose time is over, are used again here, so that a dead worker leaks none.
 * The slot is locked before its holds, as everywhere.
 */
const take = sql<Seat & { watch_id: string | null }>(
  'seat_take',
  `with place as (select id from slot where id = $1 for update),
   spare as (delete from slot_hold h using place p
     where h.slot_id = p.id and (h.account_id = $4 or h.until <= $7) returning h.account_id, h.watch_id)
   update slot s set taken = s.taken + 1 - (select count(*) from spare) from desk d
   where s.id = $1 and d.id = s.desk_id and d.active and $2 = any(coalesce(s.channels, d.channels))
     and s.taken - (select count(*) from spare) < s.capacity and s.starts_at >= $3
     and not exists (select from booking b where b.account_id = $4 and b.slot_id = $1 and b.held)
     and (select count(*) from booking b join slot o on o.id = b.slot_id
       where b.account_id = $4 and b.held and b.case_id <> $5 and o.ends_at > $7) < $6
   returning s.desk_id, d.name as desk_name, d.organisation_id, d.region_code, s.starts_at, s.ends_at,
     (select account_id from adviser where id = d.adviser_id) as adviser_account,
     (select max(watch_id) from spare where account_id = $4) as watch_id`,
)

/** A seat in a time that is not kept any more is gone when it comes back. */
const giveBack = sql(
  'seat_give_back',
  `update slot set taken = taken - 1, capacity = capacity - shut::int, freed_at = $2 where id = $1 and taken > 0`,
)

/** Whoever took the seat that was offered waits no longer. */
const served = sql('watch_served', 'update slot_watch set ended_at = $2 where id = $1')

export type Wish = { slotId: string; channel: string; accountId: string; caseId: string; now: Instant }

/** Takes a seat for the case, or says why there is none: the reason, and the nearest free slots when it is `full`. */
export async function takeSeat({ env }: Context, tx: Db, wish: Wish): Promise<Seat> {
  const { slotId, channel, accountId, caseId, now } = wish
  await holdAccount(tx, accountId)
  const earliest = addMinutes(now, env.bookBeforeMinutes)
  const most = env.maxOpenBookings
  const seat = await tx.one(take, slotId, channel, earliest, accountId, caseId, most, now)
  if (!seat) return refuse(env, tx, wish, earliest)
  if (seat.watch_id) await tx.run(served, seat.watch_id, now)
  return seat
}

type Reasons = {
  starts_at: Instant
  desk_id: string
  has_channel: boolean
  active: boolean
  is_full: boolean
  mine: boolean
  open: number
}

const ask = sql<Reasons>(
  'seat_reasons',
  `select s.starts_at, s.desk_id, $2 = any(coalesce(s.channels, d.channels)) as has_channel, d.active, s.taken >= s.capacity as is_full,
     exists (select from booking b where b.account_id = $3 and b.slot_id = $1 and b.held) as mine,
     (select count(*) from booking b join slot o on o.id = b.slot_id
       where b.account_id = $3 and b.held and b.case_id <> $4 and o.ends_at > $5)::int as open
   from slot s join desk d on d.id = s.desk_id where s.id = $1`,
)

async function refuse(env: Context['env'], tx: Db, wish: Wish, earliest: Instant): Promise<never> {
  const found = await tx.one(ask, wish.slotId, wish.channel as Channel, wish.accountId, wish.caseId, wish.now)
  if (!found?.active) throw new Refusal('not_found', '这个时间段已经不开放，请重新选一个')
  if (!found.has_channel)
    throw new Refusal('invalid', '这个岗位不提供这种方式', {
      fields: { channel: '这个岗位不提供这种方式，请换一种' },
    })
  if (found.mine) throw new Refusal('not_now', '这个时间你已经约过了，请另选一个时间')
  if (found.open >= env.maxOpenBookings)
    throw new Refusal('not_now', `最多同时约 ${env.maxOpenBookings} 个时间。可以先取消一个，或直接拨打 12348`)
  if (!found.is_full && found.starts_at < earliest)
    throw new Refusal(
      'not_now',
      `要提前 ${env.bookBeforeMinutes} 分钟预约，请选晚一些的时间；急事请直接拨打 12348`,
    )
  throw new Refusal('full', undefined, { nearest: await nearestFree(tx, found, earliest, wish.now) })
}

/** Gives a seat back; the first who waits for one is offered it in the same transaction. */
export async function returnSeat(context: Context, tx: Db, slotId: string): Promise<void> {
  const now = context.now()
  await tx.run(giveBack, slotId, now)
  await offerSeat(context, tx, slotId, now)
}

const both = sql('seat_both', 'select from slot where id = any($1) order by id for update')

/** Takes the new seat before it gives the old one back. Always in the order person, slots by id: so nobody waits in a circle. */
export async function moveSeat(
  context: Context,
  tx: Db,
  wish: Wish,
  oldSlotId: string | null,
): Promise<Seat> {
  await holdAccount(tx, wish.accountId)
  await tx.run(both, [wish.slotId, oldSlotId])
  const seat = await takeSeat(context, tx, wish)
  if (oldSlotId) await returnSeat(context, tx, oldSlotId)
  return seat
}
