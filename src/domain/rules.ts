import type { Day } from './day.ts'

export type RuleId =
  | 'LP-5'
  | 'LP-8'
  | 'LP-11'
  | 'LP-14'
  | 'LP-16'
  | 'LP-18'
  | 'LP-19'
  | 'LP-22'
  | 'LP-25'
  | 'LP-33'
  | 'JC-1'
  | 'PM-2'
  | 'PM-12'
  | 'PM-13'
  | 'PM-25'
  | 'VA-9'
  | 'VA-10'
  | 'HL-8'

export type Unit = 'hour' | 'day' | 'working_day' | 'month' | 'appointment'

/** How sure we are. Only a verified or well-known rule is shown as law; the rest are promises of the office. */
type Standing = { mark: 'V' | 'K-H'; law: string } | { mark: 'K-M' | 'K-L' | 'D'; law: null }

export type Limit = Standing & { rule: RuleId; amount: number; unit: Unit; text: string }

/** `from` and `to` are the first and the last day in force; `text` is what the citizen reads. */
type Row = Standing & {
  rule: RuleId
  from: Day
  to?: Day
  amount: number
  unit: Unit
  text: (amount: number) => string
}

/** Rows are added and closed, never changed: a clock keeps the row of the day on which it started (CLK-7). */
export const ROWS: readonly Row[] = [
  {
    rule: 'LP-11',
    from: '2022-01-01',
    amount: 7,
    unit: 'day',
    mark: 'V',
    law: '法律援助法 第四十三条',
    text: (days) => `收到申请后${days}日内作出是否给予法律援助的决定`,
  },
  {
    rule: 'LP-16',
    from: '2022-01-01',
    amount: 3,
    unit: 'day',
    mark: 'V',
    law: '法律援助法 第四十三条',
    text: (days) => `决定给予法律援助后${days}日内指派承办人员`,
  },
  {
    rule: 'LP-25',
    from: '2022-01-01',
    amount: 5,
    unit: 'day',
    mark: 'V',
    law: '法律援助法 第四十九条',
    text: (days) => `收到异议后${days}日内审查并答复`,
  },
  // No rule of law: an application that came from another service and is never filled in does not wait for ever.
  {
    rule: 'LP-5',
    from: '2022-01-01',
    amount: 30,
    unit: 'day',
    mark: 'D',
    law: null,
    text: (days) => `${days}日内把申请填好`,
  },
  // 湖南省实施《法律援助法》若干规定 第四条 bars the promise and gives no number of months.
  {
    rule: 'LP-8',
    from: '2022-01-01',
    amount: 24,
    unit: 'month',
    mark: 'D',
    law: null,
    text: (months) => `查实不实承诺后${months}个月内不能再用诚信承诺`,
  },
  // 法律援助法 第四十三条第二款 gives no number of days: the notice says it.
  {
    rule: 'LP-14',
    from: '2022-01-01',
    amount: 15,
    unit: 'day',
    mark: 'D',
    law: null,
    text: (days) => `收到通知后${days}日内补充材料`,
  },
  // 法律援助法 第四十四条 says 及时.
  {
    rule: 'LP-18',
    from: '2022-01-01',
    amount: 7,
    unit: 'day',
    mark: 'D',
    law: null,
    text: (days) => `先行提供法律援助后${days}日内补办手续`,
  },
  {
    rule: 'LP-19',
    from: '2022-01-01',
    amount: 5,
    unit: 'day',
    mark: 'K-M',
    law: null,
    text: (days) => `指派后${days}日内签订委托协议`,
  },
  {
    rule: 'LP-22',
    from: '2022-01-01',
    amount: 5,
    unit: 'day',
    mark: 'K-M',
    law: null,
    text: (days) => `收到更换律师的申请后${days}日内答复`,
  },
  // 法律援助法 第五十六条 asks for an answer and gives no number of days.
  {
    rule: 'LP-33',
    from: '2022-01-01',
    amount: 15,
    unit: 'day',
    mark: 'D',
    law: null,
    text: (days) => `收到投诉后${days}日内告知处理结果`,
  },
  {
    rule: 'JC-1',
    from: '2011-01-01',
    amount: 30,
    unit: 'day',
    mark: 'V',
    law: '人民调解法 第三十三条',
    text: (days) => `调解协议生效后${days}日内，双方可以共同向人民法院申请司法确认`,
  },
  {
    rule: 'PM-13',
    from: '2022-01-01',
    amount: 3,
    unit: 'working_day',
    mark: 'D',
    law: null,
    text: (days) => `收到申请后${days}个工作日内联系双方`,
  },
  // 人民调解法 第十五条 says what follows and gives no number of days.
  {
    rule: 'PM-25',
    from: '2022-01-01',
    amount: 15,
    unit: 'day',
    mark: 'D',
    law: null,
    text: (days) => `收到投诉后${days}日内告知处理结果`,
  },
  {
    rule: 'PM-2',
    from: '2022-01-01',
    amount: 7,
    unit: 'day',
    mark: 'D',
    law: null,
    text: (days) => `邀请发出后${days}日内问清对方愿不愿意`,
  },
  {
    rule: 'PM-12',
    from: '2002-11-01',
    amount: 1,
    unit: 'month',
    mark: 'V',
    law: '人民调解工作若干规定 第三十三条',
    text: (months) => `一般在${months}个月内调解结束`,
  },
  {
    rule: 'VA-9',
    from: '2022-01-01',
    amount: 24,
    unit: 'hour',
    mark: 'D',
    law: null,
    text: (hours) => `村（社区）法律顾问${hours}小时内答复，逾期转给其他顾问或热线`,
  },
  {
    rule: 'VA-10',
    from: '2022-01-01',
    amount: 10,
    unit: 'working_day',
    mark: 'D',
    law: null,
    text: (days) => `法律顾问${days}个工作日内提出审查意见`,
  },
  {
    rule: 'HL-8',
    from: '2022-01-01',
    amount: 1,
    unit: 'appointment',
    mark: 'D',
    law: null,
    text: () => '在约定的时间内联系你',
  },
]

/** Whether an office may set the amount itself; an appointment is kept, there is no amount to it. */
export const isOwnPromise = (rule: string): boolean => {
  const rows = ROWS.filter((row) => row.rule === rule)
  return rows.length > 0 && rows.every(({ mark, unit }) => mark !== 'V' && unit !== 'appointment')
}

const inForce = (on: Day) => (row: Row) => row.from <= on && (row.to === undefined || on <= row.to)

function amountOf({ rule, mark, amount }: Row, own: number | undefined): number {
  if (own === undefined) return amount
  // A running case says what was in force when its clock started: of a law that is the law.
  if (mark === 'V' && own !== amount) throw new Error(`${rule} is fixed by law and cannot be configured`)
  return own
}

/**
 * The limit in force on a day. `overrides` are the amounts the office has set for its own promises.
 * Throws when no row was in force, or when an amount fixed by law (mark V) is overridden.
 */
export function limit(rule: RuleId, on: Day, overrides: Partial<Record<RuleId, number>> = {}): Limit {
  const row = ROWS.filter((row) => row.rule === rule).find(inForce(on))
  if (!row) throw new Error(`${rule} was not in force on ${on}`)
  const { from, to, text, ...rest } = row
  const amount = amountOf(row, overrides[rule])
  return { ...rest, amount, text: text(amount) }
}
