import { addDays, dayOf, instant } from '#domain/day'
import type { Context } from '../context.ts'
import { sql } from '../db/sql.ts'

/** What has done its work; a notice of an open case is still part of its story. */
const forget = sql(
  'notice_forget',
  `delete from notice n where n.at < $1 and n.state not in ('waiting', 'on_call_list')
     and not exists (select from case_file c where c.id = n.case_id and c.closed_at is null)`,
)
const forgetWatches = sql('watch_forget', 'delete from slot_watch where ended_at < $1')

/** What nobody needs any more is not kept (PIPL art. 19: the shortest time that the purpose needs). */
export async function forgetOldNotices({ database, env, now }: Context): Promise<void> {
  const before = instant(addDays(dayOf(now()), -env.noticeKeepDays), '00:00')
  await database.run(forget, before)
  await database.run(forgetWatches, before)
}
