import { blocksOf, lastDayOf } from '#domain/confirmation'
import { dayOf } from '#domain/day'
import {
  agreementOf,
  all,
  draftOf,
  effectiveAt,
  isOnlyOral,
  markOf,
  partsOf,
  performanceOf,
  settlesConfirmation,
  touchesOf,
} from '#domain/mediation-past'
import { CONTENTED, PERFORMED, VISITED_BY } from '#domain/mediation-words'
import { invalid, Refusal } from '#domain/refusal'
import type { Act, Effect } from '../../cases/kind.ts'
import { headOf } from '../head.ts'
import { markInstalment } from '../instalments.ts'
import { issue } from '../issue.ts'
import { confirmationRequest, proofOfMediation, proofOfPerformance } from '../papers/court.ts'
import { visit } from '../papers/record.ts'
import { isParty, noted, sideOf, text } from '../sides.ts'

/** Each side marks for itself; proofs are for both. */
const mark: Effect = async (act) => {
  const { tx, row, body, past, now, caller } = act
  const no = Number(body.no)
  if (no > partsOf(past)) throw invalid({ no: '没有这一期' })
  const side = sideOf(act)
  const again = markOf(past, no, side)?.facts.mark === body.mark
  if (again && saysNothingNew(body)) throw new Refusal('not_now', '已经这样标记过了，不用再标记')
  const facts = { no: String(no), side, mark: String(body.mark), ...(again && { again: 'yes' }) }
  const deed = { at: now, byId: caller.accountId, action: 'mark_performed', to: row.status, facts }
  await markInstalment(tx, row.id, no, performanceOf([...past, deed], no) === 'performed')
  return { facts, paper: body, filesFor: 'all' }
}

const saysNothingNew = ({ note, fileIds }: Act['body']) =>
  !note && [fileIds].flat().filter(Boolean).length === 0

const word = (words: Readonly<Record<string, string>>, value: unknown) =>
  words[String(value)] ?? String(value)

/** The number of the agreement as it is printed on it. */
export const agreementNumber = ({ past }: Pick<Act, 'past'>): string | null =>
  (draftOf(past) ?? agreementOf(past))?.facts.documentNumber ?? null

const returnVisit: Effect = async (act) => {
  const { body, now } = act
  if (String(body.on) > dayOf(now)) throw invalid({ on: '日期不能晚于今天' })
  const nextOn = text(body.nextOn)
  if (nextOn && nextOn <= String(body.on)) throw invalid({ nextOn: '下次回访要在这次以后' })
  const said = {
    on: String(body.on),
    by: word(VISITED_BY, body.by),
    performed: word(PERFORMED, body.performed),
    contented: word(CONTENTED, body.contented),
    record: text(body.record),
    nextOn: nextOn || null,
    agreement: agreementNumber(act),
  }
  const sheet = { type: 'TJ-008', paper: visit(await headOf(act), said), audience: 'staff' } as const
  return {
    facts: {
      ...(await issue(act, sheet)),
      performed: String(body.performed),
      ...(said.nextOn && { nextOn: said.nextOn }),
    },
    paper: body,
  }
}

const effect = (act: Act) => {
  const at = effectiveAt(act.past)
  if (!at) throw new Refusal('not_now', '协议还没有生效')
  return at
}

/** Ready for the court: request and proof; the agreement itself both sides have (JC-4, JC-10). */
const pack: Effect = async (act) => {
  const { context, past, now } = act
  const at = effect(act)
  const calendar = context.calendar()
  const asked = {
    touches: touchesOf(past),
    oral: isOnlyOral(past),
    effectiveAt: at,
    today: dayOf(now),
    calendar,
  }
  const [block] = blocksOf(asked)
  if (block) throw new Refusal('not_now', `${block.text}（${block.law}）`)
  const head = await headOf(act)
  const facts = {
    agreement: agreementNumber(act) ?? '',
    effectiveOn: dayOf(at),
    lastOn: lastDayOf(at, calendar).dueLegalOn,
  }
  return {
    facts: await issue(
      act,
      { type: 'TJ-012', paper: confirmationRequest(head, facts), audience: 'all' },
      { type: 'TJ-013', paper: proofOfMediation(head, facts), audience: 'all' },
    ),
  }
}

/** What one party says alone takes the thirty days from nobody. */
const confirmation: Effect = async (act) => {
  const { body, now, past } = act
  if (String(body.on) > dayOf(now)) throw invalid({ on: '日期不能晚于今天' })
  if (String(body.on) < dayOf(effect(act))) throw invalid({ on: '日期不能早于协议生效的那天' })
  const said = { outcome: String(body.outcome), ...(isParty(act) && { side: sideOf(act) }) }
  const counts = settlesConfirmation(past, said)
  return { facts: { ...said, on: String(body.on), ...(!counts && { counts: 'no' }) }, paper: body }
}

/** What is in dispute is for the mediator; that there is a dispute, and the way to the court, for both (PM-22). */
const dispute: Effect = async (act) => ({ facts: { side: sideOf(act) }, ...noted(act.body.about) })

const proof: Effect = async (act) => {
  const last = all(act.past, 'mark_performed').at(-1)?.at ?? act.now
  const said = { agreement: agreementNumber(act) ?? '', performedOn: dayOf(last) }
  const paper = proofOfPerformance(await headOf(act), said)
  return { facts: await issue(act, { type: 'TJ-014', paper, audience: 'all' }) }
}

export const AFTER: Readonly<Record<string, Effect>> = {
  mark_performed: mark,
  return_visit: returnVisit,
  issue_pack: pack,
  record_confirmation: confirmation,
  dispute_agreement: dispute,
  issue_proof: proof,
}
