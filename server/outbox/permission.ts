import { type Db, sql } from '../db/sql.ts'

/** One-off permissions of subscribe messages: one accept is one send (WX-4). */

const add = sql(
  'subscription_add',
  `insert into subscription (account_id, template_id, remaining) values ($1, $2, 1)
   on conflict (account_id, template_id) do update set remaining = least(subscription.remaining + 1, 100)`,
)
const spend = sql(
  'subscription_spend',
  'update subscription set remaining = remaining - 1 where account_id = $1 and template_id = $2 and remaining > 0',
)
const giveBack = sql(
  'subscription_give_back',
  'update subscription set remaining = remaining + 1 where account_id = $1 and template_id = $2',
)
const empty = sql(
  'subscription_void',
  'update subscription set remaining = 0 where account_id = $1 and template_id = $2',
)
const own = sql<{ template_id: string; remaining: number }>(
  'subscription_own',
  'select template_id, remaining from subscription where account_id = $1 order by template_id',
)

export const addPermission = (db: Db, accountId: string, template: string) => db.run(add, accountId, template)

export const spendPermission = async (db: Db, accountId: string, template: string): Promise<boolean> =>
  (await db.run(spend, accountId, template)) > 0

export const givePermissionBack = (db: Db, accountId: string, template: string) =>
  db.run(giveBack, accountId, template)

export const voidPermission = (db: Db, accountId: string, template: string) =>
  db.run(empty, accountId, template)

export async function permissionsOf(db: Db, accountId: string) {
  const rows = await db.many(own, accountId)
  return rows.map(({ template_id, remaining }) => ({ templateId: template_id, remaining }))
}
