import { MEDIATION_ACTIONS } from '#contract/mediation-steps'
import { readCreditCode } from '#domain/credit-code'
import { type Day, dayOf } from '#domain/day'
import { readIdNumber } from '#domain/id-number'
import { maskIdNumber, maskPhone } from '#domain/mask'
import { effectiveAt, type Side } from '#domain/mediation-past'
import type { PartyBlock } from '#domain/party-block'
import { readPhone } from '#domain/phone'
import { invalid } from '#domain/refusal'
import type { Read } from '#domain/typed'
import { openText } from '../cases/chain.ts'
import { linesOf } from '../cases/fields.ts'
import type { Effect } from '../cases/kind.ts'
import type { CaseRow } from '../cases/read.ts'
import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'
import { AGREED, keyOf, readParty, renameParty } from './party.ts'
import { sideOf } from './sides.ts'

type Row = { id: string; sealed: Buffer; side: Side }

/** What was said for somebody who turned out not to be the other side is nobody's any more. */
const said = sql<Row>(
  'mediation_stated',
  `select t.id, t.sealed, e.facts->>'side' as side from case_text t
     join case_event e on e.case_id = t.case_id and e.text_id = t.id
   where t.case_id = $1 and e.action = 'state_party' and (e.facts->>'side' = 'applicant' or e.seq > coalesce(
     (select max(a.seq) from case_event a where a.case_id = $1 and a.facts->>'anew' = 'yes'), -1))
   order by e.seq`,
)

export type Stated = Readonly<Record<Side, PartyBlock>>

/** Who both sides are, as far as it was said; what was said later counts. */
export async function statedIn(
  { vault }: Pick<Context, 'vault'>,
  db: Db,
  row: Pick<CaseRow, 'id' | 'data_key'>,
): Promise<Stated> {
  const key = keyOf({ vault }, row)
  const stated: Record<Side, PartyBlock> = { applicant: {}, other_side: {} }
  for (const { id, sealed, side } of await db.many(said, row.id))
    Object.assign(stated[side], JSON.parse(openText(vault, key, id, sealed).text))
  return stated
}

function sure<Found>(name: string, read: Read<Found>): Found {
  if (!read.ok) throw invalid({ [name]: read.problem })
  return read
}

/** Numbers as everywhere; what is none is said beside the field. An identity card says birthday and sex too. */
function numbersIn({ phone, idKind, idNumber, creditCode }: PartyBlock, today: Day): PartyBlock {
  const card = idNumber && idKind === 'id_card' ? sure('idNumber', readIdNumber(idNumber, today)) : null
  return {
    ...(phone && { phone: sure('phone', readPhone(phone)).phone }),
    ...(card && { idNumber: card.number, bornOn: card.birthday, sex: card.sex }),
    ...(creditCode && { creditCode: sure('creditCode', readCreditCode(creditCode)).code }),
  }
}

function refuseSenseless({ bornOn, idKind, idNumber, ...others }: PartyBlock, today: Day): void {
  if (bornOn && bornOn > today) throw invalid({ bornOn: '出生日期还没有到，请重新选择' })
  if (idNumber && !idKind) throw invalid({ idKind: '请选择证件种类' })
  if (!bornOn && !idNumber && Object.keys(others).length === 0) throw invalid({ name: '请至少填写一项' })
}

/** Asked once: every paper that is issued afterwards has it. */
export const stateParty: Effect = async (act) => {
  const { context, tx, row, now } = act
  const side = sideOf(act)
  const { side: _, ...block } = act.body as PartyBlock & { side?: Side }
  refuseSenseless(block, dayOf(now))
  if (block.name && effectiveAt(act.past)) throw invalid({ name: AGREED })
  const paper = { ...block, ...numbersIn(block, dayOf(now)) }
  // What somebody says of themselves is gone with them, should they turn out to be the wrong person.
  const isOfOffice = !row.other_side_ids.includes(act.caller.accountId)
  if (side === 'other_side' && block.name && isOfOffice) {
    const { phone } = await readParty(context, tx, row)
    await renameParty(context, tx, row, { name: block.name, ...(phone && { phone }) })
  }
  return { facts: { side }, paper }
}

const masked = ({ phone, idNumber, ...block }: PartyBlock): PartyBlock => ({
  ...block,
  ...(phone && { phone: maskPhone(phone) }),
  ...(idNumber && { idNumber: maskIdNumber(idNumber) }),
})

/** In words. Numbers in full only to whom they belong. */
export const statedLines = (block: PartyBlock, whole: boolean) =>
  linesOf(MEDIATION_ACTIONS.state_party, whole ? block : masked(block))
