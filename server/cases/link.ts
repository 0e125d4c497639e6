import { mayRead } from '#domain/procedure'
import { Refusal } from '#domain/refusal'
import { type Db, sql } from '../db/sql.ts'
import type { Caller } from '../session/authenticate.ts'
import { type Casework, kindOf } from './casework.ts'
import { matterOf } from './matter.ts'
import { type LinkRow, locked } from './read.ts'

const link = sql(
  'case_link_both',
  `insert into case_link (case_id, rel, other_id) values ($1, 'continued_by', $2), ($2, 'continues', $1)`,
)

/** One goes on from the other: each shows the other, to whoever may read both. */
export async function linkCases(
  work: Casework,
  tx: Db,
  caller: Caller,
  fromId: string,
  toId: string,
): Promise<void> {
  const from = await tx.one(locked, fromId)
  if (!from || !mayRead(kindOf(work, from).procedure, caller, matterOf(from)))
    throw new Refusal('not_found', '原来的办件没有找到，请重新填写')
  await tx.run(link, fromId, toId)
}

/** A link says that the other case exists: only who may read that one is told. */
export const visibleLinks = (work: Casework, links: readonly LinkRow[], caller: Caller) =>
  links.filter((other) =>
    mayRead(
      kindOf(work, other).procedure,
      caller,
      matterOf({
        ...other,
        starts_at: null,
        ends_at: null,
        attempts: 0,
        retry_at: null,
        alarm_at: null,
        urgent: false,
      }),
    ),
  )
