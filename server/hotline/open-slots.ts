import { dayOf } from '#domain/day'
import { type Closure, type Opening, slotsToOpen } from '#domain/slot'
import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'
import { newId } from '../id.ts'

type Desk = { id: string; openings: Opening[]; closures: Closure[] }

const desks = sql<Desk>(
  'desk_hours',
  `select d.id,
     coalesce((select json_agg(json_build_object('weekday', o.weekday, 'from', to_char(o.opens, 'HH24:MI'),
         'to', to_char(o.closes, 'HH24:MI'), 'minutes', o.minutes, 'capacity', o.capacity))
       from opening o where o.desk_id = d.id), '[]') as openings,
     coalesce((select json_agg(json_build_object('from', c.from_day, 'to', c.to_day))
       from closure c where c.desk_id = d.id), '[]') as closures
   from desk d where d.active and ($1::text is null or d.id = $1)`,
)

/**
 * A slot that is there stays as it is: its capacity may have been set by hand. One without seats is in nobody's way.
 * A new one has come free at this moment for whoever waits.
 */
const open = sql(
  'slot_open',
  `insert into slot (id, desk_id, starts_at, ends_at, capacity, freed_at)
   select i, $1, s, e, c, $6 from unnest($2::text[], $3::timestamptz[], $4::timestamptz[], $5::int[]) as new(i, s, e, c)
   where not exists (select from slot o where o.desk_id = $1 and o.starts_at < e and s < o.ends_at
     and o.capacity > 0)
   on conflict (desk_id, starts_at) do nothing`,
)

/** Opens the slots of the coming days from the weekly hours; running it again changes nothing. */
export async function openSlots(
  context: Context,
  db: Db = context.database,
  deskId: string | null = null,
): Promise<number> {
  const span = { first: dayOf(context.now()), days: context.env.slotDaysAhead + 1 }
  const { isPublicHoliday } = context.calendar()
  let opened = 0
  for (const desk of await db.many(desks, deskId)) {
    const slots = slotsToOpen(desk.openings, desk.closures, isPublicHoliday, span)
    opened += await db.run(
      open,
      desk.id,
      slots.map(() => newId()),
      slots.map(({ startsAt }) => startsAt),
      slots.map(({ endsAt }) => endsAt),
      slots.map(({ capacity }) => capacity),
      context.now(),
    )
  }
  return opened
}
