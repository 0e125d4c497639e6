import type { AdminAct, AdminChange } from '#contract/admin'
import type { Instant } from '#domain/day'
import { maskName } from '#domain/mask'
import { Refusal } from '#domain/refusal'
import { sql } from '../db/sql.ts'
import { cut, type Page } from '../http/page.ts'
import type { Caller, Office } from './office.ts'
import { nameOf, type Sealed } from './person.ts'
import { placesOf } from './scope.ts'

type Row = { id: string; at: Instant; what: AdminAct; subject: string; label: string } & Sealed

const latest = sql<Row>(
  'admin_change_latest',
  `select c.id, c.at, c.what, c.subject, c.label, a.id as account_id, a.data_key, a.name
   from admin_change c join account a on a.id = c.by_id
   where c.region_code like any($1) and ($2::text is null or c.id < $2)
   order by c.id desc limit $3`,
)

export async function listChanges(
  { context }: Office,
  caller: Caller,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Page<AdminChange>> {
  if (cursor !== undefined && !/^\w{1,64}$/.test(cursor)) throw new Refusal('malformed')
  const rows = await context.database.many(latest, placesOf(caller), cursor ?? null, limit + 1)
  const { items, next } = cut(rows, limit, ({ id }) => id)
  return { items: items.map((row) => shown(row, nameOf(context, row))), next }
}

const shown = ({ id, at, what, subject, label }: Row, name: string | null): AdminChange => ({
  id,
  at,
  what,
  by: name ? maskName(name) : '管理员',
  subjectId: subject,
  subject: label,
})
