import { dayOf } from '#domain/day'
import { invalid } from '#domain/refusal'
import { amountOf } from '../cases/clocks.ts'
import type { Act, Change, Effect } from '../cases/kind.ts'
import { writeNotice } from '../outbox/write.ts'
import { aboutAct, issue } from './decide.ts'
import { beginAssignment, candidates, type Ending, endAssignment, lawyerFor, needOf } from './lawyers.ts'
import { assignmentNotice } from './letters.ts'
import { knownFor, textOf } from './read.ts'

/** By fair rotation; who departs from it says why. */
export const assign: Effect = async (act) => {
  const known = await knownFor(act)
  const lawyers = await candidates(act.context, act.tx, act.row, needOf(known.filed), act.now)
  const lawyerId = String(act.body.lawyerId)
  const wanted = lawyers.find(({ id }) => id === lawyerId)
  if (!wanted) throw invalid({ lawyerId: '没有这位律师，请重新选择' })
  if (wanted.against) throw invalid({ lawyerId: `不能指派：${wanted.against}` })
  if (lawyers[0]?.id !== lawyerId && !textOf(act.body.reason))
    throw invalid({ reason: `按轮次应指派${lawyers[0]?.name}，另选的请写明理由` })
  return handOver(act, lawyerId)
}

async function handOver(act: Act, lawyerId: string): Promise<Change> {
  const { context, tx, row, body, now } = act
  const known = await knownFor(act)
  const { name, firm, licence } = await lawyerFor(context, tx, lawyerId, row.organisation_id)
  await beginAssignment(tx, row.id, lawyerId, now)
  const agreementDays = amountOf(context, 'LP-19', dayOf(now))
  const notice = assignmentNotice(await aboutAct(act, known), { lawyer: name, firm, licence, agreementDays })
  const { facts, document } = await issue(act, 'FZ-011', notice)
  await tellLawyer(act, lawyerId)
  return {
    handlerId: lawyerId,
    paper: { ...body, ...document },
    facts: { ...facts, lawyerId },
  }
}

/** The core tells who had the case before; who has it from now on must hear of it too. */
const tellLawyer = ({ context, tx, row, now }: Act, lawyerId: string) =>
  writeNotice(context, tx, {
    accountId: lawyerId,
    caseId: row.id,
    organisationId: row.organisation_id,
    news: 'aid_assigned',
    quietly: false,
    facts: { number: row.number },
    key: `${row.id}/${row.seq + 1}/aid_assigned/${lawyerId}`,
    at: now,
  })

/** LP-22: somebody else, whether the recipient asked or the centre sees the need. */
export const changeLawyer: Effect = async (act) => {
  const known = await knownFor(act)
  const lawyerId = String(act.body.lawyerId)
  if (lawyerId === act.row.handler_id) throw invalid({ lawyerId: '请选择另一位律师' })
  const lawyers = await candidates(act.context, act.tx, act.row, needOf(known.filed), act.now)
  const wanted = lawyers.find(({ id }) => id === lawyerId)
  if (!wanted) throw invalid({ lawyerId: '没有这位律师，请重新选择' })
  if (wanted.against) throw invalid({ lawyerId: `不能指派：${wanted.against}` })
  await endAssignment(act.tx, act.row.id, 'changed', act.now)
  return handOver(act, lawyerId)
}

const giveBack =
  (how: Ending): Effect =>
  async ({ tx, row, body, now }) => {
    await endAssignment(tx, row.id, how, now)
    return { handlerId: null, paper: body }
  }

export const declareConflict = giveBack('conflict')
export const declineAssignment = giveBack('declined')

export const signAgreement: Effect = async ({ body, now }) => {
  if (String(body.signedOn) > dayOf(now)) throw invalid({ signedOn: '签订日期不能晚于今天' })
  return { paper: body, facts: { signedOn: String(body.signedOn) } }
}
