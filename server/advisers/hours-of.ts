import type { RemoteHours } from '#contract/adviser'
import type { Instant } from '#domain/day'
import { openingProblems } from '#domain/opening'
import { invalid } from '#domain/refusal'
import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'
import { type Hours, refitSlots, storeHours, type Upkeep } from '../openings/hours.ts'
import { myself } from './myself.ts'

const find = sql<Hours>(
  'adviser_hours',
  `select d.active,
     coalesce((select json_agg(json_build_object('weekday', o.weekday, 'from', to_char(o.opens, 'HH24:MI'),
         'to', to_char(o.closes, 'HH24:MI'), 'minutes', o.minutes, 'capacity', o.capacity) order by o.weekday, o.opens)
       from opening o where o.desk_id = d.id), '[]') as openings,
     coalesce((select json_agg(json_build_object('from', c.from_day, 'to', c.to_day, 'reason', c.reason))
       from closure c where c.desk_id = d.id), '[]') as closures
   from desk d where d.id = $1`,
)

export const hoursOf = async (tx: Db, deskId: string): Promise<Hours> =>
  (await tx.one(find, deskId)) ?? { active: true, openings: [], closures: [] }

/** One person at a time, half an hour each. */
const EACH = { minutes: 30, capacity: 1 }

/** Weekly hours of remote advice; times that are booked stay as they were promised. */
export function changeRemoteHours(
  context: Context,
  upkeep: Upkeep,
  hours: readonly RemoteHours[],
  { accountId, now }: { accountId: string; now: Instant },
): Promise<RemoteHours[]> {
  const openings = hours.map((one) => ({ ...one, ...EACH }))
  const problems = openingProblems(openings)
  if (Object.keys(problems).length > 0)
    throw invalid(
      Object.fromEntries(
        Object.entries(problems).map(([field, words]) => [field.replace('openings', 'hours'), words]),
      ),
    )
  return context.database.inTransaction(async (tx) => {
    const me = await myself(tx, accountId)
    const was = await hoursOf(tx, me.deskId)
    await storeHours(tx, me.deskId, { openings })
    await refitSlots({ context, tx, now }, upkeep, me.deskId, { before: was, after: { ...was, openings } })
    return (await hoursOf(tx, me.deskId)).openings.map(({ weekday, from, to }) => ({ weekday, from, to }))
  })
}
