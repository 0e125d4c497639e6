import { type Ground, type GroundRow, groundsFor } from './aid-grounds.ts'
import type { Matter } from './aid-matter.ts'
import { type Exemption, exemptionOn, type Hardship, meansStandard } from './aid-means.ts'
import { type Day, daysBetween } from './day.ts'
import { spelled } from './spelled.ts'

export const WHOMS = ['self', 'child', 'incapable', 'detained', 'other'] as const
export type Whom = (typeof WHOMS)[number]

/** People for whom the organ must see to a defender (LA-4). */
export const ACCUSED_CLASSES = ['minor', 'disabled', 'incapable', 'life_or_death', 'none'] as const
export type AccusedClass = (typeof ACCUSED_CLASSES)[number]

export const YES_NO_UNSURE = ['yes', 'no', 'unsure'] as const
export type YesNoUnsure = (typeof YES_NO_UNSURE)[number]

export type CheckAnswers = {
  regionCode?: string
  matter?: Matter
  hurt?: boolean
  violence?: boolean
  migrantWorker?: boolean
  accusedIs?: AccusedClass
  hasLawyer?: boolean
  retrialDecided?: YesNoUnsure
  whom?: Whom
  situations?: readonly Exemption[]
  hardship?: Hardship | 'neither' | 'unsure'
  deadline?: YesNoUnsure
  deadlineOn?: Day
  preservation?: boolean
}
export type Question = keyof CheckAnswers

export type Verdict = 'likely_yes' | 'likely_no' | 'needs_person'

/** One part of the answer with what it rests on. */
export type Part = {
  part: 'matter' | 'means'
  verdict: Verdict
  ground: string | null
  text: string
  law: string | null
}

/** Where help is to be had when legal aid is not the way (LA-12). */
export const OTHER_WAYS = ['police', 'protection_order', 'mediation', 'adviser', 'hotline', 'lawyer'] as const
export type OtherWay = (typeof OTHER_WAYS)[number]

export type CheckResult = {
  verdict: Verdict
  parts: Part[]
  grounds: { code: Ground; text: string; law: string; means: GroundRow['means'] }[]
  /** Questions that are still open, in the order in which they are asked. */
  missing: Question[]
  /** Whether the means form would be asked for, and why not. */
  meansForm: 'not_needed' | 'needed' | 'unknown'
  /** LP-18: help before the formalities. */
  urgent: { text: string; law: string } | null
  otherwise: { to: OtherWay; why: string }[]
  /** The answers that counted: what became irrelevant is not among them. */
  used: Question[]
}

const INJURIES: readonly Matter[] = ['traffic', 'medical', 'unsafe_food', 'other_injury']
/** LA-12: outside the closed list of art. 31. */
const NOT_COVERED: readonly Matter[] = ['property', 'neighbours', 'loan', 'company']
const EXEMPT_WORK: readonly Matter[] = ['wages', 'work_injury']

/** When a question is asked: it may look at answers that come before it, and at nothing else. */
const ASKED_WHEN: Readonly<Record<Question, (answers: CheckAnswers, on: Day) => boolean>> = {
  regionCode: () => true,
  matter: () => true,
  hurt: ({ matter }) => matter !== undefined && INJURIES.includes(matter),
  violence: ({ matter }) => matter === 'divorce',
  migrantWorker: ({ matter }) => matter !== undefined && EXEMPT_WORK.includes(matter),
  accusedIs: ({ matter }) => matter === 'criminal_accused',
  hasLawyer: ({ matter }) => matter === 'criminal_accused',
  retrialDecided: ({ matter }) => matter === 'retrial',
  whom: (answers, on) => isOpen(answers, on),
  situations: (answers, on) => meansMatter(answers, on) && !isMigrantExempt(answers, on),
  hardship: (answers, on) => meansMatter(answers, on) && exemptionOf(answers, on) === undefined,
  deadline: (answers, on) => isOpen(answers, on),
  deadlineOn: ({ deadline }) => deadline === 'yes',
  preservation: (answers, on) => isOpen(answers, on),
}

export const QUESTIONS = Object.keys(ASKED_WHEN) as Question[]

/** The place only makes the answer more exact, and a day that is not known is said so. */
const NEVER_MISSED: readonly Question[] = ['regionCode']

/** Answers to questions that are asked; whatever else was once answered counts as absent. */
export function relevant(answers: CheckAnswers, on: Day): CheckAnswers {
  let kept: CheckAnswers = {}
  for (const question of QUESTIONS)
    if (answers[question] !== undefined && ASKED_WHEN[question](kept, on))
      kept = { ...kept, [question]: answers[question] }
  return kept
}

/** What is to be asked, in this order, given what has been answered. */
export function questionsFor(answers: CheckAnswers, on: Day): Question[] {
  const kept = relevant(answers, on)
  return QUESTIONS.filter((question) => ASKED_WHEN[question](kept, on))
}

