import type { DayAsked, RouteQuestion, Trouble } from '#domain/aid-route'
import type { Answer } from '../Question.tsx'

export const ROUTE_WORDS = {
  title: '我该找谁',
  back: '上一个问题',
  again: '从头再问一次',
  wayTitle: '建议你这样办',
  lastTitle: '要留意的日子',
  lastHint: (on: string) => `最晚 ${on}。请尽快咨询，是不是还来得及由专业人员判断。`,
  others: '也可以',
  law: '依据',
  checked: (on: string) => `核对日期 ${on}`,
  call: (phone: string) => `拨打 ${phone}`,
  emergency: '紧急情况请先打 110',
  private: '只是指路，不用登录，也不留记录。',
  dayLabel: '哪一天',
  dayGo: '算一算',
} as const

export const ASKS: Readonly<Record<Exclude<RouteQuestion, 'since'>, { ask: string; hint?: string }>> = {
  trouble: { ask: '遇到了什么事？', hint: '选最接近的一项，最多再问四个问题。' },
  safe: { ask: '你现在安全吗？' },
  decided: { ask: '事情到了哪一步？', hint: '有没有收到盖章的决定、裁决。' },
  afford: { ask: '自己请律师，有困难吗？' },
  willing: { ask: '对方愿意坐下来谈吗？' },
}

const SKIP = '不知道，跳过'
const RECKONED = '用来算最晚哪天要去办。不知道可以跳过。'
const PAPER = '看一看签收的日子。用来算最晚哪天要去办，不知道可以跳过。'

/** The day from which it counts, as people would say it. */
export const DAY_ASK: Readonly<Record<DayAsked, { ask: string; hint: string; skip: string }>> = {
  award: { ask: '哪天收到裁决书的？', hint: PAPER, skip: SKIP },
  review: { ask: '哪天收到复议决定书的？', hint: PAPER, skip: SKIP },
  decision: { ask: '哪天知道这个决定的？', hint: PAPER, skip: SKIP },
  left: {
    ask: '哪天离职的？',
    hint: '离职的，从那天起一年内申请仲裁。还在那里上班的，欠的工资没有一年的限制，直接跳过。',
    skip: '还在上班，或不知道',
  },
  hurt: {
    ask: '哪天受的伤？',
    hint: '职业病写确诊的那天。用来算最晚哪天要去办，不知道可以跳过。',
    skip: SKIP,
  },
  debt: {
    ask: '约好哪天还钱的？',
    hint: '没有约过的，写第一次去要、对方不给的那天。不知道可以跳过。',
    skip: SKIP,
  },
  known: { ask: '哪天知道自己吃了亏的？', hint: RECKONED, skip: SKIP },
}

/** In groups, so that nobody reads nineteen lines: what is about money and work first. */
export const TROUBLE_GROUPS: readonly { text: string; detail: string; troubles: readonly Trouble[] }[] = [
  { text: '打工、受伤', detail: '工资、工伤、交通、医疗', troubles: ['wages', 'work_injury', 'hurt'] },
  { text: '家里的事', detail: '家暴、离婚、赡养抚养', troubles: ['danger', 'divorce', 'support'] },
  {
    text: '邻里、土地、村里',
    detail: '相邻、承包地、山林、村务',
    troubles: ['neighbours', 'land_contract', 'land_owner', 'village_affairs'],
  },
  { text: '钱和合同', detail: '借钱、买卖、合同', troubles: ['debt', 'contract'] },
  {
    text: '政府部门',
    detail: '不服处理、办事不满意、国家赔偿',
    troubles: ['government', 'service_complaint', 'state_harm'],
  },
  { text: '刑事案件', detail: '被抓、被害', troubles: ['accused', 'victim'] },
  { text: '只想问问，或说不清', detail: '先问一问再说', troubles: ['question', 'other'] },
]

export const TROUBLE_TEXT: Readonly<Record<Trouble, string>> = {
  danger: '家暴、虐待、被威胁',
  wages: '拿不到工资、被辞退',
  work_injury: '干活受了伤、得职业病',
  hurt: '交通、医疗等事故受了伤',
  support: '要赡养费、抚养费、扶养费',
  divorce: '离婚、分财产、争孩子',
  neighbours: '邻居之间的纠纷',
  land_contract: '承包地、流转土地的纠纷',
  land_owner: '山林、土地归谁',
  government: '不服政府部门的处理',
  state_harm: '公家的行为让我受了损失',
  debt: '借钱、欠款',
  contract: '买卖、装修、租房等合同',
  accused: '我或家人被拘留、被起诉',
  victim: '我或家人被害、被骗、被打',
  village_affairs: '村务、村规民约、村里的合同',
  service_complaint: '办事不顺、服务不好',
  question: '只想问问法律问题',
  other: '都不是，或说不清',
}

const said = (words: Readonly<Record<string, string>>): Answer[] =>
  Object.entries(words).map(([value, text]) => ({ value, text }))

export const ANSWERS: Readonly<Record<'safe' | 'decided' | 'afford' | 'willing', readonly Answer[]>> = {
  safe: said({ in_danger: '不安全，正在被打、被威胁', safe: '现在是安全的' }),
  decided: said({
    nothing: '还没有任何决定',
    decision: '收到了政府、部门的决定',
    review: '复议过了，收到了复议决定',
    award: '仲裁过了，收到了裁决',
  }),
  afford: said({ hard: '有困难，请不起', fine: '没有困难' }),
  willing: said({ willing: '愿意谈', refuses: '不愿意谈', unsure: '不知道' }),
}

const LABOUR = ['nothing', 'award']
const GOVERNMENT = ['nothing', 'decision', 'review']

/** How far it can have gone, by what it is about. */
export const DECIDED_IN: Readonly<Partial<Record<Trouble, readonly string[]>>> = {
  wages: LABOUR,
  work_injury: LABOUR,
  land_contract: LABOUR,
  contract: LABOUR,
  land_owner: GOVERNMENT,
  government: GOVERNMENT,
}
