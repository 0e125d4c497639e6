import { randomUUID } from 'node:crypto'

import { accountOf } from '../server/accounts/accounts.ts'
import type { Context } from '../server/context.ts'
import { sql } from '../server/db/sql.ts'

const addSession = sql(
  'people_session',
  `insert into session (id, account_id, token_hash, staff, device, created_at, used_at, expires_at)
   values ($1, $2, $3, false, 'load', now(), now(), now() + interval '1 day')`,
)

export type Person = { id: string; token: string }

/** Invented residents who are signed in already, for load: their numbers begin with 137. */
export async function signInMany(
  { database, vault, now }: Pick<Context, 'database' | 'vault' | 'now'>,
  count: number,
): Promise<Person[]> {
  const people: Person[] = []
  for (let n = 0; n < count; n++) {
    const id = await accountOf(database, vault, { phone: `137${String(n).padStart(8, '0')}`, now: now() })
    const token = randomUUID() + randomUUID()
    await database.run(addSession, randomUUID(), id, vault.index('token', token))
    people.push({ id, token })
  }
  return people
}
