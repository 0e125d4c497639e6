import { regionCovers } from './actor.ts'
import type { ReferralId } from './referral.ts'

/** 纠纷类别 (SYS104), in the order of the national code. */
export const DISPUTES = [
  'family',
  'neighbours',
  'housing',
  'contract',
  'business',
  'damage',
  'land',
  'expropriation',
  'environment',
  'wages',
  'labour',
  'tourism',
  'e_commerce',
  'consumer',
  'medical',
  'traffic',
  'property',
  'other',
] as const
export type Dispute = (typeof DISPUTES)[number]

export const DISPUTE_NAME: Readonly<Record<Dispute, string>> = {
  family: '婚姻家庭',
  neighbours: '邻里',
  housing: '房产宅基地',
  contract: '合同',
  business: '生产经营',
  damage: '损害赔偿',
  land: '山林土地',
  expropriation: '征地拆迁',
  environment: '环境污染',
  wages: '拖欠农民工工资',
  labour: '其他劳动争议',
  tourism: '旅游',
  e_commerce: '电子商务',
  consumer: '其他消费',
  medical: '医疗',
  traffic: '道路交通事故',
  property: '物业',
  other: '其他',
}

/** The same in the words people come with. */
export const DISPUTE_HINT: Readonly<Record<Dispute, string>> = {
  family: '夫妻、赡养、抚养、分家、彩礼',
  neighbours: '占地、采光、排水、噪音、过路',
  housing: '买房租房、宅基地边界、漏水',
  contract: '借钱、买卖、承揽、合伙，对方不守约',
  business: '承包、加工、经营中的争执',
  damage: '人受了伤，东西被弄坏，要赔偿',
  land: '承包地、山林、水塘的边界和使用',
  expropriation: '征地补偿、拆迁安置',
  environment: '污水、粉尘、养殖气味',
  wages: '给人做工，工钱没拿到',
  labour: '辞退、社保、加班、工伤待遇',
  tourism: '跟团、住宿、景区消费',
  e_commerce: '网上买东西、快递',
  consumer: '买到假货、退款难、预付卡',
  medical: '看病出了问题、和医院有争议',
  traffic: '撞车撞人，赔多少谈不拢',
  property: '物业费、停车、小区公共地方',
  other: '不确定属于哪一类，也可以选这里',
}

/** Kinds of committee (人民调解法 第八条、第三十四条). Bodies that may charge are none of them (PM-29, 商事调解条例). */
export const LEVELS = ['village', 'town', 'enterprise', 'industry', 'other'] as const
export type Level = (typeof LEVELS)[number]

export const LEVEL_NAME: Readonly<Record<Level, string>> = {
  village: '村（居）人民调解委员会',
  town: '乡镇（街道）人民调解委员会',
  enterprise: '企事业单位人民调解委员会',
  industry: '行业性、专业性人民调解委员会',
  other: '其他人民调解组织',
}

export type Committee = { id: string; level: Level; regionCode: string; types: readonly Dispute[] }

/** Where the parties live, or where the dispute arose; `hard` when it is difficult. */
export type Seat = { places: readonly string[]; type: Dispute; hard?: boolean }

export type Proposal = { id: string; why: 'type' | 'place' | 'town' }

export const PROPOSAL_WHY: Readonly<Record<Proposal['why'], string>> = {
  type: '专门调解这类纠纷',
  place: '就在当事人所在地或者纠纷发生地',
  town: '跨村或者疑难的纠纷，由乡镇（街道）调解',
}

const covers = (committee: Committee, place: string) => regionCovers(committee.regionCode, place)

/**
 * PM-10: the committees that may take it, the fittest first: one for this very type, then the village, then the town;
 * the town before the villages when it is difficult or the parties are of two villages
 * (人民调解工作若干规定 第二十条至第二十四条). Anyone else may still be chosen.
 */
