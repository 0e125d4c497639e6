import type { Instant } from '#domain/day'
import { maskPhone } from '#domain/mask'
import { Refusal } from '#domain/refusal'
import { placeOf } from '../accounts/accounts.ts'
import { readPerson } from '../accounts/person.ts'
import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'
import { grantsOf } from './authenticate.ts'
import { mustBeAsked } from './recognise.ts'

type Row = {
  id: string
  data_key: Buffer
  phone_index: Buffer | null
  wechat_index: Buffer | null
  region_code: string | null
  phone_used_at: Instant | null
  has_cases: boolean
}

const COLUMNS = `id, data_key, phone_index, wechat_index, region_code, phone_used_at,
  exists (select from case_file c where c.applicant_id = account.id) as has_cases`
const mine = sql<Row>(
  'bind_mine',
  `select ${COLUMNS} from account where id = $1 and cancelled_at is null for update`,
)
const owning = sql<Row>('bind_owner', `select ${COLUMNS} from account where phone_index = $1 for update`)
const bind = sql(
  'bind_phone',
  'update account set phone_index = $2, phone = $3, phone_used_at = $4 where id = $1',
)
const empty = sql(
  'bind_empty',
  `update account set data_key = null, wechat_index = null, wechat = null, name = null, region_code = null,
     cancelled_at = $2 where id = $1`,
)
const receive = sql(
  'bind_receive',
  `update account set wechat_index = $2, wechat = $3, region_code = coalesce(region_code, $4),
     name = coalesce(name, $5), phone_used_at = $6 where id = $1`,
)
const moveSessions = sql('bind_sessions', 'update session set account_id = $2 where account_id = $1')
/** What somebody was told, allowed and waits for goes along. */
const moveNotices = sql(
  'bind_notices',
  `with watches as (
     update slot_watch w set account_id = $2 where w.account_id = $1 and not exists (select from slot_watch o
       where o.account_id = $2 and o.slot_id = w.slot_id and o.ended_at is null)
   ), holds as (
     update slot_hold h set account_id = $2 where h.account_id = $1 and not exists (select from slot_hold o
       where o.account_id = $2 and o.slot_id = h.slot_id)
   ), notices as (
     update notice set account_id = $2 where account_id = $1
   )
   insert into subscription (account_id, template_id, remaining)
     select $2, template_id, remaining from subscription where account_id = $1
   on conflict (account_id, template_id) do update set remaining = subscription.remaining + excluded.remaining`,
)
const dropDrafts = sql('bind_drafts', 'delete from draft where account_id = $1')

/**
 * Gives the number to the account, or the WeChat identity to the account that has the number already: an account
 * of WeChat alone, in which nothing was asked yet, merges into it. Everything else is refused, so that nobody's
 * cases come to somebody else. Gives the id of the account under which the caller is signed in from now on.
 */
export async function bindPhone(context: Context, accountId: string, phone: string): Promise<string> {
  return context.database.inTransaction(async (tx) => {
    const own = await tx.one(mine, accountId)
    if (!own) throw new Refusal('sign_in_first')
    const owner = await tx.one(owning, context.vault.index('phone', phone))
    if (owner && owner.id !== own.id) return merge(context, tx, own, owner)
    await give(context, tx, own, phone)
    return own.id
  })
}

async function give({ vault, wallNow }: Context, tx: Db, own: Row, phone: string) {
  if ((await grantsOf(tx, own.id)).length > 0)
    throw new Refusal('not_now', '工作人员的手机号由管理员更改，请联系管理员')
  const key = vault.openKey(own.data_key, `account/${own.id}`)
  const sealed = vault.seal(key, placeOf(own.id, 'phone'), phone)
  await tx.run(bind, own.id, vault.index('phone', phone), sealed, wallNow())
}

async function merge(context: Context, tx: Db, own: Row, owner: Row): Promise<string> {
  await checkMerge(context, tx, own, owner)
  const person = await readPerson(context, tx, own.id)
  const key = context.vault.openKey(owner.data_key, `account/${owner.id}`)
  const seal = (column: 'wechat' | 'name', text: string | null | undefined) =>
    text ? context.vault.seal(key, placeOf(owner.id, column), text) : null
  const now = context.wallNow()
  await tx.run(empty, own.id, now)
  const [wechat, name] = [seal('wechat', person?.openId), seal('name', person?.name)]
  await tx.run(receive, owner.id, own.wechat_index, wechat, own.region_code, name, now)
  await tx.run(moveSessions, own.id, owner.id)
  await tx.run(moveNotices, own.id, owner.id)
  await tx.run(dropDrafts, own.id)
  return owner.id
}

/** @throws Refusal `not_now` with what to do instead */
async function checkMerge(context: Context, tx: Db, own: Row, owner: Row) {
  const number = await numberOf(context, tx, owner)
  const instead = '请先退出登录，再用这个手机号和验证码登录'
  if (!own.wechat_index || own.phone_index || own.has_cases)
    throw new Refusal('not_now', `${number} 已经有自己的账户，不能并入你现在的账户。${instead}`)
  if (owner.wechat_index)
    throw new Refusal('not_now', `${number} 已经绑定另一个微信。请在那个微信里登录，或者${instead}`)
  if ((await grantsOf(tx, owner.id)).length > 0)
    throw new Refusal('not_now', `${number} 是工作人员的号码。请退出后用手机号、验证码和动态口令登录`)
  if (await mustBeAsked(context, tx, owner))
    throw new Refusal('not_now', `${number} 半年多没有登录过，需要再核对一次。${instead}`)
}

const numberOf = async (context: Context, tx: Db, { id }: Row) =>
  maskPhone((await readPerson(context, tx, id))?.phone ?? '')