const isNotified = ({ accusedIs }: CheckAnswers) => accusedIs !== undefined && accusedIs !== 'none'

/** The grounds that the answers fit. */
function groundsOf(answers: CheckAnswers, on: Day): GroundRow[] {
  const { matter, hurt, violence, regionCode } = answers
  if (!matter || (INJURIES.includes(matter) && hurt !== true)) return []
  if (matter === 'divorce' && violence !== true) return []
  return groundsFor(matter, on, regionCode ?? null).filter(
    ({ code }) =>
      (code !== 'notified' || isNotified(answers)) && (code !== 'accused' || !isNotified(answers)),
  )
}

const meansMatter = (answers: CheckAnswers, on: Day) =>
  groundsOf(answers, on).some(({ means }) => means === 'required' || means === 'or_other_reason')

const isMigrantExempt = ({ matter, migrantWorker }: CheckAnswers, on: Day) =>
  migrantWorker === true && matter !== undefined && exemptionOn('migrant_worker', matter, on) !== undefined

function exemptionOf(answers: CheckAnswers, on: Day) {
  const { matter, situations = [] } = answers
  if (!matter) return undefined
  const claimed: readonly Exemption[] = isMigrantExempt(answers, on)
    ? ['migrant_worker', ...situations]
    : situations
  return claimed.map((code) => exemptionOn(code, matter, on)).find(Boolean)
}

const part = (
  name: Part['part'],
  verdict: Verdict,
  text: string,
  row?: { code?: string; law: string },
): Part => ({
  part: name,
  verdict,
  ground: row?.code ?? null,
  text,
  law: row?.law ?? null,
})

const CLOSED_LIST = { law: '法律援助法 第三十一条' }

function matterPart(answers: CheckAnswers, grounds: readonly GroundRow[]): Part {
  const { matter, hurt, violence, hasLawyer, retrialDecided } = answers
  const [first] = grounds
  if (matter === undefined) return part('matter', 'needs_person', '还没有说是什么事')
  if (matter === 'criminal_accused' && hasLawyer === true && first)
    return part('matter', 'likely_no', '已经委托了辩护人的，一般不再给予法律援助', first)
  if (matter === 'retrial' && retrialDecided !== 'yes' && first)
    return part(
      'matter',
      'needs_person',
      '法院决定再审或者检察院提出抗诉的可以申请；还没有的，请让工作人员看一看',
      first,
    )
  if (first) return part('matter', 'likely_yes', `属于法律援助的范围：${first.text}`, first)
  if (matter === 'divorce' && violence === false)
    return part(
      'matter',
      'likely_no',
      '没有家庭暴力、虐待、遗弃的离婚和财产纠纷，一般不在法律援助范围内',
      CLOSED_LIST,
    )
  if (NOT_COVERED.includes(matter) || (INJURIES.includes(matter) && hurt === false))
    return part('matter', 'likely_no', '这类事情一般不在法律援助范围内', CLOSED_LIST)
  return part('matter', 'needs_person', '属不属于法律援助范围，要由工作人员看了才知道')
}

function meansPart(answers: CheckAnswers, grounds: readonly GroundRow[], on: Day): Part | null {
  const [ground] = grounds
  if (!ground) return null
  if (ground.means === 'none') return part('means', 'likely_yes', '这类事情不看经济条件', ground)
  if (ground.means === 'by_notice')
    return part('means', 'likely_yes', '由办案机关通知指派律师，不看经济条件', ground)
  const exempt = exemptionOf(answers, on)
  if (exempt) return part('means', 'likely_yes', `免予核查经济状况：${exempt.text}`, exempt)
  return hardshipPart(answers, on)
}

function hardshipPart({ hardship, regionCode }: CheckAnswers, on: Day): Part {
  const standard = meansStandard(regionCode ?? null, on)
  if (hardship === undefined || hardship === 'unsure')
    return part('means', 'needs_person', '经济上是否符合，要由工作人员核对', { law: '法律援助法 第三十四条' })
  if (!standard)
    return part('means', 'needs_person', '经济困难的标准由各省规定，请让当地工作人员核对', {
      law: '法律援助法 第三十四条',
    })
  if (hardship === 'neither') return part('means', 'likely_no', '按当地标准，可能不属于经济困难', standard)
  return part('means', 'likely_yes', `符合经济困难标准：${standard.classes[hardship]}`, standard)
}

/** A "no" anywhere decides, then a doubt. Something still unanswered is a doubt. */
const together = (parts: readonly Part[], missing: readonly Question[]): Verdict =>
  parts.some(({ verdict }) => verdict === 'likely_no')
    ? 'likely_no'
    : missing.length > 0 || parts.some(({ verdict }) => verdict === 'needs_person')
      ? 'needs_person'
      : 'likely_yes'

