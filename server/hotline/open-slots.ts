import { dayOf, type Instant } from '#domain/day'
import { type Closure, type NewSlot, type Opening, slotsToOpen } from '#domain/slot'
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
   select i, d, s, e, c, $6
   from unnest($1::text[], $2::text[], $3::timestamptz[], $4::timestamptz[], $5::int[]) as new(i, d, s, e, c)
   where not exists (select from slot o where o.desk_id = d and o.starts_at < e and s < o.ends_at
     and o.starts_at > s - interval '1 day' and o.capacity > 0)
   on conflict (desk_id, starts_at) do nothing`,
)

/** As many at once: a county has a hundred desks. */
const AT_ONCE = 5000

/** Opens the slots of the coming days from the weekly hours; running it again changes nothing. */
export async function openSlots(
  context: Context,
  db: Db = context.database,
  deskId: string | null = null,
): Promise<number> {
  const span = { first: dayOf(context.now()), days: context.env.slotDaysAhead + 1 }
  const { isPublicHoliday } = context.calendar()
  const slots = (await db.many(desks, deskId)).flatMap(({ id, openings, closures }) =>
    slotsToOpen(openings, closures, isPublicHoliday, span).map((slot) => ({ ...slot, deskId: id })),
  )
  let opened = 0
  for (let from = 0; from < slots.length; from += AT_ONCE)
    opened += await openThese(db, slots.slice(from, from + AT_ONCE), context.now())
  return opened
}

const openThese = (db: Db, slots: readonly (NewSlot & { deskId: string })[], now: Instant): Promise<number> =>
  db.run(
    open,
    slots.map(() => newId()),
    slots.map(({ deskId }) => deskId),
    slots.map(({ startsAt }) => startsAt),
    slots.map(({ endsAt }) => endsAt),
    slots.map(({ capacity }) => capacity),
    now,
  )
