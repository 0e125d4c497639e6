import type { Instant } from '#domain/day'
import { hotline } from '#domain/hotline'
import { inquiry } from '#domain/inquiry'
import { statusesWith } from '#domain/procedure'
import { Refusal } from '#domain/refusal'
import type { Casework } from '../cases/casework.ts'
import { takeByOffice } from '../cases/lapse.ts'
import { type Db, sql } from '../db/sql.ts'
import { cancelOrphans } from './orphans.ts'
import { holds, serves } from './sql.ts'

/** A desk of an adviser is open as long as they serve. */
const keepDesks = sql(
  'adviser_desks_keep',
  `update desk d set active = not d.active from adviser a where a.id = d.adviser_id and d.active <> (${serves('a')})`,
)

/** Questions of which whoever has them serves no more where they are. */
const questions = sql<{ id: string }>(
  'leaver_questions',
  `select c.id from case_file c
   where c.kind = 'inquiry' and c.closed_at is null and c.status = any($1) and c.handler_id is not null
     and not ${holds('c.handler_id', 'c.organisation_id', 'g.role = any($2)')}
   order by c.id`,
)
const bookings = sql<{ id: string }>(
  'leaver_bookings',
  `select c.id from adviser a join case_file c on c.handler_id = a.account_id and c.organisation_id = a.organisation_id
   where c.kind = 'hotline' and c.closed_at is null and c.status = any($1) and not (${serves('a')})
     and exists (select from booking b join slot s on s.id = b.slot_id join desk d on d.id = s.desk_id
       where b.case_id = c.id and d.adviser_id = a.id)
   order by c.id`,
)

const ANSWERING = [...inquiry.readBy, ...(inquiry.handledBy ?? [])]

/** What somebody who serves no more has left behind goes on: their times close, what is with them goes to others. */
export async function handOnOfLeavers(work: Casework): Promise<void> {
  const { database, now } = work.context
  await database.run(keepDesks)
  await database.inTransaction((tx) => cancelOrphans(work, tx, null, now()))
  const asked = await database.many(questions, statusesWith(inquiry, 'pass_on'), ANSWERING)
  const booked = await database.many(bookings, statusesWith(hotline, 'pass_on'))
  for (const { id } of [...asked, ...booked]) await passOn(work, id, now())
}

const passOn = ({ context, ...rest }: Casework, id: string, now: Instant): Promise<void> =>
  context.database
    .inTransaction((tx: Db) => takeByOffice({ context, ...rest }, tx, { id, action: 'pass_on', now }))
    .catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error
      context.log.warn({ case: id, code: error.code }, 'what a leaver had could not be passed on')
    })
