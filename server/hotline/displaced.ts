import { addMinutes, type Instant } from '#domain/day'
import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'
import { writeNotice } from '../outbox/write.ts'

type Hit = {
  id: string
  number: string
  unproven: boolean
  applicant_id: string
  organisation_id: string
  channel: string
  starts_at: Instant
}
type Seat = { id: string; desk_id: string; starts_at: Instant; until: Instant; desk_name: string }

/** Of the desk, before its slots are locked: whoever moves a booking locks in the same order. */
const lockCases = sql(
  'displaced_lock',
  `select from case_file c join booking b on b.case_id = c.id and b.held join slot s on s.id = b.slot_id
   where s.desk_id = $1 and s.starts_at > $2 order by c.id for update of c`,
)
/** Booked in a time that is closed, or waiting to answer while the seat that was held for them has gone as well. */
const hit = sql<Hit>(
  'displaced_hit',
  `select c.id, c.number, c.unproven, c.applicant_id, c.organisation_id, c.channel, c.starts_at
   from case_file c join booking b on b.case_id = c.id and b.held
     left join displaced d on d.case_id = c.id and d.was = c.starts_at
   where c.closed_at is null and c.starts_at > $2 and (b.slot_id = any($1)
     or c.organisation_id = (select organisation_id from desk where id = $3) and d.called_at is null
       and d.case_id is not null and not exists (select from slot_hold h
         where h.slot_id = d.slot_id and h.account_id = c.applicant_id))
   order by c.starts_at, c.id`,
)
/**
 * Holds the free seat nearest in time, at a desk of the same office that talks in the same way; who comes in person
 * comes to the same place. What somebody else is just taking is passed over.
 */
const hold = sql<Seat>(
  'displaced_hold',
  `with place as (
     select s.id, s.starts_at, d.name, d.id as desk_id from slot s join desk d on d.id = s.desk_id and d.active
     where d.organisation_id = $1 and $2 = any(d.channels) and s.taken < s.capacity and not s.shut and s.starts_at > $3
       and not exists (select from booking b where b.account_id = $4 and b.slot_id = s.id and b.held)
       and not exists (select from slot_hold h where h.account_id = $4 and h.slot_id = s.id)
     order by $2 = 'visit' and d.id <> $7, abs(extract(epoch from s.starts_at - $5::timestamptz)), d.id <> $7, s.id
     limit 1 for update of s skip locked
   ), held as (
     insert into slot_hold (slot_id, account_id, until)
     select id, $4, least($6::timestamptz, starts_at - $8 * interval '1 minute') from place returning slot_id, until
   )
   update slot s set taken = s.taken + 1 from held h, place p where s.id = h.slot_id and p.id = s.id
   returning s.id, s.starts_at, h.until, p.desk_id, p.name as desk_name`,
)
const keep = sql(
  'displaced_keep',
  `insert into displaced (case_id, was, slot_id, until, called_at) values ($1, $2, $3, $4, null)
   on conflict (case_id) do update
     set was = excluded.was, slot_id = excluded.slot_id, until = excluded.until, called_at = null`,
)

/** Their time was taken out of the hours and has come back before they chose another. */
const back = sql<Hit>(
  'displaced_back',
  `select c.id, c.number, c.unproven, c.applicant_id, c.organisation_id, c.channel, c.starts_at
   from displaced d join case_file c on c.id = d.case_id and c.closed_at is null and c.starts_at = d.was
     join booking b on b.case_id = c.id and b.held join slot s on s.id = b.slot_id and not s.shut
   where s.desk_id = $1 and c.starts_at > $2 order by c.id`,
)

export const lockBookedAt = (tx: Db, deskId: string, now: Instant) => tx.run(lockCases, deskId, now)

type At = { context: Context; tx: Db; now: Instant }

/** Whose time is kept after all hears of it, and needs no other seat. */
export async function putBack({ context, tx, now }: At, deskId: string): Promise<void> {
  for (const one of await tx.many(back, deskId, now)) {
    await settleDisplaced(tx, one, now)
    await writeNotice(context, tx, {
      accountId: one.applicant_id,
      caseId: one.id,
      organisationId: one.organisation_id,
      news: 'time_back',
      facts: factsOf(one, undefined),
      key: `${one.id}/time_back/${one.starts_at}/${now}`,
      at: now,
      until: one.starts_at,
    })
  }
}

