import { type Day, dayOf, type Instant, instant, writtenDay } from './day.ts'

/** What an agreement touches that the law treats apart. */
export const TOUCHES = [
  'none',
  'status',
  'adoption',
  'inheritance',
  'guardianship',
  'property_right',
  'intellectual_property',
] as const
export type Touch = (typeof TOUCHES)[number]

export const TOUCH_NAME: Readonly<Record<Touch, string>> = {
  none: '都没有',
  status: '结婚、离婚、亲子关系',
  adoption: '收养',
  inheritance: '继承',
  guardianship: '监护',
  property_right: '确认房屋、土地等归谁所有（物权确权）',
  intellectual_property: '确认知识产权归谁所有',
}

/** Of these no electronic signature may be used (电子签名法 第三条第三款). */
const PAPER_ONLY: readonly Touch[] = ['status', 'adoption', 'inheritance', 'guardianship']

/** Why the agreement has to be signed on paper; null when a licensed CA may be used. */
export const whyOnPaper = (touches: readonly Touch[]): string | null =>
  touches.some((touch) => PAPER_ONLY.includes(touch))
    ? '涉及婚姻、收养、继承、监护等人身关系的文书不能用电子签名（电子签名法 第三条），请在纸上签名、盖章或者按指印'
    : null

/** 履行方式 (SYS113), in the order of the code. */
export const WAYS = [
  'stop',
  'remove',
  'safe',
  'return',
  'restore',
  'repair',
  'compensate',
  'penalty',
  'reputation',
  'apology',
  'other',
] as const
export type Way = (typeof WAYS)[number]

export const WAY_NAME: Readonly<Record<Way, string>> = {
  stop: '停止侵害',
  remove: '排除妨碍',
  safe: '消除危险',
  return: '返还财产',
  restore: '恢复原状',
  repair: '修理、重做、更换',
  compensate: '赔偿损失',
  penalty: '支付违约金',
  reputation: '消除影响、恢复名誉',
  apology: '赔礼道歉',
  other: '其他',
}

/** How a side signed on paper (人民调解法 第二十九条). */
export const SIGNINGS = ['signature', 'seal', 'fingerprint'] as const
export type Signing = (typeof SIGNINGS)[number]

export const SIGNING_NAME: Readonly<Record<Signing, string>> = {
  signature: '签名',
  seal: '盖章',
  fingerprint: '按指印',
}

/** One part of what is to be done, and by when. `amount` in yuan; 0 for what is not money. */
export type Instalment = { dueOn: Day; amount: number; what: string }

/** What was agreed (人民调解法 第二十九条: facts, what was in dispute, duties, way and time of performance). */
export type Agreement = {
  facts: string
  disputed: string
  duty: string | null
  clauses: readonly string[]
  ways: readonly Way[]
  amount: number
  instalments: readonly Instalment[]
  place: string | null
}

/** Reasons why the dates and amounts cannot be meant so; in words for whoever writes the agreement. */
export function problemOf({ amount, instalments }: Pick<Agreement, 'amount' | 'instalments'>): string | null {
  const sum = instalments.reduce((total, one) => total + one.amount, 0)
  if (sum > 0 && sum !== amount) return `各期合计 ${sum} 元，与总额 ${amount} 元不一致`
  const days = instalments.map(({ dueOn }) => dueOn)
  if (days.some((day, index) => index > 0 && day < (days[index - 1] ?? ''))) return '各期日期请按先后填写'
  return null
}

type Spell = (day: Day) => string

const numbered = (lines: readonly string[]) => lines.map((text, index) => `${index + 1}．${text}`)

const instalmentText =
  (spell: Spell) =>
  ({ dueOn, amount, what }: Instalment) =>
    `${spell(dueOn)}前：${what}${amount ? ` ${amount} 元` : ''}`

const FACTS = '纠纷的主要事实'
const DISPUTED = '争议事项'
const DUTY = '各方责任'
const AGREED = '经调解，双方自愿达成如下协议'
const TIMES = '履行时限'

/** The lines under which the parts of the text stand. */
export const AGREEMENT_HEADINGS: readonly string[] = [FACTS, DISPUTED, DUTY, AGREED, TIMES]

/** What is read aloud, signed and hashed. It is written once and kept: another wording here changes no agreement. */
export const agreementText = (agreement: Agreement, spell: Spell = writtenDay): string =>
  [
    FACTS,
    agreement.facts,
    DISPUTED,
    agreement.disputed,
    ...(agreement.duty ? [DUTY, agreement.duty] : []),
    AGREED,
    ...numbered(agreement.clauses),
    `履行方式：${agreement.ways.map((way) => WAY_NAME[way]).join('、')}`,
    ...(agreement.place ? [`履行地点：${agreement.place}`] : []),
    ...(agreement.amount ? [`涉及金额：${agreement.amount} 元`] : []),
    ...(agreement.instalments.length
      ? [TIMES, ...numbered(agreement.instalments.map(instalmentText(spell)))]
      : []),
  ].join('\n')

/** The days on which the parties and the mediator signed, and the committee put its seal. */
export type Signed = { parties: readonly Day[]; mediator: Day; seal: Day }

/**
 * PM-19: in force from the last of all parties, mediator and seal, in whatever order they came (人民调解法 第二十九条).
 * What was signed today is in force now; the hour of an earlier day does not matter (民法典 第二百零一条).
 */
export function effectOf({ parties, mediator, seal }: Signed, now: Instant): Instant {
  const day = [...parties, mediator, seal].reduce((latest, one) => (one > latest ? one : latest))
  return day === dayOf(now) ? now : instant(day, '00:00')
}

/** A day that has not come yet is nobody's signature. */
export const isPast = (day: Day, now: Instant): boolean => day <= dayOf(now)
