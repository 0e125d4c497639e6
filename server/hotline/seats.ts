import { addMinutes, type Instant } from '#domain/day'
import type { Channel } from '#domain/hotline'
import { Refusal } from '#domain/refusal'
import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'
import { nearestFree } from './slots.ts'

/** A seat in a slot, and whose desk it is. */
export type Seat = {
  desk_id: string
  desk_name: string
  organisation_id: string
  region_code: string
  starts_at: Instant
  ends_at: Instant
}

/** One person's bookings one after the other, so that two at once cannot both be the third. */
const queue = sql('booking_queue', 'select from account where id = $1 for no key update')

/** The only statement that takes a seat: it holds for any number of processes. */
const take = sql<Seat>(
  'seat_take',
  `update slot s set taken = s.taken + 1 from desk d
   where s.id = $1 and d.id = s.desk_id and d.active and $2 = any(d.channels)
     and s.taken < s.capacity and s.starts_at >= $3
     and not exists (select from booking b where b.account_id = $4 and b.slot_id = $1 and b.held)
     and (select count(*) from booking b where b.account_id = $4 and b.held and b.case_id <> $5) < $6
   returning s.desk_id, d.name as desk_name, d.organisation_id, d.region_code, s.starts_at, s.ends_at`,
)

const giveBack = sql('seat_give_back', 'update slot set taken = taken - 1 where id = $1 and taken > 0')

export type Wish = { slotId: string; channel: string; accountId: string; caseId: string; now: Instant }

/** Takes a seat for the case, or says why there is none: the reason, and the nearest free slots when it is `full`. */
export async function takeSeat({ env }: Context, tx: Db, wish: Wish): Promise<Seat> {
  const { slotId, channel, accountId, caseId, now } = wish
  await tx.run(queue, accountId)
  const earliest = addMinutes(now, env.bookBeforeMinutes)
  const seat = await tx.one(take, slotId, channel, earliest, accountId, caseId, env.maxOpenBookings)
  return seat ?? (await refuse(env, tx, wish, earliest))
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
  `select s.starts_at, s.desk_id, $2 = any(d.channels) as has_channel, d.active, s.taken >= s.capacity as is_full,
     exists (select from booking b where b.account_id = $3 and b.slot_id = $1 and b.held) as mine,
     (select count(*) from booking b where b.account_id = $3 and b.held and b.case_id <> $4)::int as open
   from slot s join desk d on d.id = s.desk_id where s.id = $1`,
)

async function refuse(env: Context['env'], tx: Db, wish: Wish, earliest: Instant): Promise<never> {
  const found = await tx.one(ask, wish.slotId, wish.channel as Channel, wish.accountId, wish.caseId)
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
  throw new Refusal('full', undefined, { nearest: await nearestFree(tx, found, earliest) })
}

export const returnSeat = async (tx: Db, slotId: string): Promise<void> => {
  await tx.run(giveBack, slotId)
}

const both = sql('seat_both', 'select from slot where id = any($1) order by id for update')

/** Takes the new seat before it gives the old one back. Always in the order person, slots by id: so nobody waits in a circle. */
export async function moveSeat(
  context: Context,
  tx: Db,
  wish: Wish,
  oldSlotId: string | null,
): Promise<Seat> {
  await tx.run(queue, wish.accountId)
  await tx.run(both, [wish.slotId, oldSlotId])
  const seat = await takeSeat(context, tx, wish)
  if (oldSlotId) await returnSeat(tx, oldSlotId)
  return seat
}
