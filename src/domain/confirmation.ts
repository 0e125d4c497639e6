import type { Touch } from './agreement.ts'
import type { Calendar } from './calendar.ts'
import { addDays, type Day, dayOf, daysBetween, type Instant } from './day.ts'
import { dueOf } from './due.ts'
import { limit } from './rules.ts'

export type Block = { text: string; law: string }

const RULES = '民事诉讼法解释 第三百五十五条'

/** JC-5: what no court confirms. */
const BLOCKS: readonly (Block & { of: readonly Touch[] })[] = [
  {
    of: ['status', 'adoption', 'guardianship'],
    text: '协议涉及婚姻、亲子、收养、监护等身份关系的效力，法院不受理司法确认，请通过诉讼办理',
    law: RULES,
  },
  {
    of: ['property_right', 'intellectual_property'],
    text: '协议涉及确认物权或者知识产权归谁所有，法院不受理司法确认，请通过诉讼或者行政裁决办理',
    law: RULES,
  },
]

const ORAL: Block = {
  text: '申请司法确认要提交调解协议书；口头协议请先补写协议书，双方签名后再申请',
  law: '民事诉讼法解释 第三百五十四条',
}

const LATE: Block = {
  text: '共同申请司法确认的三十日已满。协议仍然有效；对方不履行的，可以就协议向法院起诉',
  law: '人民调解法 第三十二条、第三十三条',
}

/** Why this agreement cannot go to the court for confirmation, as far as its words say (JC-4, JC-5). */
export const contentBlocks = (touches: readonly Touch[], oral: boolean): Block[] => [
  ...BLOCKS.filter(({ of }) => of.some((touch) => touches.includes(touch))).map(({ text, law }) => ({
    text,
    law,
  })),
  ...(oral ? [ORAL] : []),
]

type Asked = {
  touches: readonly Touch[]
  oral: boolean
  effectiveAt: Instant
  today: Day
  calendar: Calendar
}

/** The last day on which both may apply together (JC-1): the day of effect is not counted. */
export function lastDayOf(effectiveAt: Instant, calendar: Calendar): { dueOn: Day; dueLegalOn: Day } {
  const due = dueOf(
    limit('JC-1', dayOf(effectiveAt)),
    { startedAt: effectiveAt, pauses: [] },
    { now: effectiveAt, calendar },
  )
  if (!due) throw new Error('JC-1 has no last day')
  return due
}

/** All that stands against it today; none when both may go (JC-1, JC-4, JC-5). */
export const blocksOf = ({ touches, oral, effectiveAt, today, calendar }: Asked): Block[] => [
  ...contentBlocks(touches, oral),
  ...(today > lastDayOf(effectiveAt, calendar).dueLegalOn ? [LATE] : []),
]

/** Both sides are told on the day of effect, on day 20 and on day 27 (JC-10). */
export const NOTICE_DAYS = [0, 20, 27] as const

/** The notice that is due on a day: the latest whose day has come; null before the first and after the last day. */
export function noticeDue(effectiveAt: Instant, today: Day): (typeof NOTICE_DAYS)[number] | null {
  const days = daysBetween(dayOf(effectiveAt), today)
  return days > 30 ? null : (NOTICE_DAYS.findLast((day) => days >= day) ?? null)
}

export const noticeDays = (effectiveAt: Instant): Day[] =>
  NOTICE_DAYS.map((days) => addDays(dayOf(effectiveAt), days))

/** What the court says in the end (JC-7, JC-8). */
export const OUTCOMES = ['applied', 'confirmed', 'rejected', 'withdrawn'] as const
export type Outcome = (typeof OUTCOMES)[number]

export const OUTCOME_NAME: Readonly<Record<Outcome, string>> = {
  applied: '已向法院申请',
  confirmed: '法院裁定协议有效',
  rejected: '法院驳回申请',
  withdrawn: '撤回申请',
}

type Said = { text: string; law: string }

/** What both should know before they go (JC-1 to JC-4, JC-6 to JC-9). */
export const CONFIRMATION_FACTS: readonly Said[] = [
  { text: '双方一起申请，一方单独不能申请', law: '人民调解法 第三十三条' },
  {
    text: '法院邀请调解的，向该法院申请；其他的，向当事人住所地、标的物所在地或者调解组织所在地的基层人民法院申请',
    law: '民事诉讼法 第二百零五条',
  },
  { text: '书面、口头都可以申请', law: '民事诉讼法解释 第三百五十三条' },
  {
    text: '带上协议书、调解组织出具的调解证明、双方身份证明和住址电话；涉及财产的带财产权利证明',
    law: '民事诉讼法解释 第三百五十四条',
  },
  { text: '法院通知时双方要一起到场，无故不到的可能按撤回申请处理', law: '民事诉讼法解释 第三百五十六条' },
  {
    text: '违反法律、损害他人利益、不是自愿或者内容不明确的，法院不予确认',
    law: '民事诉讼法解释 第三百五十八条',
  },
  { text: '不收费', law: '最高人民法院关于人民调解协议司法确认程序的若干规定 第十一条' },
  { text: '确认以后一方不履行的，另一方可以申请法院强制执行', law: '民事诉讼法 第二百零六条' },
]
