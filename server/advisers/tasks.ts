import { addDays, addMonths, type Day, dayOf, type Instant, instant } from '#domain/day'
import { spokenPath } from '#domain/region'
import type { Context } from '../context.ts'
import { sql } from '../db/sql.ts'
import { writeNotice } from '../outbox/write.ts'
import { serves, takesPlace } from './sql.ts'

type VisitRow = {
  id: string
  account_id: string
  organisation_id: string
  starts_at: Instant
  place: string
  village: string
}

const tomorrow = sql<VisitRow>(
  'visit_tomorrow',
  `select w.id, a.account_id, a.organisation_id, w.starts_at, w.place, r.name as village
   from visit w join adviser a on a.id = w.adviser_id and ${serves('a')} join region r on r.code = w.village
   where w.cancelled_at is null and w.in_at is null and w.starts_at > $1 and w.starts_at < $2
     and not exists (select from notice n where n.key = 'visit/' || w.id || '/' || w.starts_at::date)`,
)

/** The evening before, whoever visits a village is told; each visit once. */
export async function remindOfVisits(context: Context): Promise<void> {
  const now = context.now()
  const today = dayOf(now)
  const from = now < instant(today, '18:00') ? now : instant(addDays(today, 1), '00:00')
  const until =
    now < instant(today, '18:00') ? instant(addDays(today, 1), '00:00') : instant(addDays(today, 2), '00:00')
  for (const row of await context.database.many(tomorrow, from, until))
    await context.database.inTransaction((tx) =>
      writeNotice(context, tx, {
        accountId: row.account_id,
        caseId: null,
        organisationId: row.organisation_id,
        news: 'visit_tomorrow',
        facts: { startsAt: row.starts_at, place: `${row.village} ${row.place}` },
        key: `visit/${row.id}/${dayOf(row.starts_at)}`,
        at: now,
        until: row.starts_at,
      }),
    )
}

type GapRow = {
  account_id: string
  organisation_id: string
  villages: number
  path: string
  region_code: string
}

/** Officers of a township, and how many of its villages nobody visits this month. */
const gaps = sql<GapRow>(
  'township_gaps',
  `select g.account_id, g.organisation_id, g.region_code, t.path, count(*)::int as villages
   from staff_role g join organisation o on o.id = g.organisation_id and o.active
     join region t on t.code = g.region_code
     join region r on r.parent = g.region_code and r.level = 5 and r.valid_to is null
   where g.role = 'township_officer' and g.ended_at is null
     and not exists (select from visit w where w.village = r.code and ${takesPlace('w', '$3')}
       and w.starts_at >= $1::date and w.starts_at < $2::date)
   group by 1, 2, 3, 4`,
)

/** From this day of the month on it is late for a visit to be arranged. */
const WARN_FROM = 15

/** From the middle of the month on the township hears of villages to which nobody comes; once a week. */
export async function warnOfGaps(context: Context): Promise<void> {
  const now = context.now()
  const today: Day = dayOf(now)
  if (Number(today.slice(8)) < WARN_FROM) return
  const first = `${today.slice(0, 7)}-01`
  const week = Math.floor((Number(today.slice(8)) - WARN_FROM) / 7)
  for (const row of await context.database.many(gaps, first, addMonths(first, 1), now))
    await context.database.inTransaction((tx) =>
      writeNotice(context, tx, {
        accountId: row.account_id,
        caseId: null,
        organisationId: row.organisation_id,
        news: 'village_gap',
        facts: { place: `${spokenPath(row.path)}有 ${row.villages} 个村（社区）` },
        key: `gap/${row.account_id}/${row.region_code}/${first}/${week}`,
        at: now,
      }),
    )
}
