import type { Calendar } from './calendar.ts'
import { type Day, instant, writtenDay } from './day.ts'
import { dueOf } from './due.ts'

/** Where else help is to be had (docs/rules.md, Referral). */
export const REFERRALS = [
  'police',
  'line_12345',
  'line_12333',
  'labour_arbitration',
  'labour_suit',
  'land_arbitration',
  'land_suit',
  'commercial_arbitration',
  'award_set_aside',
  'administrative_review',
  'administrative_suit',
  'review_suit',
  'administrative_adjudication',
  'civil_suit',
  'state_compensation',
  'protection_order',
  'judicial_relief',
  'petition',
] as const
export type ReferralId = (typeof REFERRALS)[number]

/** Until when one must have gone there; `since` says from which day it counts. */
type Limit = { amount: number; unit: 'day' | 'month'; since: string; law: string }

/** How sure we are; only what is verified or well known is shown as law (as in rules.ts). */
type Standing = { mark: 'V' | 'K-H'; law: string } | { mark: 'K-M' | 'D'; law: null }

/** `from` and `to` are the first and the last day on which the row is in force. */
type Row = Standing & {
  from: Day
  to?: Day
  name: string
  phone: string | null
  /** What it is good for, and what to know before. */
  text: string
  limit: Limit | null
  checkedOn: Day
}

const CHECKED = '2026-11-23'
const KNOWN = '知道或者应当知道权利受到损害之日'

export const REFERRAL: Readonly<Record<ReferralId, Row>> = {
  police: {
    from: '2022-01-01',
    mark: 'D',
    name: '报警',
    phone: '110',
    text: '有人身危险、正在受到侵害，请立即报警',
    law: null,
    limit: null,
    checkedOn: CHECKED,
  },
  line_12345: {
    from: '2022-01-01',
    mark: 'D',
    name: '12345 政务服务便民热线',
    phone: '12345',
    text: '对政府部门的咨询、求助、投诉和建议',
    law: null,
    limit: null,
    checkedOn: CHECKED,
  },
  line_12333: {
    from: '2022-01-01',
    mark: 'D',
    name: '12333 人力资源和社会保障热线',
    phone: '12333',
    text: '拖欠工资、社会保险、工伤认定的咨询和举报',
    law: null,
    limit: null,
    checkedOn: CHECKED,
  },
  labour_arbitration: {
    from: '2008-05-01',
    mark: 'V',
    name: '劳动争议仲裁',
    phone: null,
    text: '不收费。五日内决定是否受理，四十五日内裁决，案情复杂的可延长十五日。在职期间拖欠工资不受一年的限制，离职的从离职之日起一年内提出',
    law: '劳动争议调解仲裁法 第二十七条、第二十九条、第四十三条、第五十三条',
    limit: { amount: 12, unit: 'month', since: KNOWN, law: '劳动争议调解仲裁法 第二十七条' },
    checkedOn: CHECKED,
  },
  labour_suit: {
    from: '2008-05-01',
    mark: 'V',
    name: '对劳动仲裁裁决不服起诉',
    phone: null,
    text: '向人民法院起诉。期满不起诉的，裁决书生效',
    law: '劳动争议调解仲裁法 第四十八条、第五十条',
    limit: { amount: 15, unit: 'day', since: '收到仲裁裁决书之日', law: '劳动争议调解仲裁法 第五十条' },
    checkedOn: CHECKED,
  },
  land_arbitration: {
    from: '2010-01-01',
    mark: 'V',
    name: '农村土地承包经营纠纷仲裁',
    phone: null,
    text: '不收费。五个工作日内通知是否受理，六十日内裁决，可延长三十日',
    law: '农村土地承包经营纠纷调解仲裁法 第十八条、第二十三条、第四十七条、第五十二条',
    limit: { amount: 24, unit: 'month', since: KNOWN, law: '农村土地承包经营纠纷调解仲裁法 第十八条' },
    checkedOn: CHECKED,
  },
  land_suit: {
    from: '2010-01-01',
    mark: 'V',
    name: '对土地承包仲裁裁决不服起诉',
    phone: null,
    text: '向人民法院起诉。期满不起诉的，裁决书生效',
    law: '农村土地承包经营纠纷调解仲裁法 第四十八条',
    limit: {
      amount: 30,
      unit: 'day',
      since: '收到仲裁裁决书之日',
      law: '农村土地承包经营纠纷调解仲裁法 第四十八条',
    },
    checkedOn: CHECKED,
  },
  commercial_arbitration: {
    from: '2026-03-01',
    mark: 'V',
    name: '商事仲裁',
    phone: null,
    text: '双方要有仲裁协议。对裁决不服的，符合法定情形才能向法院申请撤销',
    law: '仲裁法（2025年修订）',
    limit: null,
    checkedOn: CHECKED,
  },
  award_set_aside: {
    from: '2026-03-01',
    mark: 'V',
    name: '申请撤销仲裁裁决',
    phone: null,
    text: '商事仲裁一裁终局。有法律规定的情形（没有仲裁协议、程序违法、证据伪造等）的，可以向仲裁机构所在地的中级人民法院申请撤销',
    law: '仲裁法（2025年修订） 第七十二条',
    limit: { amount: 3, unit: 'month', since: '收到仲裁裁决书之日', law: '仲裁法（2025年修订） 第七十二条' },
    checkedOn: CHECKED,
  },
  administrative_review: {
    from: '2024-01-01',
    mark: 'V',
    name: '行政复议',
    phone: null,
    text: '不服行政机关的决定。五日内审查是否受理，六十日内决定，可延长三十日。当场处罚、信息公开、自然资源权属等要先复议再起诉',
    law: '行政复议法（2023年修订） 第二十条、第二十三条、第三十条、第六十二条',
    limit: {
      amount: 60,
      unit: 'day',
      since: '知道或者应当知道行政行为之日',
      law: '行政复议法（2023年修订） 第二十条',
    },
    checkedOn: CHECKED,
  },
  administrative_suit: {
    from: '2015-05-01',
    mark: 'V',
    name: '行政诉讼',
    phone: null,
    text: '直接起诉的在六个月内。经过复议的，从收到复议决定书之日起十五日内',
    law: '行政诉讼法 第四十五条、第四十六条',
    limit: {
      amount: 6,
      unit: 'month',
      since: '知道或者应当知道行政行为之日',
      law: '行政诉讼法 第四十六条',
    },
    checkedOn: CHECKED,
  },
  review_suit: {
    from: '2015-05-01',
    mark: 'V',
    name: '对复议决定不服起诉',
    phone: null,
    text: '向人民法院起诉。复议机关逾期不作决定的，从复议期满之日起算',
    law: '行政诉讼法 第四十五条',
    limit: { amount: 15, unit: 'day', since: '收到复议决定书之日', law: '行政诉讼法 第四十五条' },
    checkedOn: CHECKED,
  },
  // 2018 opinion, from knowledge (K-M): not shown as law.
  administrative_adjudication: {
    from: '2018-12-31',
    mark: 'K-M',
    name: '行政裁决',
    phone: null,
    text: '山林、土地等自然资源权属争议，知识产权侵权、政府采购投诉等，由行政机关裁决',
    law: null,
    limit: null,
    checkedOn: CHECKED,
  },
  civil_suit: {
    from: '2021-01-01',
    mark: 'V',
    name: '民事诉讼',
    phone: null,
    text: '向人民法院起诉。向对方提出要求、对方同意履行等会使时效重新计算',
    law: '民法典 第一百八十八条',
    limit: { amount: 36, unit: 'month', since: KNOWN, law: '民法典 第一百八十八条' },
    checkedOn: CHECKED,
  },
  state_compensation: {
    from: '2010-12-01',
    mark: 'V',
    name: '国家赔偿',
    phone: null,
    text: '先向赔偿义务机关提出，机关两个月内决定',
    law: '国家赔偿法 第十三条、第三十九条',
    limit: { amount: 24, unit: 'month', since: KNOWN, law: '国家赔偿法 第三十九条' },
    checkedOn: CHECKED,
  },
  protection_order: {
    from: '2016-03-01',
    mark: 'V',
    name: '人身安全保护令',
    phone: null,
    text: '向人民法院申请，七十二小时内裁定，紧急的二十四小时内。本人不便的，近亲属、公安机关、妇联、村（居）委会、救助机构可以代为申请',
    law: '反家庭暴力法 第二十三条、第二十八条',
    limit: null,
    checkedOn: CHECKED,
  },
  // 2014 opinion, from knowledge (K-M): not shown as law.
  judicial_relief: {
    from: '2014-01-17',
    mark: 'K-M',
    name: '国家司法救助',
    phone: null,
    text: '被害人及其近亲属等生活困难的，向办案的法院、检察院、公安机关申请，一次性救助，由办案机关决定',
    law: null,
    limit: null,
    checkedOn: CHECKED,
  },
  petition: {
    from: '2022-05-01',
    mark: 'V',
    name: '信访',
    phone: null,
    text: '十五日内登记并告知，六十日内办结，可延长三十日。能通过诉讼、仲裁、复议解决的，走各自的程序',
    law: '信访工作条例 第二十二条、第三十一条、第三十四条',
    limit: null,
    checkedOn: CHECKED,
  },
}

