import type { Load } from '#contract/desk'
import { organisationsOf } from '#domain/actor'
import { addDays, type Day, instant } from '#domain/day'
import type { Casework } from '../cases/casework.ts'
import type { Viewer } from '../cases/present.ts'
import { sql } from '../db/sql.ts'
import { HEAD } from './head.ts'

type Row = Omit<Load, 'deskId' | 'deskName'> & { desk_id: string; desk_name: string }

const load = sql<Row>(
  'desk_load',
  `select d.id as desk_id, d.name as desk_name, s.starts_at::date as day,
     extract(hour from s.starts_at)::int as hour, sum(s.capacity)::int as capacity, sum(s.taken)::int as taken
   from slot s join desk d on d.id = s.desk_id
   where d.organisation_id = any($1) and ($2::text is null or d.id = $2) and s.starts_at >= $3 and s.starts_at < $4
   group by d.id, d.name, 3, 4 order by d.name, d.id, 3, 4`,
)

type Asked = { from: Day; to: Day; deskId?: string | undefined }

/** Seats and how many are taken, by day and hour; `from` and `to` inclusive. */
export async function loadOf(
  { context }: Casework,
  { from, to, deskId }: Asked,
  { caller }: Pick<Viewer, 'caller'>,
): Promise<Load[]> {
  const span = [instant(from, '00:00'), instant(addDays(to, 1), '00:00')]
  const rows = await context.database.many(load, organisationsOf(caller, HEAD), deskId ?? null, ...span)
  return rows.map(({ desk_id, desk_name, ...row }) => ({ deskId: desk_id, deskName: desk_name, ...row }))
}
