import { addMinutes, dayOf, type Instant } from '#domain/day'
import { quietUntil } from '#domain/notice'
import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'
import { writeNotice } from '../outbox/write.ts'

type Offer = {
  watch_id: string
  account_id: string
  offers: number
  starts_at: Instant
  organisation_id: string
  desk_id: string
  desk_name: string
}

/**
 * Holds a free seat for the first who waits for one, at most three times and once a day. The hold is counted in
 * `taken`, so that nobody else gets the seat. Nothing happens when there is no seat or nobody waits.
 */
const offer = sql<Offer>(
  'seat_offer',
  `with place as (
     select s.id, s.desk_id, s.starts_at, s.freed_at, d.organisation_id, d.name
     from slot s join desk d on d.id = s.desk_id and d.active
     where s.id = $1 and s.taken < s.capacity and s.freed_at is not null and s.starts_at >= $2 for update of s
   ), first as (
     select w.id, w.account_id from slot_watch w
       join place p on p.desk_id = w.desk_id join account a on a.id = w.account_id and a.cancelled_at is null
     where w.ended_at is null and w.created_at <= p.freed_at and w.before_at >= p.starts_at
       and not exists (select from slot_watch o
         where o.account_id = w.account_id and o.offered_on >= $3::date)
       and not exists (select from slot_hold h where h.slot_id = p.id and h.account_id = w.account_id)
       and not exists (select from booking b join slot o on o.id = b.slot_id
         where b.account_id = w.account_id and b.held and o.desk_id = p.desk_id and o.ends_at > $6
           and o.starts_at <= p.starts_at)
     order by w.created_at, w.id limit 1 for update of w skip locked
   ), held as (
     insert into slot_hold (slot_id, account_id, watch_id, until) select p.id, f.account_id, f.id, $4 from place p, first f
     returning slot_id
   ), counted as (
     update slot s set taken = s.taken + 1 from held h where s.id = h.slot_id
   )
   update slot_watch w set offers = w.offers + 1, offered_on = $3::date,
     ended_at = case when w.offers + 1 >= $5 then $6::timestamptz end
   from first f, place p where w.id = f.id
   returning w.id as watch_id, w.account_id, w.offers, p.starts_at, p.organisation_id, p.desk_id,
     p.name as desk_name`,
)

/** How often somebody is told of a time that has come free. */
export const MOST_OFFERS = 3

/** In the transaction in which the seat came free. In the quiet hours nobody is woken: the seat is free for all. */
export async function offerSeat(context: Context, tx: Db, slotId: string, now: Instant): Promise<boolean> {
  const { env } = context
  if (quietUntil(now, env.quietHours)) return false
  const until = addMinutes(now, env.seatHoldMinutes)
  const earliest = addMinutes(until, env.bookBeforeMinutes)
  const found = await tx.one(offer, slotId, earliest, dayOf(now), until, MOST_OFFERS, now)
  if (!found) return false
  await writeNotice(context, tx, {
    accountId: found.account_id,
    caseId: null,
    organisationId: found.organisation_id,
    news: 'earlier_slot',
    facts: { slotId, deskId: found.desk_id, startsAt: found.starts_at, until, place: found.desk_name },
    key: `${found.watch_id}/${found.offers}`,
    at: now,
    until,
  })
  return true
}

/** Seats whose time of holding is over come back. */
const release = sql(
  'seat_release',
  `with place as (select id from slot where id = $1 for update),
   gone as (delete from slot_hold h using place p where h.slot_id = p.id and h.until <= $2 returning 1)
   update slot set taken = taken - (select count(*) from gone), freed_at = $2
   where id = $1 and exists (select from gone)`,
)

const freedAt = sql<{ id: string }>(
  'seat_freed_at',
  `select s.id from slot s where s.desk_id = $1 and s.starts_at > $2 and s.taken < s.capacity
     and exists (select from slot_watch w where w.desk_id = s.desk_id and w.ended_at is null
       and s.starts_at <= w.before_at and s.freed_at >= w.created_at)
   order by s.starts_at`,
)

/** At one desk, in the transaction in which it got more seats. */
export async function serveWaiting(context: Context, tx: Db, deskId: string): Promise<void> {
  const now = context.now()
  for (const { id } of await tx.many(freedAt, deskId, now)) while (await offerSeat(context, tx, id, now));
}

/** Where a hold is over, or where a seat came free while nobody was to be woken. */
const freed = sql<{ id: string }>(
  'seat_freed',
  `select slot_id as id from slot_hold where until <= $1
   union select s.id from slot_watch w join slot s on s.desk_id = w.desk_id
     and s.starts_at > $1 and s.starts_at <= w.before_at and s.freed_at >= w.created_at and s.taken < s.capacity
   where w.ended_at is null`,
)
/** Nobody waits for what has begun. */
const endWatches = sql(
  'watch_over',
  'update slot_watch set ended_at = $1 where ended_at is null and before_at <= $1',
)

/** Offers what is free to whoever waits: one slot after the other, each in a transaction of its own. */
export async function offerFreed(context: Context): Promise<void> {
  const now = context.now()
  await context.database.run(endWatches, now)
  for (const { id } of await context.database.many(freed, now))
    await context.database.inTransaction(async (tx) => {
      await tx.run(release, id, now)
      while (await offerSeat(context, tx, id, now));
    })
}
