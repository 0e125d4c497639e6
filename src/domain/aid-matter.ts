import type { Topic } from './topic.ts'

/** What happened, in the words with which people come. Which ground of legal aid that is, `aid-grounds.ts` says. */
export const MATTERS = [
  'wages',
  'labour_relation',
  'work_injury',
  'traffic',
  'medical',
  'unsafe_food',
  'other_injury',
  'support',
  'violence',
  'divorce',
  'social_benefit',
  'pension',
  'capacity',
  'pollution',
  'fake_goods',
  'public_event',
  'state_compensation',
  'hero',
  'brave',
  'acquitted',
  'criminal_accused',
  'criminal_victim',
  'retrial',
  'property',
  'neighbours',
  'loan',
  'company',
  'other',
] as const
export type Matter = (typeof MATTERS)[number]

export const MATTER_NAME: Readonly<Record<Matter, string>> = {
  wages: '拿不到工资、报酬',
  labour_relation: '单位不承认我是它的职工',
  work_injury: '干活受了伤、得了职业病',
  traffic: '交通事故',
  medical: '看病出了事故',
  unsafe_food: '吃的、用的药有问题，伤了身体',
  other_injury: '被别的事情弄伤',
  support: '要赡养费、抚养费、扶养费',
  violence: '遭到家暴、虐待、遗弃',
  divorce: '离婚、分财产、争孩子',
  social_benefit: '社会保险、低保等救助',
  pension: '抚恤金',
  capacity: '认定家人没有（或只有部分）行为能力',
  pollution: '污染、破坏环境造成损害',
  fake_goods: '假化肥、假农药、假种子等伪劣产品',
  public_event: '突发公共卫生事件、生产安全事故',
  state_compensation: '国家赔偿',
  hero: '维护英雄烈士的名誉',
  brave: '见义勇为，想维护自己的权益',
  acquitted: '再审改判无罪，请求国家赔偿',
  criminal_accused: '我或家人被拘留、被起诉',
  criminal_victim: '刑事案件的受害人',
  retrial: '对生效判决不服，申诉、申请再审',
  property: '房屋、土地、征收补偿',
  neighbours: '邻里纠纷',
  loan: '借钱、欠款',
  company: '生意、合伙、公司的事',
  other: '别的事，或说不清',
}

/** 事项类型 (SYS118), with the code that the reports ask for. */
export const BRANCHES = [
  'civil',
  'criminal',
  'administrative',
  'state_compensation',
  'other',
  'out_of_court',
] as const
export type Branch = (typeof BRANCHES)[number]

export const BRANCH: Readonly<Record<Branch, { code: string; name: string }>> = {
  civil: { code: '1', name: '民事' },
  criminal: { code: '2', name: '刑事' },
  administrative: { code: '3', name: '行政' },
  state_compensation: { code: '4', name: '国家赔偿' },
  other: { code: '5', name: '其他' },
  out_of_court: { code: '6', name: '非诉' },
}

const BRANCH_OF: Readonly<Partial<Record<Matter, Branch>>> = {
  social_benefit: 'administrative',
  pension: 'administrative',
  state_compensation: 'state_compensation',
  acquitted: 'state_compensation',
  criminal_accused: 'criminal',
  criminal_victim: 'criminal',
  other: 'other',
}

export const branchOf = (matter: Matter): Branch => BRANCH_OF[matter] ?? 'civil'

/** 民事案由 (SYS119) with the name it has now; what has none is filed by its branch. */
const CAUSE: Readonly<Partial<Record<Matter, { code: string; name: string }>>> = {
  wages: { code: 'M0205', name: '追索劳动报酬纠纷' },
  labour_relation: { code: 'M0201', name: '确认劳动关系纠纷' },
  work_injury: { code: 'M0208', name: '工伤保险待遇纠纷' },
  traffic: { code: 'M0301', name: '机动车交通事故责任纠纷' },
  medical: { code: 'M0302', name: '医疗损害责任纠纷' },
  unsafe_food: { code: 'M0401', name: '产品责任纠纷' },
  other_injury: { code: 'M0308', name: '身体权、健康权纠纷' },
  support: { code: 'M0111', name: '赡养、抚养、扶养纠纷' },
  divorce: { code: 'M0101', name: '离婚纠纷' },
  pollution: { code: 'M0403', name: '环境污染、生态破坏责任纠纷' },
  fake_goods: { code: 'M0401', name: '产品责任纠纷' },
  brave: { code: 'M0413', name: '见义勇为人受害责任纠纷' },
}

/** 案由 as the letters say it. */
export const causeOf = (matter: Matter): string => CAUSE[matter]?.name ?? MATTER_NAME[matter]
export const causeCodeOf = (matter: Matter): string | null => CAUSE[matter]?.code ?? null

/** Where lists and statistics file it beside calls and questions. */
const TOPIC: Readonly<Record<Matter, Topic>> = {
  wages: 'labour',
  labour_relation: 'labour',
  work_injury: 'injury',
  traffic: 'traffic',
  medical: 'medical',
  unsafe_food: 'consumer',
  other_injury: 'other',
  support: 'family',
  violence: 'family',
  divorce: 'family',
  social_benefit: 'injury',
  pension: 'soldiers',
  capacity: 'family',
  pollution: 'other',
  fake_goods: 'consumer',
  public_event: 'other',
  state_compensation: 'administrative',
  hero: 'soldiers',
  brave: 'other',
  acquitted: 'criminal',
  criminal_accused: 'criminal',
  criminal_victim: 'criminal',
  retrial: 'other',
  property: 'land',
  neighbours: 'neighbours',
  loan: 'loan',
  company: 'contract',
  other: 'other',
}

export const topicOf = (matter: Matter): Topic => TOPIC[matter]
