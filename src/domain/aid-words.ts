import type { AccusedClass, Question, Whom, YesNoUnsure } from './aid-check.ts'
import { MATTER_NAME } from './aid-matter.ts'
import { EXEMPTION_NAME, type Hardship } from './aid-means.ts'
import type { ROUTE_ANSWERS, RouteQuestion } from './aid-route.ts'

/** How a question of the check is asked and answered. */
export type Asking = {
  ask: string
  hint: string | null
  input: 'choice' | 'choices' | 'yes_no' | 'day' | 'region'
  options: readonly { value: string; text: string }[]
}

const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, text]) => ({ value, text }))

const WHOM_NAME: Readonly<Record<Whom, string>> = {
  self: '我自己',
  child: '未成年的孩子',
  incapable: '不能自己拿主意的家人',
  detained: '被羁押、服刑的家人',
  other: '别的人',
}

export const ACCUSED_NAME: Readonly<Record<AccusedClass, string>> = {
  minor: '未成年人',
  disabled: '视力、听力、言语残疾人',
  incapable: '不能完全辨认自己行为的成年人',
  life_or_death: '可能判无期徒刑、死刑，或死刑复核',
  none: '都不是',
}

const YES_NO_NAME: Readonly<Record<YesNoUnsure, string>> = { yes: '有', no: '没有', unsure: '不清楚' }

const HARDSHIP_NAME: Readonly<Record<Hardship | 'neither' | 'unsure', string>> = {
  low_income: '是政府认定的低收入人口',
  hit_by_misfortune: '因灾、意外、大病，日子很困难',
  neither: '都不是',
  unsure: '不清楚',
}

const YES_NO = [
  { value: 'true', text: '是' },
  { value: 'false', text: '不是' },
] as const

const yesNo = (ask: string, hint: string | null): Asking => ({ ask, hint, input: 'yes_no', options: YES_NO })
const pick = (ask: string, hint: string | null, words: Readonly<Record<string, string>>): Asking => ({
  ask,
  hint,
  input: 'choice',
  options: optionsOf(words),
})

const { migrant_worker: _, ...SITUATION_NAME } = EXEMPTION_NAME

export const CHECK_QUESTION: Readonly<Record<Question, Asking>> = {
  regionCode: { ask: '事情发生在哪里？', hint: '各省的标准不一样', input: 'region', options: [] },
  matter: pick('是什么事？', '选最接近的一项', MATTER_NAME),
  hurt: yesNo('有人受伤或去世吗？', '只坏了东西、没有伤人的选“不是”'),
  violence: yesNo('有没有遭到家暴、虐待或遗弃？', '打骂、关起来、不给吃穿都算；你的回答不会告诉对方'),
  migrantWorker: yesNo('是在外打工的人吗？', '户口在农村、出来干活的都算'),
  accusedIs: pick('被拘留、被起诉的人是不是下面这些情况？', null, ACCUSED_NAME),
  hasLawyer: yesNo('已经请了律师吗？', null),
  retrialDecided: pick('法院有没有决定再审，或者检察院有没有抗诉？', null, YES_NO_NAME),
  whom: pick('为谁问的？', null, WHOM_NAME),
  situations: {
    ask: '有没有下面这些情况？',
    hint: '有一样就不用填经济状况；都没有可以不选',
    input: 'choices',
    options: optionsOf(SITUATION_NAME),
  },
  hardship: pick('家里的经济情况？', '不清楚也没关系，由我们核对', HARDSHIP_NAME),
  deadline: pick('有没有必须在哪天之前办的期限？', '例如传票、裁决书上写的日子', YES_NO_NAME),
  deadlineOn: { ask: '最后一天是哪天？', hint: '拿不准就写文书上的日子', input: 'day', options: [] },
  preservation: yesNo('对方是不是正在转移财产，要马上查封、冻结？', '或者急需先拿到一部分钱看病、生活'),
}

type Trouble = (typeof ROUTE_ANSWERS.trouble)[number]

const TROUBLE_NAME: Readonly<Record<Trouble, string>> = {
  danger: '有人打我、虐待我',
  wages: '干了活拿不到钱、被辞退',
  work_injury: '干活受了伤',
  hurt: '交通、看病、吃药等出事受伤',
  support: '要赡养费、抚养费',
  divorce: '离婚、分家产、继承',
  neighbours: '邻里纠纷',
  land_contract: '承包地、流转',
  land_owner: '山林、土地归谁',
  government: '对政府的决定不服',
  state_harm: '公家的人造成了损害，要赔偿',
  debt: '借钱不还',
  contract: '买卖、合同、消费',
  accused: '我或家人被抓、被起诉',
  victim: '被偷、被骗、被打，要追究',
  village_affairs: '村里的事、村规民约',
  service_complaint: '对政府办事有意见',
  question: '只想先问一问',
  other: '说不清',
}

type Options = Readonly<Record<string, string>>

/** The words of the five questions. */
export const ROUTE_QUESTION: Readonly<
  Record<RouteQuestion, { ask: string; hint: string | null; options: Options | null }>
> = {
  trouble: { ask: '遇到了什么事？', hint: null, options: TROUBLE_NAME },
  safe: {
    ask: '现在安全吗？',
    hint: '你的回答不会告诉对方',
    options: { safe: '现在安全', in_danger: '正在受到伤害或威胁' },
  },
  afford: { ask: '请律师有困难吗？', hint: '法律援助不收费', options: { hard: '有困难', fine: '没有困难' } },
  willing: {
    ask: '对方愿意坐下来谈吗？',
    hint: null,
    options: { willing: '愿意', refuses: '不愿意', unsure: '还没问过' },
  },
  decided: {
    ask: '事情到了哪一步？',
    hint: '看手里最后一份文书',
    options: {
      nothing: '还没有哪个机关处理',
      decision: '行政机关已有决定',
      review: '已有行政复议决定',
      award: '已有仲裁裁决',
    },
  },
  since: {
    ask: '从哪天算起？',
    hint: '收到文书的那天，或者知道自己吃亏的那天；不知道可以跳过',
    options: null,
  },
}
