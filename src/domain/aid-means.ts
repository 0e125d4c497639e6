import { regionCovers } from './actor.ts'
import type { Matter } from './aid-matter.ts'
import { type Day, writtenDay } from './day.ts'

/** 经济困难状况免予核查 (LP-7). */
export const EXEMPTIONS = [
  'no_fixed_income',
  'social_relief',
  'judicial_relief',
  'preferential',
  'migrant_worker',
] as const
export type Exemption = (typeof EXEMPTIONS)[number]

export type ExemptionRow = {
  code: Exemption
  from: Day
  to?: Day
  /** Only in these matters; in all when absent. */
  matters?: readonly Matter[]
  text: string
  law: string
  mark: 'V'
}

const row = (code: Exemption, item: string, text: string, matters?: readonly Matter[]): ExemptionRow => ({
  code,
  from: '2022-01-01',
  ...(matters && { matters }),
  text,
  law: `法律援助法 第四十二条第${item}项`,
  mark: 'V',
})

const EXEMPT: readonly ExemptionRow[] = [
  row('no_fixed_income', '一', '无固定生活来源的未成年人、老年人、残疾人等特定群体'),
  row('social_relief', '二', '社会救助对象'),
  row('judicial_relief', '二', '司法救助对象'),
  row('preferential', '二', '优抚对象'),
  row('migrant_worker', '三', '申请支付劳动报酬或者请求工伤事故人身损害赔偿的进城务工人员', [
    'wages',
    'work_injury',
  ]),
]

export const EXEMPTION_NAME: Readonly<Record<Exemption, string>> = {
  no_fixed_income: '没有固定收入的未成年人、老人、残疾人',
  social_relief: '低保、特困等社会救助对象',
  judicial_relief: '司法救助对象',
  preferential: '优抚对象（烈属、伤残军人等）',
  migrant_worker: '在外打工，要工资或要工伤赔偿',
}

/** The exemption in force on a day, when it holds in this matter. */
export const exemptionOn = (code: Exemption, matter: Matter, on: Day): ExemptionRow | undefined =>
  EXEMPT.find(
    (one) =>
      one.code === code &&
      one.from <= on &&
      (one.to === undefined || on <= one.to) &&
      (one.matters?.includes(matter) ?? true),
  )

/** Classes of people who receive social relief, confirmed elsewhere and recognised here (LP-7a; 社会救助法 第十三条、第四十二条). */
export const RELIEF_CLASSES = [
  'extreme_poverty',
  'minimum_living',
  'margin_of_minimum',
  'rigid_expenses',
  'disaster',
  'temporary_hardship',
  'emergency_illness',
  'vagrant',
  'other',
] as const
export type ReliefClass = (typeof RELIEF_CLASSES)[number]

export const RELIEF_CLASS_NAME: Readonly<Record<ReliefClass, string>> = {
  extreme_poverty: '特困人员',
  minimum_living: '最低生活保障家庭',
  margin_of_minimum: '最低生活保障边缘家庭',
  rigid_expenses: '刚性支出困难家庭',
  disaster: '受灾人员',
  temporary_hardship: '临时遇困人员',
  emergency_illness: '需要急救的患病人员',
  vagrant: '生活无着的流浪乞讨人员',
  other: '其他社会救助对象',
}

/** How somebody is in hardship by the standard of a province. */
export const HARDSHIPS = ['low_income', 'hit_by_misfortune'] as const
export type Hardship = (typeof HARDSHIPS)[number]

/** The standard is set by the province and adjusted over time (LA-11, art. 34). */
export type MeansStandard = {
  region: string
  from: Day
  to?: Day
  classes: Readonly<Record<Hardship, string>>
  law: string
  mark: 'V'
}

const STANDARDS: readonly MeansStandard[] = [
  {
    region: '430000000000',
    // Printed on this day; when it came into force is to be checked with the bureau.
    from: '2024-08-05',
    classes: {
      low_income: '经市级认定的低收入人口',
      hit_by_misfortune: '因自然灾害、意外事故、突发重大疾病等严重困难，需要社会救助的',
    },
    law: '法律援助法 第三十四条；湖南省实施《法律援助法》若干规定 第三条',
    mark: 'V',
  },
]

/** The standard for a region on a day; null where we know none, and then a person has to look. */
export const meansStandard = (region: string | null, on: Day): MeansStandard | null =>
  STANDARDS.find(
    (one) =>
      region !== null &&
      regionCovers(one.region, region) &&
      one.from <= on &&
      (one.to === undefined || on <= one.to),
  ) ?? null

/** How the means are shown (F-LA-2, LP-6, LP-7). */
export const MEANS_ROUTES = ['exempt', 'no_condition', 'query', 'promise'] as const
export type MeansRoute = (typeof MEANS_ROUTES)[number]

export const MEANS_ROUTE: Readonly<Record<MeansRoute, { name: string; text: string; law: string }>> = {
  exempt: {
    name: '免予核查经济状况',
    text: '你属于免予核查的情形，不用填经济状况，只需要有相应的证明',
    law: '法律援助法 第四十二条',
  },
  no_condition: {
    name: '不看经济条件',
    text: '这类事情不受经济条件限制，不用填经济状况',
    law: '法律援助法 第三十二条',
  },
  query: {
    name: '授权我们查询',
    text: '同意我们通过部门信息共享查询核对，不用自己跑证明',
    law: '法律援助法 第四十一条',
  },
  promise: {
    name: '个人诚信承诺',
    text: '如实说明家庭经济状况，并对真实性作出承诺',
    law: '法律援助法 第四十一条',
  },
}

export const PROMISE_LAW = '湖南省实施《法律援助法》若干规定 第四条'

/** LP-8: who has made a false promise cannot use this way until the day is over. */
export const promiseBarred = (until: Day): string =>
  `查实作过不实承诺，${writtenDay(until)}以前（含当日）不能用诚信承诺（${PROMISE_LAW}；到哪天由中心定，不是法定期限），可以改用授权查询`

/** What the untruthful has to expect (LP-36). */
export const TRUTH_DUTY =
  '请如实填写。以欺骗等手段获得法律援助的，要支付已实施法律援助的费用，并可能被处三千元以下罚款（法律援助法 第六十四条）'

/** From knowledge, well known (LP-10, K-H). */
export const HOUSEHOLD_RULE = '对方是同住家庭成员的，只看申请人自己的经济状况'
