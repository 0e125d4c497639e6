import {
  type AccusedClass,
  ADVANCE_DAYS,
  type OtherWay,
  type Question,
  type Verdict,
  type Whom,
  type YesNoUnsure,
} from '#domain/aid-check'
import { MATTER_NAME, type Matter } from '#domain/aid-matter'
import { EXEMPTION_NAME, type Hardship } from '#domain/aid-means'
import { spelled } from '#domain/spelled'
import type { Answer } from '../Question.tsx'

export const CHECK_WORDS = {
  title: '两分钟自查',
  back: '上一个问题',
  again: '从头再查一次',
  change: '改前面的回答',
  private: '不用登录，不留记录。这只是自查，给不给由法律援助中心决定。',
  apply: '去申请',
  applyAnyway: '还是想申请，让工作人员看',
  urgentTitle: '时间很紧',
  parts: '为什么',
  otherwise: '可以这样办',
  law: '依据',
  noMeans: '不用填经济状况',
  none: '都不是',
  chooseSome: '可以选几项，选好点“下一步”',
  next: '下一步',
  deadlineLabel: '最晚哪一天',
  daySkip: '不知道哪一天',
  call: '拨打 12348',
} as const

type Asked = { ask: string; hint?: string }

export const CHECK_ASKS: Readonly<Record<Exclude<Question, 'regionCode'>, Asked>> = {
  matter: { ask: '是什么事？', hint: '选最接近的一项。' },
  hurt: { ask: '有人受伤或者生病了吗？' },
  violence: { ask: '有没有家暴、虐待或者遗弃？' },
  migrantWorker: { ask: '当事人是在外打工的人吗？', hint: '进城务工要工资、要工伤赔偿，不用填经济状况。' },
  accusedIs: { ask: '当事人是下面哪种情况？', hint: '有的人由办案机关通知指派律师，不看经济条件。' },
  hasLawyer: { ask: '已经请了律师吗？' },
  retrialDecided: { ask: '法院决定再审了吗？', hint: '或者检察院提出了抗诉。' },
  whom: { ask: '这是谁的事？' },
  situations: { ask: '有下面的情况吗？', hint: '有其中一项，就不用填经济状况。' },
  hardship: { ask: '家里的经济情况？' },
  deadline: { ask: '有没有必须在哪天之前办的？', hint: '例如上诉期、仲裁时效、开庭。' },
  deadlineOn: { ask: '最晚是哪一天？', hint: `不到${spelled(ADVANCE_DAYS)}天的，可以先提供帮助，后补手续。` },
  preservation: { ask: '要不要马上保全财产、先付一部分钱？', hint: '例如对方在转移财产，或者等钱治病。' },
}

export const MATTER_GROUPS: readonly { text: string; detail: string; matters: readonly Matter[] }[] = [
  {
    text: '打工、工资、工伤',
    detail: '拿不到工资、干活受伤',
    matters: ['wages', 'labour_relation', 'work_injury'],
  },
  {
    text: '被伤着了',
    detail: '交通、医疗、食品药品等',
    matters: ['traffic', 'medical', 'unsafe_food', 'other_injury'],
  },
  {
    text: '家里的事',
    detail: '赡养抚养、家暴、离婚',
    matters: ['support', 'violence', 'divorce', 'capacity'],
  },
  {
    text: '低保、社保、抚恤',
    detail: '公家该给的钱和待遇',
    matters: ['social_benefit', 'pension', 'state_compensation'],
  },
  {
    text: '被抓、被害、不服判决',
    detail: '刑事案件和申诉',
    matters: ['criminal_accused', 'criminal_victim', 'acquitted', 'retrial'],
  },
  {
    text: '污染、假种子、事故',
    detail: '许多人一起受损失',
    matters: ['pollution', 'fake_goods', 'public_event'],
  },
  { text: '英雄烈士、见义勇为', detail: '名誉和权益', matters: ['hero', 'brave'] },
  {
    text: '房屋土地、邻里、欠款、生意',
    detail: '先看有没有更合适的办法',
    matters: ['property', 'neighbours', 'loan', 'company'],
  },
  { text: '别的事，或说不清', detail: '让工作人员看一看', matters: ['other'] },
]

export const matterAnswers = (matters: readonly Matter[]): Answer[] =>
  matters.map((value) => ({ value, text: MATTER_NAME[value] }))

const said = <Value extends string>(words: Readonly<Record<Value, string>>): Answer[] =>
  Object.entries<string>(words).map(([value, text]) => ({ value, text }))

export const YES = 'yes'

const YES_NO = said({ [YES]: '是', no: '不是' })
const HAVE = said({ [YES]: '有', no: '没有' })
const SURE: Readonly<Record<YesNoUnsure, string>> = { yes: '有', no: '没有', unsure: '不清楚' }

const ACCUSED: Readonly<Record<AccusedClass, string>> = {
  minor: '未成年人',
  disabled: '视力、听力、言语残疾人',
  incapable: '不能完全辨认自己行为的成年人',
  life_or_death: '可能判无期徒刑、死刑',
  none: '都不是',
}

const WHOM: Readonly<Record<Whom, string>> = {
  self: '我自己的',
  child: '我未成年孩子的',
  incapable: '我照管的家人的（自己办不了事）',
  detained: '被关押的家人的',
  other: '别人的，我帮他（她）问',
}

const HARDSHIP: Readonly<Record<Hardship | 'neither' | 'unsure', string>> = {
  low_income: '收入低，不到当地的标准',
  hit_by_misfortune: '遇到大病、灾害等，一下子困难了',
  neither: '都不是',
  unsure: '不清楚，让工作人员核对',
}

/** The answers of a question that is answered by one tap. */
export const CHECK_ANSWERS: Readonly<Partial<Record<Question, readonly Answer[]>>> = {
  hurt: HAVE,
  violence: HAVE,
  migrantWorker: YES_NO,
  accusedIs: said(ACCUSED),
  hasLawyer: said({ [YES]: '请了', no: '还没有' }),
  retrialDecided: said(SURE),
  whom: said(WHOM),
  hardship: said(HARDSHIP),
  deadline: said(SURE),
  preservation: said({ [YES]: '要', no: '不要' }),
}

/** Questions whose answer is a yes or a no to the server. */
export const TRUE_OR_FALSE: readonly Question[] = [
  'hurt',
  'violence',
  'migrantWorker',
  'hasLawyer',
  'preservation',
]

export const SITUATIONS = Object.entries(EXEMPTION_NAME)
  .filter(([value]) => value !== 'migrant_worker')
  .map(([value, text]) => ({ value, text }))

export const VERDICT: Readonly<
  Record<Verdict, { tone: 'ok' | 'warn' | 'info'; text: string; hint: string }>
> = {
  likely_yes: { tone: 'ok', text: '大概可以申请', hint: '申请不收费，提交后会写明最晚哪天决定。' },
  likely_no: { tone: 'warn', text: '可能不属于法律援助', hint: '先看看下面的办法；不放心也可以提出申请。' },
  needs_person: { tone: 'info', text: '要工作人员看一看', hint: '可以直接申请，也可以先打 12348 问。' },
}

export const OTHER_WAY: Readonly<Record<OtherWay, string>> = {
  mediation: '申请人民调解',
  adviser: '问村（社区）法律顾问',
  hotline: '12348 热线',
  lawyer: '自己请律师',
  police: '报警 110',
  protection_order: '人身安全保护令',
}
