import { type Day, dayOf, instant } from '#domain/day'
import type { Context } from '../context.ts'
import { sql } from '../db/sql.ts'
import { writeNotice } from '../outbox/write.ts'

type Full = { desk_id: string; name: string; organisation_id: string; day: Day; account_id: string }

/** Days ahead on which no seat of a desk is left, once for each head who has not heard of it. */
const full = sql<Full>(
  'desk_full_days',
  `select f.desk_id, f.name, f.organisation_id, f.day, r.account_id from (
     select d.id as desk_id, d.name, d.organisation_id, s.starts_at::date as day
     from desk d join slot s on s.desk_id = d.id and s.starts_at >= $1 and s.capacity > 0 and not s.shut
     where d.active group by d.id, d.name, d.organisation_id, 4
     having bool_and(s.taken >= s.capacity) and max(s.starts_at) > $2
   ) f join staff_role r on r.organisation_id = f.organisation_id and r.role = 'hotline_head' and r.ended_at is null
   where not exists (select from notice n where n.key = f.desk_id || '/full/' || f.day || '/' || r.account_id)
   order by f.day, f.desk_id, r.account_id`,
)

/** A head learns that a day is full while hours and seats can still be added. */
export async function tellOfFullDays(context: Context): Promise<void> {
  const { database } = context
  const now = context.now()
  for (const one of await database.many(full, instant(dayOf(now), '00:00'), now))
    await database.inTransaction((tx) =>
      writeNotice(context, tx, {
        accountId: one.account_id,
        caseId: null,
        organisationId: one.organisation_id,
        news: 'day_full',
        facts: { place: one.name, day: one.day },
        key: `${one.desk_id}/full/${one.day}/${one.account_id}`,
        at: now,
        quietly: true,
      }),
    )
}