/** Whose time is no longer kept is offered the nearest one first; nobody is dropped silently (HL-8). */
export async function rehouse(at: At, deskId: string, closed: readonly string[]): Promise<void> {
  for (const one of await at.tx.many(hit, closed, at.now, deskId)) await offerAnother(at, deskId, one)
}

async function offerAnother({ context, tx, now }: At, deskId: string, one: Hit): Promise<void> {
  const { env } = context
  const { id, applicant_id, organisation_id, channel, starts_at: was } = one
  const holdUntil = addMinutes(now, env.movedHoldMinutes)
  const earliest = addMinutes(now, env.bookBeforeMinutes)
  const wish = [organisation_id, channel, earliest, applicant_id, was, holdUntil, deskId]
  const seat = await tx.one(hold, ...wish, env.bookBeforeMinutes)
  const until = [seat?.until ?? holdUntil, addMinutes(was, -env.changeBeforeMinutes)].sort()[0] ?? now
  await tx.run(keep, id, was, seat?.id ?? null, until)
  if (until <= now) return
  await writeNotice(context, tx, {
    accountId: applicant_id,
    caseId: id,
    organisationId: organisation_id,
    news: 'time_lost',
    facts: factsOf(one, seat),
    key: `${id}/time_lost/${was}/${seat?.id ?? 'none'}/${now}`,
    at: now,
    until,
  })
}

const factsOf = ({ number, unproven, starts_at: was }: Hit, seat: Seat | undefined) => ({
  ...(!unproven && { number }),
  was,
  ...(seat && {
    slotId: seat.id,
    deskId: seat.desk_id,
    startsAt: seat.starts_at,
    until: seat.until,
    place: seat.desk_name,
  }),
})

/** Whoever has chosen, or has cancelled, needs the held seat no longer: the next booking may use it. */
const settle = sql(
  'displaced_settle',
  `with gone as (delete from displaced where case_id = $1 returning slot_id)
   update slot_hold h set until = $3 from gone g where h.slot_id = g.slot_id and h.account_id = $2 and h.until > $3`,
)

export const settleDisplaced = (tx: Db, row: { id: string; applicant_id: string }, now: Instant) =>
  tx.run(settle, row.id, row.applicant_id, now)

type Silent = Hit & {
  slot_id: string | null
  slot_starts_at: Instant | null
  until: Instant | null
  desk_id: string | null
  place: string | null
}

/** Who has neither taken the seat nor chosen another when the time to answer is over. */
const silent = sql<Silent>(
  'displaced_silent',
  `select c.id, c.number, c.unproven, c.applicant_id, c.organisation_id, c.channel, c.starts_at, h.slot_id,
     h.until, s.starts_at as slot_starts_at, k.id as desk_id, k.name as place
   from displaced d join case_file c on c.id = d.case_id and c.closed_at is null and c.starts_at = d.was
     left join slot_hold h on h.slot_id = d.slot_id and h.account_id = c.applicant_id and h.until > $1
     left join slot s on s.id = h.slot_id left join desk k on k.id = s.desk_id
   where d.called_at is null and d.until <= $1 order by d.was, c.id`,
)
const called = sql(
  'displaced_called',
  'update displaced set called_at = $2 where case_id = $1 and called_at is null',
)
const over = sql(
  'displaced_over',
  `delete from displaced d using case_file c
   where c.id = d.case_id and (c.closed_at is not null or c.starts_at is distinct from d.was)`,
)

/** They are telephoned: one line each on the list of the operators. */
export async function callDisplaced(context: Context): Promise<void> {
  const { database } = context
  const now = context.now()
  await database.run(over)
  for (const one of await database.many(silent, now))
    await database.inTransaction(async (tx) => {
      if (!(await tx.run(called, one.id, now))) return
      await writeNotice(context, tx, {
        accountId: one.applicant_id,
        caseId: one.id,
        organisationId: one.organisation_id,
        news: 'time_call',
        facts: factsOf(one, heldSeat(one)),
        key: `${one.id}/time_call/${one.starts_at}/${now}`,
        at: now,
        until: one.starts_at > now ? one.starts_at : undefined,
      })
    })
}

const heldSeat = ({ slot_id, slot_starts_at, until, desk_id, place }: Silent): Seat | undefined =>
  slot_id && slot_starts_at && until && desk_id && place
    ? { id: slot_id, desk_id, starts_at: slot_starts_at, until, desk_name: place }
    : undefined
