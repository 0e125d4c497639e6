import type { Slot } from '#contract/hotline'
import { addDays, type Day, type Instant, instant } from '#domain/day'
import type { Channel } from '#domain/hotline'
import { type Db, sql } from '../db/sql.ts'

/** Seats held for somebody whose time is over count as free: the next booking uses them. */
const OVER = (now: string) =>
  `left join (select slot_id, count(*)::int as seats from slot_hold where until <= ${now} group by slot_id) over
     on over.slot_id = s.id`

type Row = {
  id: string
  starts_at: Instant
  ends_at: Instant
  channels: Channel[] | null
  capacity: number
  free: number
}

const between = sql<Row>(
  'slot_between',
  `select s.id, s.starts_at, s.ends_at, s.channels, s.capacity, s.capacity - s.taken + coalesce(over.seats, 0) as free
   from slot s join desk d on d.id = s.desk_id ${OVER('$4')}
   where s.desk_id = $1 and d.active and s.starts_at >= $2 and s.starts_at < $3 order by s.starts_at`,
)

/** Free slots of the desk, then of the other desks of its organisation; the nearest in time first. */
const nearest = sql<Row>(
  'slot_nearest',
  `select s.id, s.starts_at, s.ends_at, s.channels, s.capacity, s.capacity - s.taken + coalesce(over.seats, 0) as free
   from slot s join desk d on d.id = s.desk_id and d.active ${OVER('$4')}
   where s.desk_id = $1 and s.taken - coalesce(over.seats, 0) < s.capacity and s.starts_at >= $2
   order by abs(extract(epoch from s.starts_at - $3::timestamptz)) limit 6`,
)

const shown = (row: Row): Slot => ({
  id: row.id,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  ...(row.channels && { channels: row.channels }),
  capacity: row.capacity,
  free: row.free,
})

/** `from` and `to` inclusive; what has begun is no longer shown. */
export async function slotsBetween(
  db: Db,
  deskId: string,
  { from, to }: { from: Day; to: Day },
  now: Instant,
): Promise<Slot[]> {
  const start = instant(from, '00:00')
  const rows = await db.many(
    between,
    deskId,
    start > now ? start : now,
    instant(addDays(to, 1), '00:00'),
    now,
  )
  return rows.map(shown)
}

export async function nearestFree(
  db: Db,
  { desk_id, starts_at }: { desk_id: string; starts_at: Instant },
  earliest: Instant,
  now: Instant,
): Promise<Slot[]> {
  const rows = await db.many(nearest, desk_id, earliest, starts_at, now)
  return rows.map(shown).sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
}
