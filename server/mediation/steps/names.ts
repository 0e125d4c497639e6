import { invalid, Refusal } from '#domain/refusal'
import type { Effect } from '../../cases/kind.ts'
import { NOBODY } from '../head.ts'
import type { Head } from '../papers/head.ts'
import { readParty, renameParty, UNKNOWN } from '../party.ts'
import { text } from '../sides.ts'

/** Who the sides are, where the request did not say, or not rightly. */
export const nameParties: Effect = async ({ context, tx, row, body }) => {
  const { applicant, other } = { applicant: text(body.applicant), other: text(body.other) }
  if (!applicant && !other) throw invalid({ applicant: '请写上要补的姓名' })
  if (other) {
    const { phone } = await readParty(context, tx, row)
    await renameParty(context, tx, row, { name: other, ...(phone && { phone }) })
  }
  return { paper: { ...(applicant && { applicant }), ...(other && { name: other }) } }
}

/** An agreement names its parties (PM-18, 人民调解法 第二十九条第一项). @throws Refusal `not_now` */
export function refuseUnnamed({ applicant, other }: Head): void {
  const missing = [
    applicant.name === NOBODY ? '申请人' : '',
    other.name === UNKNOWN.name ? '对方当事人' : '',
  ].filter(Boolean)
  if (missing.length > 0)
    throw new Refusal(
      'not_now',
      `协议要写明双方是谁（人民调解法 第二十九条）。还缺${missing.join('、')}的姓名，请先点“补全姓名”`,
    )
}