export function committeesFor(register: readonly Committee[], { places, type, hard }: Seat): Proposal[] {
  const near = register.filter((committee) => places.some((place) => covers(committee, place)))
  const wide = hard || new Set(places).size > 1
  const special = near.filter(({ level, types }) => level === 'industry' && types.includes(type))
  const town = near.filter(({ level }) => level === 'town')
  const village = near.filter(({ level }) => level === 'village')
  return [
    ...special.map(({ id }) => ({ id, why: 'type' as const })),
    ...(wide ? [] : village.map(({ id }) => ({ id, why: 'place' as const }))),
    ...town.map(({ id }) => ({ id, why: wide ? ('town' as const) : ('place' as const) })),
    ...(wide ? village.map(({ id }) => ({ id, why: 'place' as const })) : []),
  ]
}

/** What a committee must not take (PM-11, 人民调解工作若干规定 第二十二条). */
export const EXCLUSIONS = [
  'crime',
  'special_organ',
  'against_office',
  'status',
  'court_has',
  'police_has',
  'office_has',
] as const
export type Exclusion = (typeof EXCLUSIONS)[number]

type Door = { name: string; why: string; doors: readonly ReferralId[] }

export const EXCLUSION_LAW = '人民调解工作若干规定 第二十二条'

export const EXCLUSION: Readonly<Record<Exclusion, Door>> = {
  crime: {
    name: '涉嫌犯罪，法律不许私下了结',
    why: '涉嫌犯罪的事由公安机关、检察院和法院处理，不能用调解代替',
    doors: ['police'],
  },
  special_organ: {
    name: '法律规定只能由专门机关处理',
    why: '这件事法律规定由专门机关处理，人民调解委员会没有权力决定',
    doors: ['line_12345', 'administrative_review'],
  },
  against_office: {
    name: '不服政府部门的决定',
    why: '对行政机关的决定不服，走行政复议或者行政诉讼',
    doors: ['administrative_review', 'administrative_suit'],
  },
  status: {
    name: '要确认婚姻、亲子、收养关系是否有效',
    why: '身份关系是否有效只能由人民法院认定',
    doors: ['civil_suit'],
  },
  court_has: {
    name: '法院已经受理或者判过',
    why: '已经在法院的，请向承办法官提出调解，法院可以委托人民调解委员会',
    doors: ['civil_suit'],
  },
  police_has: {
    name: '公安机关已经受理或者处理过',
    why: '请找承办民警；能够调解的，公安机关可以移送人民调解委员会',
    doors: ['police'],
  },
  office_has: {
    name: '其他行政机关已经受理或者处理过',
    why: '请向承办的机关问结果；不服的可以复议或者起诉',
    doors: ['line_12345', 'administrative_review', 'administrative_suit'],
  },
}

/** Where to go when mediation does not help (PM-15, PM-22, 人民调解法 第二十六条、第三十二条). */
export const ROUTES: Readonly<Record<Dispute, readonly ReferralId[]>> = {
  family: ['civil_suit', 'protection_order'],
  neighbours: ['civil_suit'],
  housing: ['civil_suit'],
  contract: ['civil_suit', 'commercial_arbitration'],
  business: ['civil_suit', 'commercial_arbitration'],
  damage: ['civil_suit'],
  land: ['land_arbitration', 'civil_suit'],
  expropriation: ['administrative_review', 'administrative_suit', 'civil_suit'],
  environment: ['line_12345', 'civil_suit'],
  wages: ['labour_arbitration', 'line_12333', 'civil_suit'],
  labour: ['labour_arbitration', 'line_12333', 'civil_suit'],
  tourism: ['line_12345', 'civil_suit'],
  e_commerce: ['line_12345', 'civil_suit'],
  consumer: ['line_12345', 'civil_suit'],
  medical: ['civil_suit'],
  traffic: ['civil_suit'],
  property: ['line_12345', 'civil_suit'],
  other: ['civil_suit', 'line_12345'],
}

/** The dispute that a topic of a call or a question is likely to be, when it goes on as a mediation. */
const OF_TOPIC: Readonly<Record<string, Dispute>> = {
  family: 'family',
  labour: 'labour',
  injury: 'labour',
  traffic: 'traffic',
  medical: 'medical',
  housing: 'housing',
  land: 'land',
  neighbours: 'neighbours',
  loan: 'contract',
  contract: 'contract',
  consumer: 'consumer',
  elders: 'family',
  women: 'family',
}

export const disputeOf = (topic: string | null): Dispute => (topic && OF_TOPIC[topic]) || 'other'
