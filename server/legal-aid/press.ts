import { ADVANCE_DAYS } from '#domain/aid-check'
import { addDays, dayOf } from '#domain/day'
import { URGENT_FIRST } from '../cases/order.ts'
import type { Context } from '../context.ts'
import { sql } from '../db/sql.ts'

/** The last application counts: what was filled in later says the day anew. */
const press = sql(
  'aid_press',
  `update case_file c set urgent = true, desk_order = desk_order - $2
   where c.kind = 'legal_aid' and c.closed_at is null and not c.urgent
     and exists (select from case_event e where e.case_id = c.id
       and e.action in ('open', 'complete_application') and e.facts->>'deadlineOn' <= $1)`,
)

/** LP-18: a day that was far away when the application came is near now. */
export const pressUrgent = ({ database, now }: Context): Promise<number> =>
  database.run(press, addDays(dayOf(now()), ADVANCE_DAYS - 1), URGENT_FIRST)
