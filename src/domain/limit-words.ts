import type { Day } from './day.ts'
import { type ReferralId, referralOn } from './referral.ts'
import { limit, type RuleId, type Unit } from './rules.ts'
import { spelled } from './spelled.ts'

const UNIT: Readonly<Record<Exclude<Unit, 'appointment'>, string>> = {
  hour: '小时',
  day: '日',
  working_day: '个工作日',
  month: '个月',
}

const inWords = ({ amount, unit }: { amount: number; unit: Unit }): string =>
  unit === 'appointment' ? '' : `${spelled(amount)}${UNIT[unit]}`

/** 七日: a limit that the law fixes, as it is on a day. What an office sets itself is not said by this. */
export const legalLength = (rule: RuleId, on: Day): string => inWords(limit(rule, on))

/** 六十日: until when one must have gone there, by the row in force on a day; empty where there is no limit. */
export function referralLength(id: ReferralId, on: Day): string {
  const { limit } = referralOn(id, on)
  return limit ? inWords(limit) : ''
}
