import type { Calendar } from './calendar.ts'
import type { Day } from './day.ts'
import { lastDay, REFERRAL, REFERRALS, type ReferralId } from './referral.ts'
import { spelled } from './spelled.ts'

/** Where somebody is sent who does not know which of the services is theirs. */
export const ROUTES = ['legal_aid', 'mediation', 'adviser', 'hotline', ...REFERRALS] as const
export type Route = (typeof ROUTES)[number]

/** The answers that may be given; the questions are asked in this order. */
export const ROUTE_ANSWERS = {
  trouble: [
    'danger',
    'wages',
    'work_injury',
    'hurt',
    'support',
    'divorce',
    'neighbours',
    'land_contract',
    'land_owner',
    'government',
    'state_harm',
    'debt',
    'contract',
    'accused',
    'victim',
    'village_affairs',
    'service_complaint',
    'question',
    'other',
  ],
  safe: ['safe', 'in_danger'],
  afford: ['hard', 'fine'],
  willing: ['willing', 'refuses', 'unsure'],
  decided: ['nothing', 'decision', 'review', 'award'],
} as const

type Value<Q extends keyof typeof ROUTE_ANSWERS> = (typeof ROUTE_ANSWERS)[Q][number]
export type Trouble = Value<'trouble'>

export type RouteAnswers = {
  trouble?: Trouble
  safe?: Value<'safe'>
  afford?: Value<'afford'>
  willing?: Value<'willing'>
  decided?: Value<'decided'>
  since?: Day
}
export type RouteQuestion = keyof RouteAnswers

const ORDER = ['trouble', 'safe', 'decided', 'afford', 'willing', 'since'] as const

/** What else is asked about each kind of trouble; never more than five questions with the first. */
const ASKED: Readonly<Record<Trouble, readonly RouteQuestion[]>> = {
  danger: ['safe'],
  wages: ['decided', 'afford', 'since'],
  work_injury: ['decided', 'afford', 'since'],
  hurt: ['afford', 'willing', 'since'],
  support: ['afford', 'willing'],
  divorce: ['safe', 'willing'],
  neighbours: ['willing'],
  land_contract: ['decided', 'willing', 'since'],
  land_owner: ['decided', 'willing', 'since'],
  government: ['decided', 'since'],
  state_harm: ['afford', 'since'],
  debt: ['willing', 'since'],
  contract: ['decided', 'willing', 'since'],
  accused: [],
  victim: ['afford'],
  village_affairs: [],
  service_complaint: [],
  question: [],
  other: [],
}

/** The day is asked for where something is reckoned from it; nobody talks any more once it has been decided. */
const NEEDED: Readonly<Partial<Record<RouteQuestion, (answers: RouteAnswers) => boolean>>> = {
  since: (answers) => {
    const found = RULES.find(fits(answers))
    return [found?.to, ...(found?.others ?? [])].some((to) => to && !isOwn(to) && REFERRAL[to].limit !== null)
  },
  willing: ({ decided = 'nothing' }) => decided === 'nothing',
}

const isAsked = (question: RouteQuestion, answers: RouteAnswers) =>
  question === 'trouble' ||
  (answers.trouble !== undefined &&
    ASKED[answers.trouble].includes(question) &&
    (NEEDED[question]?.(answers) ?? true))

/** Answers whose question is no longer asked count as absent. */
export function relevantRoute(answers: RouteAnswers): RouteAnswers {
  let kept: RouteAnswers = {}
  for (const question of ORDER)
    if (answers[question] !== undefined && isAsked(question, kept))
      kept = { ...kept, [question]: answers[question] }
  return kept
}

/** All questions of this way, for the progress shown. */
export const routeQuestions = (answers: RouteAnswers): RouteQuestion[] => {
  const kept = relevantRoute(answers)
  return ORDER.filter((question) => isAsked(question, kept))
}

/** `since` may be passed over: not everybody knows the day. */
export function nextRouteQuestion(answers: RouteAnswers): RouteQuestion | null {
  const kept = relevantRoute(answers)
  return routeQuestions(kept).find((question) => kept[question] === undefined && question !== 'since') ?? null
}

type Rule = {
  of: readonly Trouble[]
  when: Omit<RouteAnswers, 'trouble'>
  to: Route
  why: string
  others: readonly Route[]
}

const rule = (
  of: readonly Trouble[],
  when: Rule['when'],
  to: Route,
  why: string,
  ...others: readonly Route[]
): Rule => ({ of, when, to, why, others })

