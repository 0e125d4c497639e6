import type { Licence } from './licence.ts'

/** What the office asks of an adviser (VA-7). No law says so: every number is the office's own, from its settings. */
export const DUTY_NAMES = ['hours_month', 'visits_month', 'lectures_quarter', 'max_villages'] as const
export type DutyName = (typeof DUTY_NAMES)[number]
export type Duties = Readonly<Record<DutyName, number>>

export const DUTIES: Duties = { hours_month: 8, visits_month: 1, lectures_quarter: 1, max_villages: 5 }

export const DUTY_WORDS: Readonly<Record<DutyName, (amount: number) => string>> = {
  hours_month: (hours) => `每个村每月现场服务不少于 ${hours} 小时`,
  visits_month: (visits) => `每个村每月进村不少于 ${visits} 次`,
  lectures_quarter: (lectures) => `每个村每季度法治讲座不少于 ${lectures} 场`,
  max_villages: (villages) => `一位顾问最多服务 ${villages} 个村`,
}

/** 律师 and 基层法律服务工作者 are two occupations and are never mixed. */
export const OCCUPATION_NAME: Readonly<Record<Licence, string>> = {
  lawyer: '律师',
  legal_worker: '基层法律服务工作者',
}

/** Where anybody can look the licence up. */
export const VERIFY_LICENCE: Readonly<Record<Licence, string>> = {
  lawyer: '在“12348中国法网”（www.12348.gov.cn）查“律师”，输入姓名或执业证号核对',
  legal_worker: '在“12348中国法网”（www.12348.gov.cn）查“基层法律服务工作者”，输入姓名或执业证号核对',
}

/** What an adviser must not do (VA-6): the bureau's own rule. */
export const MUST_NOT: readonly string[] = [
  '不得就村（社区）法律顾问服务向村民或村委会收费',
  '不得借顾问身份招揽收费案件，不得代理与所服务的村有利害冲突的案件',
  '不得在同一件纠纷里同时帮双方',
  '不得泄露村民的隐私和村里的秘密',
]

export const FREE = '不收费。村（社区）法律顾问由政府提供，咨询、看材料、写一般文书都不收钱'

export const HOW_TO_COMPLAIN =
  '对顾问不满意，或顾问收费、拖延、偏袒、泄密的，可以拨打 12348 投诉，也可以在办件里评价；投诉由司法行政机关处理，不会转给顾问本人'

/** Shown from this many answers on (the usual time to an answer is measured, not claimed). */
export const LEAST_ANSWERS = 5
/** As many of the last answers are looked at. */
export const LAST_ANSWERS = 20

/** The middle of the minutes that the last answers took; null when there are too few to say. */
export function usualMinutes(minutes: readonly number[]): number | null {
  if (minutes.length < LEAST_ANSWERS) return null
  const sorted = [...minutes].sort((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0
  return Math.round((upper + lower) / 2)
}

/** 约 40 分钟, 约 3 小时, 约 2 天 */
export function spokenMinutes(minutes: number): string {
  if (minutes < 60) return `约 ${Math.max(1, minutes)} 分钟`
  if (minutes < 48 * 60) return `约 ${Math.round(minutes / 60)} 小时`
  return `约 ${Math.round(minutes / 1440)} 天`
}
