import { ADVANCE_DAYS, urgencyOf } from '#domain/aid-check'
import { type Ground, groundOn } from '#domain/aid-grounds'
import {
  ADVANCE_GROUND,
  type AdvanceGround,
  END_GROUND,
  type EndGround,
  REFUSE_GROUND,
  REFUSE_LAW,
  type RefuseGround,
} from '#domain/aid-terms'
import { type Day, dayOf } from '#domain/day'
import type { DocumentType } from '#domain/document'
import { decisionOf } from '#domain/legal-aid'
import { invalid, Refusal } from '#domain/refusal'
import { lastDayFrom } from '../cases/clocks.ts'
import type { Act, Change, Effect } from '../cases/kind.ts'
import { makeDocument, type NewDocument } from '../documents/make.ts'
import type { Paper } from '../documents/paper.ts'
import { aboutCase, centreOf } from './about.ts'
import { type Filed, meansWayOf } from './filed.ts'
import { endAssignment } from './lawyers.ts'
import { type About, endLetter, grantLetter, objectionLetter, refusalLetter } from './letters.ts'
import { checkProblems } from './means-check.ts'
import { type Known, knownFor, lastPaper, textOf } from './read.ts'

/** What a letter names of a case whose application is still to come. */
const nameless = ({ form }: Known): Pick<Filed, 'name' | 'matter'> => ({
  name: textOf(form.name) ?? '申请人',
  matter: 'other',
})

export const aboutAct = ({ tx, row, now }: Act, known: Known): Promise<About> =>
  aboutCase(tx, row, known.filed ?? nameless(known), now)

/** The letter of a step, numbered and kept, with what the event says of it. */
export async function issue(
  { context, tx, row, now, caller }: Act,
  type: DocumentType,
  paper: Paper,
  {
    organisationId,
    audience = 'all',
  }: Pick<NewDocument, 'organisationId'> & Partial<Pick<NewDocument, 'audience'>> = {},
) {
  const made = await makeDocument(context, tx, {
    row,
    type,
    paper,
    organisationId,
    at: now,
    byId: caller.accountId,
    audience,
  })
  return { facts: made.facts, document: { documentId: made.id, number: made.number } }
}

export const groundLaw = (ground: string, on: Day): string =>
  groundOn(ground as Ground, on)?.law ?? '法律援助法 第四十三条'

const inTitle = (law: string) => law.replace(/法律援助法 /g, '《中华人民共和国法律援助法》')

/** A proposal says on what it rests: for or against, each has its own choice. */
export const recommend: Effect = async (act) => {
  const { body } = act
  if (body.for === 'grant' && !body.ground) throw invalid({ ground: '拟给予的，请选择符合哪一项' })
  if (body.for === 'refuse' && !body.refuseGround)
    throw invalid({ refuseGround: '拟不予的，请选择不符合的原因' })
  const problems = checkProblems(act, await knownFor(act))
  if (Object.keys(problems).length > 0) throw invalid(problems)
  return { paper: body, facts: { for: String(body.for) } }
}

/** What the head leaves open is as it was proposed. */
export const grant: Effect = async (act) => {
  const known = await knownFor(act)
  const proposed = lastPaper(known.papers, 'recommend')?.paper
  if (known.filed?.means.route === 'query' && !(proposed && textOf(proposed.checkedBy)))
    throw new Refusal('not_now', '申请人授权查询经济状况：请先提出审查意见，写明核查方式和结果')
  const ground = textOf(act.body.ground) ?? textOf(proposed?.ground)
  const reasons = textOf(act.body.reasons) ?? textOf(proposed?.reasons)
  if (!ground) throw invalid({ ground: '请选择给予的依据' })
  if (!reasons) throw invalid({ reasons: '请写明审批意见' })
  const law = groundLaw(ground, dayOf(act.now))
  const letter = {
    reasons,
    law: inTitle(law),
    means: meansLine(known, dayOf(act.now)),
    inAdvance: null,
    formalitiesBy: null,
  }
  const { facts, document } = await issue(act, 'FZ-009', grantLetter(await aboutAct(act, known), letter))
  return { paper: { ground, reasons, law, ...document }, facts: { ...facts, ground } }
}

function meansLine({ filed }: Known, on: Day): string | null {
  if (!filed) return null
  const { name, law } = meansWayOf(filed, on)
  return `经济状况：${name}（${law}）。`
}

/** LP-15: in writing, with reasons and the way to object. */
export const refuse: Effect = async (act) => {
  const known = await knownFor(act)
  const ground = act.body.ground as RefuseGround
  const reasons = String(act.body.reasons)
  const law = REFUSE_LAW[ground]
  const said = { reasons, ground: REFUSE_GROUND[ground], law }
  const { facts, document } = await issue(act, 'FZ-010', refusalLetter(await aboutAct(act, known), said))
  return { paper: { ground, reasons, law, ...document }, facts: { ...facts, ground }, handlerId: null }
}

/** LP-18: help first; the ground is in the application, or the reviewer names it. */
export const provideInAdvance: Effect = async (act) => {
  const known = await knownFor(act)
  const found = known.filed && urgencyOf(known.filed, dayOf(act.now))
  const ground = (textOf(act.body.ground) ?? found) as AdvanceGround | null
  if (!ground)
    throw invalid({ ground: `申请里的期限还有 ${ADVANCE_DAYS} 天以上，也不需要保全：请选择先行提供的理由` })
  const dueOn = lastDayFrom(act.context, 'LP-18', act.now)
  const letter = {
    reasons: '因情况紧急，先行提供法律援助。',
    law: '',
    means: null,
    inAdvance: ADVANCE_GROUND[ground],
    formalitiesBy: dueOn,
  }
  const { facts, document } = await issue(act, 'FZ-009', grantLetter(await aboutAct(act, known), letter))
  return {
    paper: { ground, dueOn, ...document },
    facts: { ...facts, ground },
    urgent: true,
  }
}

/** LP-23: on one of the eight grounds, in writing. */
export const terminate: Effect = async (act) => {
  const known = await knownFor(act)
  const ground = act.body.ground as EndGround
  const reasons = String(act.body.reasons)
  const said = { reasons, ground: END_GROUND[ground] }
  await endAssignment(act.tx, act.row.id, 'over', act.now)
  const { facts, document } = await issue(act, 'FZ-018', endLetter(await aboutAct(act, known), said))
  return {
    paper: { ground, reasons, law: '法律援助法 第四十八条', ...document },
    facts: { ...facts, ground },
  }
}

/** The bureau decides, and its own letter says so (LP-25). */
const review =
  (upheld: boolean): Effect =>
  async (act) => {
    const bureau = act.caller.grants.find(({ role }) => role === 'bureau_officer')
    if (!bureau) throw new Refusal('not_yours')
    const known = await knownFor(act)
    const about = await aboutAct(act, known)
    const office = await centreOf(act.tx, bureau.organisationId)
    const centre = await centreOf(act.tx, act.row.organisation_id)
    const said = {
      upheld,
      against: decisionOf(act.past),
      objection: String(lastPaper(known.papers, 'object')?.paper.reasons ?? ''),
      reasons: String(act.body.reasons),
      centre: centre.name,
    }
    const paper = objectionLetter({ ...about, bureau: office.name }, said)
    const { facts, document } = await issue(act, 'FZ-020', paper, { organisationId: bureau.organisationId })
    return { paper: { ...act.body, ...document }, facts, ...afterwards(upheld) }
  }

/** What is to be put right goes back to the queue. */
const afterwards = (upheld: boolean): Change => (upheld ? {} : { handlerId: null })

export const upholdDecision = review(true)
export const orderCorrection = review(false)
