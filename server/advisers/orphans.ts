import type { Instant } from '#domain/day'
import type { Casework } from '../cases/casework.ts'
import { takeByOffice } from '../cases/lapse.ts'
import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'
import { serves, servesVillage } from './sql.ts'
import { tellOfVisitOff } from './visit-off.ts'

type Orphan = {
  id: string
  slot_id: string | null
  starts_at: Instant
  place: string
  village: string
  village_name: string
}

/** Announced visits of which the adviser serves no more, or not that village on that day. */
const orphans = sql<Orphan>(
  'visit_orphans',
  `select w.id, w.slot_id, w.starts_at, w.place, w.village, r.name as village_name
   from visit w join adviser a on a.id = w.adviser_id join region r on r.code = w.village
   where w.cancelled_at is null and w.in_at is null and w.ends_at > $1 and ($2::text[] is null or w.village = any($2))
     and not (${serves('a')} and ${servesVillage('w.adviser_id', 'w.village', 'w.starts_at::date')})
   order by w.id for update of w`,
)
const cancel = sql(
  'visit_orphan_cancel',
  `update visit set cancelled_at = $2, cancel_reason = '换了法律顾问' where id = $1`,
)
/** Cases before slots, as everywhere; who books meanwhile is found once the slot is shut. */
const bookedIn = sql<{ id: string }>(
  'visit_orphan_booked',
  `select c.id from booking b join case_file c on c.id = b.case_id and c.closed_at is null
   where b.slot_id = $1 and b.held order by c.id for update of c`,
)
const shut = sql('visit_orphan_shut', 'update slot set capacity = taken, shut = true where id = $1')
/** A slot that no booking remembers can go with the next change of the hours. */
const letGo = sql(
  'visit_orphan_let_go',
  `update visit w set slot_id = null where id = $1 and not exists (select from booking b where b.slot_id = w.slot_id)`,
)
const told = sql<{ account_id: string; organisation_id: string }>(
  'visit_orphan_told',
  `select distinct g.account_id, g.organisation_id from staff_role g join organisation o on o.id = g.organisation_id and o.active
   where g.ended_at is null and (g.role = 'village_contact' and g.region_code = $1
     or g.role = 'township_officer' and g.region_code = rpad(left($1, 9), 12, '0'))`,
)

/** Nobody waits in a village for somebody who does not come: the bookings go to the hotline, the village is told. */
export async function cancelOrphans(
  work: Casework,
  tx: Db,
  villages: readonly string[] | null,
  now: Instant,
): Promise<void> {
  for (const visit of await tx.many(orphans, now, villages)) {
    await tx.run(cancel, visit.id, now)
    if (visit.slot_id) await giveUpBookings(work, tx, visit.slot_id, now)
    await tx.run(letGo, visit.id)
    await tellVillage(work.context, tx, visit, now)
  }
}

async function giveUpBookings(work: Casework, tx: Db, slotId: string, now: Instant): Promise<void> {
  await tx.many(bookedIn, slotId)
  await tx.run(shut, slotId)
  for (const { id } of await tx.many(bookedIn, slotId))
    await takeByOffice(work, tx, { id, action: 'pass_on', now })
}

async function tellVillage(context: Context, tx: Db, visit: Orphan, now: Instant): Promise<void> {
  const { id, starts_at: startsAt, village, village_name, place } = visit
  const off = { id, startsAt, place: `${village_name} ${place}`, why: '换了法律顾问', until: startsAt }
  await tellOfVisitOff(context, tx, await tx.many(told, village), off, now)
}
