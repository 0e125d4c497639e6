import { Refusal } from '#domain/refusal'
import { mustBeKept } from '#domain/retention'
import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'
import { casesOf, nameOf, type Row, refuseLeaving } from './may-leave.ts'
import { endSessionsOf } from './sessions.ts'

const lock = sql('cancel_lock', 'select from account where id = $1 and cancelled_at is null for update')
/** Without its key nothing of a case can be read again, in no backup made from now on. */
const eraseCases = sql('cancel_erase', 'update case_file set data_key = null where id = any($1)')
const forgetDevices = sql('cancel_devices', `update session set device = '' where account_id = $1`)
const dropDrafts = sql('cancel_drafts', 'delete from draft where account_id = $1')
/** Sent but not sent along with anything; the files of a case go with its key, or stay with it. */
const dropFiles = sql(
  'cancel_files',
  'update file set data_key = null where account_id = $1 and case_id is null',
)
/** What was told about a case that is kept belongs to its record; who waits for a seat gives it back. */
const dropNotices = sql(
  'cancel_notices',
  `with permissions as (delete from subscription where account_id = $1),
   holds as (update slot_hold set until = $3 where account_id = $1 and until > $3),
   watches as (delete from slot_watch where account_id = $1)
   delete from notice where account_id = $1 and (case_id is null or case_id <> all($2))`,
)
const dropFactor = sql('cancel_factor', 'delete from staff_factor where account_id = $1')
const dropCode = sql(
  'cancel_code',
  'delete from sign_in_code using account a where a.id = $1 and sign_in_code.phone_index = a.phone_index',
)
/** Nobody signs in to it again, and the number is free; what an archive needs stays sealed. */
const freeze = sql(
  'cancel_freeze',
  `update account set phone_index = null, wechat_index = null, wechat = null, region_code = null,
     phone_used_at = null, cancelled_at = $2 where id = $1`,
)
const erase = sql(
  'cancel_erase_account',
  'update account set phone = null, name = null, data_key = null where id = $1',
)

const LAW = '个人信息保护法 第四十七条第二款；档案法 第十三条'

type Outcome = { deleted: string[]; kept: { what: string; reason: string; law: string }[] }

/**
 * PIPL art. 47: what the law lets a person delete is deleted, what must be archived is only stored from now on
 * (PI-12). Nothing is deleted while something is open.
 */
export async function cancelAccount(context: Context, accountId: string): Promise<Outcome> {
  return context.database.inTransaction(async (tx) => {
    if (!(await tx.run(lock, accountId))) throw new Refusal('sign_in_first')
    const all = await casesOf(tx, accountId)
    await refuseLeaving(context, tx, accountId, all)
    const kept = all.filter(isKept)
    const gone = all.filter((row) => !isKept(row))
    await tx.run(
      eraseCases,
      gone.map(({ id }) => id),
    )
    const keptIds = kept.map(({ id }) => id)
    await tx.run(dropNotices, accountId, keptIds, context.now())
    await leave(context, tx, accountId)
    if (kept.length === 0) await tx.run(erase, accountId)
    return told(gone, kept)
  })
}

/** What may be somebody else's is not deleted either, and its number is what would open it. */
const isKept = (row: Row) => !row.is_own || row.unproven || mustBeKept(row)

/** What the other side took part in stays the record of whoever asked. */
const keptOf = (row: Row) => ({
  what: row.is_own ? `${nameOf(row)} 的办理记录` : `${nameOf(row)} 的办理记录（你是对方当事人）`,
  reason: row.is_own
    ? '办理记录依法应当归档，只封存保管，不再作其他使用'
    : '这是双方的办件，里面你的姓名和所说的话随办理记录归档，申请人和调解委员会以后仍然看得到',
  law: LAW,
})

async function leave({ wallNow }: Context, tx: Db, accountId: string) {
  for (const statement of [dropCode, dropDrafts, dropFiles, dropFactor, forgetDevices])
    await tx.run(statement, accountId)
  await endSessionsOf(tx, accountId, wallNow())
  await tx.run(freeze, accountId, wallNow())
}

function told(gone: readonly Row[], kept: readonly Row[]): Outcome {
  const cases = kept.map(keptOf)
  const contact = { what: '这些办件里的姓名和手机号', reason: '档案须能说明是谁的办件，随档案封存', law: LAW }
  return {
    deleted: [
      '登录方式（手机号、微信绑定）和全部登录状态',
      '草稿和所在村（社区）',
      '消息、微信通知的许可、等更早时间的登记',
      ...(kept.length === 0 ? ['姓名和手机号'] : []),
      ...gone.map((row) => `${nameOf(row)} 的内容`),
    ],
    kept: kept.length === 0 ? [] : [...cases, contact],
  }
}