/** The first that fits counts; each trouble ends in a rule without conditions. */
const RULES: readonly Rule[] = [
  rule(
    ['danger', 'divorce'],
    { safe: 'in_danger' },
    'police',
    '先保证安全：正在受到伤害或者威胁，请马上报警',
    'protection_order',
    'legal_aid',
    'hotline',
  ),
  rule(
    ['danger'],
    {},
    'legal_aid',
    '遭受家暴、虐待、遗弃的，不看经济条件就可以申请法律援助',
    'protection_order',
    'police',
    'hotline',
  ),
  rule(
    ['wages', 'work_injury'],
    { decided: 'award', afford: 'hard' },
    'legal_aid',
    `对仲裁裁决不服只有${spelled(REFERRAL.labour_suit.limit?.amount ?? 0)}天，可以马上申请律师帮你起诉`,
    'labour_suit',
    'hotline',
  ),
  rule(
    ['wages', 'work_injury'],
    { decided: 'award' },
    'labour_suit',
    '对劳动仲裁裁决不服，向法院起诉',
    'legal_aid',
    'hotline',
  ),
  rule(
    ['wages', 'work_injury'],
    { afford: 'hard' },
    'legal_aid',
    '要工资、要工伤赔偿属于法律援助的范围，进城务工人员免予核查经济状况',
    'labour_arbitration',
    'line_12333',
    'mediation',
  ),
  rule(
    ['wages', 'work_injury'],
    {},
    'labour_arbitration',
    '劳动争议先申请仲裁，不收费',
    'line_12333',
    'mediation',
    'legal_aid',
  ),
  rule(
    ['hurt'],
    { afford: 'hard' },
    'legal_aid',
    '交通、医疗、食品药品等事故受了伤，属于法律援助的范围',
    'mediation',
    'civil_suit',
  ),
  rule(
    ['contract'],
    { decided: 'award' },
    'award_set_aside',
    '仲裁裁决一次就算数；有法律规定的情形的，可以请法院撤销',
    'adviser',
    'hotline',
  ),
  rule(
    ['hurt', 'debt', 'contract', 'divorce'],
    { willing: 'willing' },
    'mediation',
    '对方愿意谈，人民调解最快，而且不收费',
    'adviser',
    'civil_suit',
  ),
  rule(
    ['hurt', 'debt', 'contract'],
    {},
    'civil_suit',
    '对方不愿意谈，可以向法院起诉',
    'mediation',
    'hotline',
  ),
  rule(
    ['support'],
    { afford: 'hard' },
    'legal_aid',
    '要赡养费、抚养费、扶养费属于法律援助的范围',
    'mediation',
    'hotline',
  ),
  rule(
    ['support'],
    { willing: 'refuses' },
    'civil_suit',
    '对方不愿意谈，可以向法院起诉',
    'mediation',
    'hotline',
  ),
  rule(['support'], {}, 'mediation', '家里的事先请调解员一起谈，不收费', 'legal_aid', 'civil_suit'),
  rule(
    ['divorce'],
    {},
    'civil_suit',
    '谈不拢的离婚由法院处理；没有家暴的离婚一般不属于法律援助范围',
    'mediation',
    'adviser',
  ),
  rule(
    ['neighbours'],
    { willing: 'refuses' },
    'adviser',
    '对方不愿意谈，先请村（社区）法律顾问看清谁占理、下一步怎么走',
    'mediation',
    'civil_suit',
  ),
  rule(['neighbours'], {}, 'mediation', '邻里的事由调解员上门谈，不收费', 'adviser', 'hotline'),
  rule(
    ['land_contract'],
    { decided: 'award' },
    'land_suit',
    '对土地承包仲裁裁决不服，向法院起诉',
    'hotline',
    'legal_aid',
  ),
  rule(
    ['land_contract'],
    { willing: 'refuses' },
    'land_arbitration',
    '承包地的纠纷可以申请仲裁，不收费',
    'mediation',
    'adviser',
  ),
  rule(
    ['land_contract'],
    {},
    'mediation',
    '承包地的纠纷先由调解员谈，谈不成可以仲裁',
    'land_arbitration',
    'adviser',
  ),
  rule(
    ['land_owner'],
    { decided: 'decision' },
    'administrative_review',
    '政府对山林、土地归谁作了决定，不服的先申请行政复议',
    'hotline',
    'legal_aid',
  ),
  rule(
    ['land_owner'],
    { decided: 'review' },
    'review_suit',
    '对复议决定不服，向法院起诉',
    'hotline',
    'legal_aid',
  ),
  rule(
    ['land_owner'],
    { willing: 'willing' },
    'mediation',
    '双方愿意谈的，先由调解员到现场',
    'administrative_adjudication',
    'adviser',
  ),
  rule(
    ['land_owner'],
    {},
    'administrative_adjudication',
    '山林、土地归谁，先由人民政府处理',
    'mediation',
    'adviser',
  ),
  rule(
    ['government'],
    { decided: 'review' },
    'review_suit',
    '经过复议还不服，向法院起诉',
    'legal_aid',
    'hotline',
  ),
  rule(
    ['government'],
    { decided: 'decision' },
    'administrative_review',
    '不服行政机关的决定，可以申请行政复议，不收费',
    'administrative_suit',
    'hotline',
  ),
  rule(
    ['government'],
    {},
    'line_12345',
    '政府还没有作出决定，先通过 12345 反映并要一个答复',
    'administrative_review',
    'petition',
  ),
  rule(
    ['state_harm'],
    { afford: 'hard' },
    'legal_aid',
    '请求国家赔偿属于法律援助的范围',
    'state_compensation',
    'hotline',
  ),
  rule(['state_harm'], {}, 'state_compensation', '先向赔偿义务机关提出', 'legal_aid', 'hotline'),
  rule(
    ['accused'],
    {},
    'legal_aid',
    '本人或近亲属可以申请律师辩护；未成年人、残疾人等由办案机关通知指派',
    'hotline',
  ),
  rule(
    ['victim'],
    { afford: 'hard' },
    'legal_aid',
    '被害人、自诉人、附带民事原告可以申请法律援助',
    'judicial_relief',
    'police',
  ),
  rule(['victim'], {}, 'police', '刑事案件先向公安机关报案', 'legal_aid', 'hotline'),
  rule(
    ['village_affairs'],
    {},
    'adviser',
    '村务、村规民约、村里的合同，先问村（社区）法律顾问',
    'hotline',
    'line_12345',
  ),
  rule(
    ['service_complaint'],
    {},
    'line_12345',
    '对政府服务的意见，12345 会转给部门并回复',
    'petition',
    'hotline',
  ),
  rule(
    ['question', 'other'],
    {},
    'hotline',
    '先打 12348 或约一次回电，说清楚再决定怎么走',
    'adviser',
    'mediation',
  ),
]

