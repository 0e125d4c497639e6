import { randomBytes } from 'node:crypto'

import { accountOf } from '../../server/accounts/accounts.ts'
import { newId } from '../../server/id.ts'
import type { TestServer } from '../support/server.ts'

/** A session of this person, without spending the one code of the authenticator that this half minute has. */
export async function enter({ context, database }: TestServer, phone: string): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const now = context.wallNow()
  const id = await accountOf(database, context.vault, { phone, now })
  await database.raw(
    `insert into session (id, account_id, token_hash, staff, device, created_at, used_at, expires_at)
     values ($1, $2, $3, exists (select from staff_role where account_id = $2 and ended_at is null), '测试',
       $4, $4, $4::timestamptz + interval '12 hours')`,
    [newId(), id, context.vault.index('token', token), now],
  )
  return token
}

/** A resident books the slot; gives the case. */
export async function bookSlot(server: TestServer, phone: string, slotId: string) {
  const token = await enter(server, phone)
  const answer = await server.post(
    '/api/bookings',
    {
      slotId,
      channel: 'call_back',
      topic: 'labour',
      summary: '工地拖欠工资两个月',
      regionCode: '431224100001',
    },
    { token },
  )
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body))
  return { token, ...answer.body }
}