/** Rows that a new law has closed: what began under them ends under them. The newest of each stands above. */
const FORMER: readonly (Row & { id: ReferralId; to: Day })[] = [
  {
    ...REFERRAL.award_set_aside,
    id: 'award_set_aside',
    from: '1995-09-01',
    to: '2026-02-28',
    mark: 'K-H',
    law: '仲裁法（1994年） 第五十九条',
    limit: { amount: 6, unit: 'month', since: '收到仲裁裁决书之日', law: '仲裁法（1994年） 第五十九条' },
  },
]

/** The row in force on a day; before the first of them, and from then on, the newest that we have. */
export const referralOn = (id: ReferralId, on: Day): Row =>
  FORMER.find((row) => row.id === id && row.from <= on && on <= row.to) ?? REFERRAL[id]

/**
 * The last day, and what was assumed to reckon it; `from` where another day counts for this trouble. It never says that a day has passed: whether a limit is over is
 * for a lawyer to judge, and who is told so gives up.
 */
export function lastDay(
  id: ReferralId,
  since: Day | null,
  calendar: Calendar,
  from: Partial<Pick<Limit, 'since' | 'law'>> = {},
): { lastOn: Day; text: string } | null {
  const row = since && referralOn(id, since).limit
  if (!row || !since) return null
  const limit = { ...row, ...from }
  const startedAt = instant(since, '00:00')
  const due = dueOf(limit, { startedAt, pauses: [] }, { now: startedAt, calendar })
  if (!due) return null
  const text = `假设${limit.since}是${writtenDay(since)}，最后一天是${writtenDay(due.dueLegalOn)}（${limit.law}）。请尽快咨询；时间紧的，可以先获得法律援助、事后补办手续（法律援助法 第四十四条）`
  return { lastOn: due.dueLegalOn, text }
}
