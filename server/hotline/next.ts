import type { takeNext as takeNextCall } from '#contract/desk'
import type { Body } from '#contract/endpoint'
import { organisationsOf } from '#domain/actor'
import type { Instant } from '#domain/day'
import { hotline } from '#domain/hotline'
import { statusesWith } from '#domain/procedure'
import type { Casework } from '../cases/casework.ts'
import { type By, claimFirst } from '../cases/claim-first.ts'
import type { Viewer } from '../cases/present.ts'
import { sql } from '../db/sql.ts'

const OPEN = `c.kind = 'hotline' and c.closed_at is null and c.organisation_id = any($1) and c.status = any($2)
  and c.applicant_id <> $5 and ($3::text is null or not exists (select from booking b join slot s on s.id = b.slot_id
    where b.case_id = c.id and s.desk_id <> $3)) and ($6::text is null or c.channel = $6)`

/** What somebody else is just taking is passed over, so that two at once get two. */
const due = sql<{ id: string; version: number }>(
  'desk_next',
  `select c.id, c.version from case_file c
   where ${OPEN} and coalesce(c.retry_at, c.starts_at) <= $4
   order by c.urgent desc, coalesce(c.retry_at, c.starts_at), c.id limit 1 for update skip locked`,
)
const following = sql<{ at: Instant | null }>(
  'desk_following',
  `select min(coalesce(c.retry_at, c.starts_at)) as at from case_file c
   where ${OPEN} and coalesce(c.retry_at, c.starts_at) > $4`,
)

const CLAIMABLE = statusesWith(hotline, 'claim')

/** Of my desks, or of one of them; by one way of talking, or by any. */
type Choice = Body<typeof takeNextCall>

const scopeOf = ({ caller, now }: Viewer, { deskId, channel }: Choice) =>
  [
    organisationsOf(caller, hotline.takenBy.claim),
    CLAIMABLE,
    deskId ?? null,
    now,
    caller.accountId,
    channel ?? null,
  ] as const

/** Claims what is due first and gives its id; null when nothing is due. */
export const takeNext = (work: Casework, choice: Choice, by: By): Promise<string | null> =>
  claimFirst(work, by, (tx) => tx.one(due, ...scopeOf(by, choice)))

/** When the next call begins. */
export async function nextAt({ context }: Casework, choice: Choice, by: Viewer): Promise<Instant | null> {
  return (await context.database.one(following, ...scopeOf(by, choice)))?.at ?? null
}
