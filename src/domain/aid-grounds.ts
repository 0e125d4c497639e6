import { regionCovers } from './actor.ts'
import type { Matter } from './aid-matter.ts'
import type { Day } from './day.ts'

export const GROUNDS = [
  'state_compensation',
  'social_benefit',
  'pension',
  'support',
  'labour',
  'capacity',
  'bodily_injury',
  'pollution',
  'fake_goods',
  'public_event',
  'hero',
  'brave',
  'acquitted',
  'violence',
  'accused',
  'notified',
  'victim',
  'retrial',
  'other_by_law',
] as const
export type Ground = (typeof GROUNDS)[number]

/**
 * Whether means are asked for. `or_other_reason`: means, or another reason for having no defender (art. 24).
 * `by_notice`: the organ that handles the case notifies the centre; nobody has to apply (art. 25).
 */
export type MeansTest = 'required' | 'none' | 'or_other_reason' | 'by_notice'

/** A matter in which legal aid is given, in a region and from a day on. Rows are added and closed, never changed. */
export type GroundRow = {
  code: Ground
  region: string
  from: Day
  to?: Day
  matters: readonly Matter[]
  means: MeansTest
  text: string
  law: string
  mark: 'V' | 'K-H'
}

const NATION = '000000000000'
const HUNAN = '430000000000'
const IN_FORCE = '2022-01-01'
/** The day on which the text was printed: when it came into force is to be checked with the bureau. */
const HUNAN_FROM = '2024-08-05'

const act = (
  code: Ground,
  article: string,
  means: MeansTest,
  matters: readonly Matter[],
  text: string,
): GroundRow => ({
  code,
  region: NATION,
  from: IN_FORCE,
  matters,
  means,
  text,
  law: `法律援助法 ${article}`,
  mark: 'V',
})

const hunan = (code: Ground, matters: readonly Matter[], text: string): GroundRow => ({
  code,
  region: HUNAN,
  from: HUNAN_FROM,
  matters,
  means: 'required',
  text,
  law: '湖南省实施《法律援助法》若干规定 第二条',
  mark: 'V',
})

const civil = (code: Ground, item: string, matters: readonly Matter[], text: string) =>
  act(code, `第三十一条第${item}项`, 'required', matters, text)

const regardless = (code: Ground, item: string, matters: readonly Matter[], text: string) =>
  act(code, `第三十二条第${item}项`, 'none', matters, text)

/** LA-3 … LA-10. What a matter needs besides (an injury, violence), the check asks. */
const ROWS: readonly GroundRow[] = [
  civil('state_compensation', '一', ['state_compensation'], '依法请求国家赔偿'),
  civil('social_benefit', '二', ['social_benefit'], '请求给予社会保险待遇或者社会救助'),
  civil('pension', '三', ['pension'], '请求发给抚恤金'),
  civil('support', '四', ['support'], '请求给付赡养费、抚养费、扶养费'),
  civil('labour', '五', ['wages', 'labour_relation'], '请求确认劳动关系或者支付劳动报酬'),
  civil('capacity', '六', ['capacity'], '请求认定公民无民事行为能力或者限制民事行为能力'),
  civil(
    'bodily_injury',
    '七',
    ['work_injury', 'traffic', 'medical', 'unsafe_food'],
    '请求工伤事故、交通事故、食品药品安全事故、医疗事故人身损害赔偿',
  ),
  civil('pollution', '八', ['pollution'], '请求环境污染、生态破坏损害赔偿'),
  civil('other_by_law', '九', [], '法律、法规、规章规定的其他情形'),
  hunan('fake_goods', ['fake_goods'], '因使用伪劣化肥、农药、种子、农机具或者其他伪劣产品造成损害请求赔偿'),
  hunan('public_event', ['public_event'], '因突发公共卫生事件、安全生产事故受到损害请求赔偿'),
  regardless('hero', '一', ['hero'], '英雄烈士近亲属为维护英雄烈士的人格权益'),
  regardless('brave', '二', ['brave'], '因见义勇为行为主张相关民事权益'),
  regardless('acquitted', '三', ['acquitted'], '再审改判无罪请求国家赔偿'),
  regardless('violence', '四', ['violence', 'divorce'], '遭受虐待、遗弃或者家庭暴力的受害人主张相关权益'),
  act(
    'accused',
    '第二十四条',
    'or_other_reason',
    ['criminal_accused'],
    '刑事案件的犯罪嫌疑人、被告人没有委托辩护人',
  ),
  act(
    'notified',
    '第二十五条',
    'by_notice',
    ['criminal_accused'],
    '未成年人，视力、听力、言语残疾人，不能完全辨认自己行为的成年人，可能被判处无期徒刑、死刑的人等没有委托辩护人，办案机关应当通知法律援助机构指派律师',
  ),
  act(
    'victim',
    '第二十九条',
    'required',
    ['criminal_victim'],
    '刑事公诉案件的被害人及其法定代理人或者近亲属，刑事自诉案件的自诉人，附带民事诉讼的原告',
  ),
  act(
    'retrial',
    '第三十三条',
    'required',
    ['retrial'],
    '当事人不服司法机关生效裁判提出申诉或者申请再审，人民法院决定再审或者人民检察院提出抗诉',
  ),
]

const holdsIn = (row: GroundRow, region: string | null) =>
  row.region === NATION || (region !== null && regionCovers(row.region, region))

const inForce = (on: Day, region: string | null) => (row: GroundRow) =>
  row.from <= on && (row.to === undefined || on <= row.to) && holdsIn(row, region)

/** Grounds that a matter can rest on in a region on a day; without a region only those of the whole country. */
export const groundsFor = (matter: Matter, on: Day, region: string | null): GroundRow[] =>
  ROWS.filter(inForce(on, region)).filter(({ matters }) => matters.includes(matter))

/** A ground by its code, as it was on a day. */
export const groundOn = (code: Ground, on: Day): GroundRow | undefined =>
  ROWS.find((row) => row.code === code && row.from <= on && (row.to === undefined || on <= row.to))

/** For the choices of staff. */
export const GROUND_NAME: Readonly<Record<Ground, string>> = {
  state_compensation: '国家赔偿（三十一条一项）',
  social_benefit: '社会保险待遇、社会救助（三十一条二项）',
  pension: '抚恤金（三十一条三项）',
  support: '赡养费、抚养费、扶养费（三十一条四项）',
  labour: '确认劳动关系、支付劳动报酬（三十一条五项）',
  capacity: '认定行为能力（三十一条六项）',
  bodily_injury: '工伤、交通、食药、医疗事故人身损害（三十一条七项）',
  pollution: '环境污染、生态破坏（三十一条八项）',
  fake_goods: '伪劣农资等产品损害（湖南若干规定第二条）',
  public_event: '突发公共卫生、安全生产事故（湖南若干规定第二条）',
  hero: '维护英雄烈士人格权益（三十二条一项，不看经济条件）',
  brave: '见义勇为（三十二条二项，不看经济条件）',
  acquitted: '再审改判无罪请求国家赔偿（三十二条三项，不看经济条件）',
  violence: '虐待、遗弃、家庭暴力受害人（三十二条四项，不看经济条件）',
  accused: '犯罪嫌疑人、被告人（二十四条）',
  notified: '通知辩护（二十五条）',
  victim: '被害人、自诉人、附带民事原告（二十九条）',
  retrial: '申诉、再审（三十三条）',
  other_by_law: '其他法定情形（三十一条九项）',
}