const fits = (answers: RouteAnswers) => (one: Rule) =>
  answers.trouble !== undefined &&
  one.of.includes(answers.trouble) &&
  Object.entries(one.when).every(([question, value]) => answers[question as RouteQuestion] === value)

const OWN: Readonly<
  Record<Exclude<Route, ReferralId>, { name: string; phone: string | null; text: string; law: string }>
> = {
  legal_aid: {
    name: '申请法律援助',
    phone: '12348',
    text: '不收费。提交后写明最晚哪天决定，给予的接着指派律师',
    law: '法律援助法 第三十一条、第三十二条、第四十三条',
  },
  mediation: {
    name: '申请人民调解',
    phone: null,
    text: '不收费。双方自愿，达成的协议可以申请司法确认',
    law: '人民调解法 第四条、第三十三条',
  },
  adviser: {
    name: '问村（社区）法律顾问',
    phone: null,
    text: '不收费。先听你说清事情，再告诉你能怎么办',
    law: '法律援助法 第二十二条',
  },
  hotline: {
    name: '12348 热线',
    phone: '12348',
    text: '不收费。现在就可以打，也可以约时间等我们打给你',
    law: '法律援助法 第二十三条',
  },
}

export type Way = {
  to: Route
  name: string
  why: string
  law: string | null
  phone: string | null
  text: string
  lastOn: Day | null
  lastText: string | null
  checkedOn: Day | null
}

const isOwn = (route: Route): route is keyof typeof OWN => Object.hasOwn(OWN, route)

/** From which day the limit of this matter counts. */
const DAYS = ['award', 'review', 'decision', 'left', 'hurt', 'debt', 'known'] as const
export type DayAsked = (typeof DAYS)[number]

const DAY_OF: Readonly<Partial<Record<Trouble, DayAsked>>> = {
  wages: 'left',
  work_injury: 'hurt',
  hurt: 'hurt',
  debt: 'debt',
}

/** What `since` asks for: the last paper in hand, otherwise the day on which it happened. */
export function dayAsked({ trouble, decided = 'nothing' }: RouteAnswers): DayAsked {
  if (decided !== 'nothing') return decided
  return (trouble && DAY_OF[trouble]) ?? 'known'
}

/** Unpaid wages: no bar while the work goes on, one year from leaving. */
const FROM: Readonly<Partial<Record<DayAsked, { since: string; law: string }>>> = {
  left: { since: '离职之日', law: '劳动争议调解仲裁法 第二十七条第四款' },
}

/** A limit that was reckoned is shown with what was assumed; never that it has passed. */
function wayTo(route: Route, why: string, answers: RouteAnswers, calendar: Calendar): Way {
  if (isOwn(route)) return { to: route, ...OWN[route], why, lastOn: null, lastText: null, checkedOn: null }
  const { name, phone, text, law, checkedOn } = REFERRAL[route]
  const last = lastDay(route, answers.since ?? null, calendar, FROM[dayAsked(answers)])
  return {
    to: route,
    name,
    phone,
    text,
    law,
    checkedOn,
    why,
    lastOn: last?.lastOn ?? null,
    lastText: last?.text ?? null,
  }
}

export type Found = { way: Way | null; others: Way[]; next: RouteQuestion | null }

/** A named route with its reason, after at most five questions; null while one is open. */
export function findRoute(given: RouteAnswers, calendar: Calendar): Found {
  const answers = relevantRoute(given)
  const next = nextRouteQuestion(answers)
  const found = next ? undefined : RULES.find(fits(answers))
  if (!found) return { way: null, others: [], next }
  return {
    way: wayTo(found.to, found.why, answers, calendar),
    others: found.others.map((to) => wayTo(to, '也可以', answers, calendar)),
    next: null,
  }
}
