import type { GenuineDocument } from '#contract/document'
import { dayOf } from '#domain/day'
import { DOCUMENT_STATE_WORDS, sortOf } from '#domain/document'
import { Refusal } from '#domain/refusal'
import { readVerifyCode } from '#domain/verify-code'
import type { Context } from '../context.ts'
import { digestOf, findByCode, paperOf } from './row.ts'

const MISTYPED = '这个验证码不对：应是 16 个数字或字母，可能看错了一个，请对照文书再输一遍'
const UNKNOWN = '没有查到这个验证码。请对照文书再输一遍；仍查不到的，先不要相信它，请拨打 12348 核实'

/** Whether a paper with this code was issued here, and whether it still holds. Says nothing of whom it is about. */
export async function verifyDocument(context: Context, typed: string): Promise<GenuineDocument> {
  const code = readVerifyCode(typed)
  if (!code) throw new Refusal('not_found', MISTYPED)
  const row = await context.database.one(findByCode, code)
  if (!row) throw new Refusal('not_found', UNKNOWN)
  // What has been tampered with is no longer called genuine; of an erased case the row alone bears witness.
  paperOf(context, row)
  return {
    genuine: true,
    type: row.type,
    name: sortOf(row.type).name,
    number: row.number,
    organisation: row.organisation,
    issuedOn: dayOf(row.at),
    state: row.state,
    stateText: DOCUMENT_STATE_WORDS[row.state],
    voidedOn: row.voided_at && dayOf(row.voided_at),
    digest: digestOf(row.hash),
  }
}