/** 先行提供 (LP-18): fewer days than this to a limit. */
export const ADVANCE_DAYS = 7

/** Whether help must come before the formalities. Never that a day has passed: that is for a lawyer to judge. */
export function urgencyOf(
  { deadlineOn, preservation }: { deadlineOn?: Day | undefined; preservation?: boolean | undefined },
  on: Day,
): 'time' | 'preservation' | null {
  if (deadlineOn && daysBetween(on, deadlineOn) < ADVANCE_DAYS) return 'time'
  return preservation === true ? 'preservation' : null
}

const ADVANCE_TEXT = {
  time: {
    text: `离期限不到${spelled(ADVANCE_DAYS)}天，可以先提供法律援助、事后补办手续，请马上申请或拨打 12348`,
    law: '法律援助法 第四十四条第一项',
  },
  preservation: {
    text: '需要马上保全或者先予执行的，可以先提供法律援助、事后补办手续',
    law: '法律援助法 第四十四条第二项',
  },
} as const

const WHERE_ELSE: Readonly<Partial<Record<Matter, readonly OtherWay[]>>> = {
  divorce: ['mediation', 'adviser', 'lawyer'],
  neighbours: ['mediation', 'adviser'],
  property: ['mediation', 'adviser', 'lawyer'],
  loan: ['mediation', 'adviser', 'lawyer'],
  company: ['lawyer', 'hotline'],
}

const WHY: Readonly<Record<OtherWay, string>> = {
  mediation: '人民调解不收费，双方愿意谈就可以；达成协议可以申请司法确认',
  adviser: '村（社区）法律顾问不收费，先帮你看清能怎么办',
  hotline: '12348 免费咨询，说不清的事先问一问',
  lawyer: '可以自己委托律师；经济上有变化时随时可以再申请法律援助',
  police: '正在受到伤害，请马上打 110；报警回执、告诫书也是证据',
  protection_order:
    '可以向法院申请人身安全保护令，七十二小时内裁定，紧急的二十四小时内；自己不便去的，近亲属、公安机关、妇联、村（居）委会可以代为申请（反家庭暴力法 第二十三条、第二十八条）',
}

/** Safety before all: legal aid takes days. */
const safetyOf = ({ matter, violence }: CheckAnswers): readonly OtherWay[] =>
  matter === 'violence' || violence === true ? ['police', 'protection_order'] : []

/** Even a "yes" leaves the telephone; a "no" never ends without a next person (LA-12). */
function elsewhereOf(verdict: Verdict, { matter }: CheckAnswers): readonly OtherWay[] {
  if (verdict === 'likely_yes') return []
  const ways =
    verdict === 'likely_no' ? ((matter && WHERE_ELSE[matter]) ?? (['adviser', 'lawyer'] as const)) : []
  return [...ways, 'hotline']
}

const otherwiseOf = (verdict: Verdict, answers: CheckAnswers): CheckResult['otherwise'] =>
  [...new Set([...safetyOf(answers), ...elsewhereOf(verdict, answers)])].map((to) => ({ to, why: WHY[to] }))

/** Once the matter is outside, nothing else need be asked. */
const isSettled = (matter: Part) => matter.verdict === 'likely_no'

const isOpen = (answers: CheckAnswers, on: Day) =>
  answers.matter !== undefined && !isSettled(matterPart(answers, groundsOf(answers, on)))

/** The two-minute check: a verdict for each part with its ground and article, never a decision. */
export function check(given: CheckAnswers, on: Day): CheckResult {
  const answers = relevant(given, on)
  const grounds = groundsOf(answers, on)
  const matter = matterPart(answers, grounds)
  const means = isSettled(matter) ? null : meansPart(answers, grounds, on)
  const parts = means ? [matter, means] : [matter]
  const missing = isSettled(matter) ? [] : missingOf(answers, on)
  const verdict = together(parts, missing)
  const urgency = urgencyOf(answers, on)
  return {
    verdict,
    parts,
    grounds: grounds.map(({ code, text, law, means }) => ({ code, text, law, means })),
    missing,
    meansForm: meansFormOf(answers, grounds, on),
    urgent: urgency && ADVANCE_TEXT[urgency],
    otherwise: otherwiseOf(verdict, answers),
    used: QUESTIONS.filter((question) => answers[question] !== undefined),
  }
}

const missingOf = (answers: CheckAnswers, on: Day) =>
  questionsFor(answers, on).filter(
    (question) => answers[question] === undefined && !NEVER_MISSED.includes(question),
  )

function meansFormOf(
  answers: CheckAnswers,
  grounds: readonly GroundRow[],
  on: Day,
): CheckResult['meansForm'] {
  if (grounds.length === 0) return 'unknown'
  return meansMatter(answers, on) && exemptionOf(answers, on) === undefined ? 'needed' : 'not_needed'
}
