import type { Matter } from './aid-matter.ts'
import type { Exemption, MeansRoute } from './aid-means.ts'

export const MATERIALS = [
  'identity',
  'agent_proof',
  'exemption_proof',
  'means_statement',
  'means_proof',
  'work_proof',
  'work_contract',
  'injury_proof',
  'accident_finding',
  'medical_record',
  'kinship_proof',
  'violence_proof',
  'product_proof',
  'pollution_proof',
  'organ_document',
  'judgment',
  'case_material',
] as const
export type Material = (typeof MATERIALS)[number]

/** `required`: without it nothing can be decided. `if_you_have`: it helps, and nobody is sent away to get it. */
export type Need = 'required' | 'if_you_have'

type Words = {
  name: string
  why: string
  /** What a good one looks like. */
  example: string
  /** Any one of these is enough. */
  anyOf?: readonly string[]
}

export const MATERIAL: Readonly<Record<Material, Words>> = {
  identity: {
    name: '身份证明',
    why: '确认是你本人在申请',
    example: '身份证正反两面各拍一张，四个角都在画面里',
  },
  agent_proof: {
    name: '代理人证明',
    why: '确认代理人可以替申请人办理',
    example: '户口簿、出生证、监护证明或有签名的委托书，代理人身份证也拍一张',
  },
  exemption_proof: {
    name: '免予核查的证明',
    why: '有这份证明就不用再说明经济状况',
    example: '低保证、特困供养证、残疾证、优抚证等，拍有名字和编号的一页',
  },
  means_statement: {
    name: '经济困难状况说明表',
    why: '说明家里的收入和负担',
    example: '在申请里直接填，不用盖章',
  },
  means_proof: {
    name: '经济状况的证明',
    why: '有的话可以让审查更快',
    example: '工资条、医药费单据、低收入认定书',
  },
  work_proof: {
    name: '证明你在那里干过活的材料',
    why: '证明你为对方干过活、对方还欠钱',
    example: '例如一张工友群里老板说“下月结”的截图，或者一张记工本的照片',
    anyOf: [
      '考勤、记工本',
      '工资条、欠条、转账记录',
      '微信、短信聊天记录',
      '工牌、工作服、门禁卡',
      '工友的证言',
    ],
  },
  // Asked for only from people who say that they have one.
  work_contract: { name: '劳动合同', why: '有合同可以更快说清约定', example: '每页拍一张' },
  injury_proof: {
    name: '受伤的材料',
    why: '证明伤得怎样、和这件事有关',
    example: '病历、诊断证明、工伤认定书或鉴定意见，拍有日期和结论的一页',
  },
  accident_finding: {
    name: '事故认定书',
    why: '看清责任怎么分',
    example: '交警开的《道路交通事故认定书》，每页拍一张',
  },
  medical_record: { name: '病历和检查结果', why: '看清治疗的经过', example: '门诊病历、住院记录、检查报告' },
  kinship_proof: {
    name: '亲属关系的证明',
    why: '证明对方有赡养、抚养、扶养的义务',
    example: '户口簿、结婚证、出生证',
  },
  violence_proof: {
    name: '受到伤害的材料',
    why: '帮助尽快保护你',
    example: '伤处照片写上日期；没有也可以先申请',
    anyOf: ['报警回执、告诫书', '病历、伤处照片', '聊天记录、录音', '妇联、村（居）委会的求助记录'],
  },
  product_proof: {
    name: '买过和用过的材料',
    why: '证明东西是从哪里买的、造成了什么损失',
    example: '收据、包装袋、地里的照片',
  },
  pollution_proof: {
    name: '污染和损失的材料',
    why: '证明污染和你的损失',
    example: '现场照片、检测报告、损失清单',
  },
  organ_document: {
    name: '办案机关的文书',
    why: '看清案子到了哪一步、还有几天',
    example: '传票、决定书、通知书，拍有日期和印章的一页',
  },
  judgment: { name: '生效的判决、裁定', why: '看清原来是怎么判的', example: '判决书、裁定书每页拍一张' },
  case_material: {
    name: '和这件事有关的材料',
    why: '让律师更快看清事情',
    example: '有什么拍什么；没有也不影响申请',
  },
}

/** What decides which material is asked for. */
export type MaterialCase = {
  matter: Matter
  meansRoute: MeansRoute
  exemption: Exemption | null
  hasAgent: boolean
  /** It has gone to a court, an arbitration commission, the police … */
  hasOrgan: boolean
  /** Only where the person said that there is one. */
  hasContract: boolean
}

const OF_MATTER: Readonly<Partial<Record<Matter, readonly (readonly [Material, Need])[]>>> = {
  wages: [['work_proof', 'required']],
  labour_relation: [['work_proof', 'required']],
  work_injury: [
    ['work_proof', 'required'],
    ['injury_proof', 'required'],
  ],
  traffic: [
    ['accident_finding', 'required'],
    ['medical_record', 'required'],
  ],
  medical: [['medical_record', 'required']],
  unsafe_food: [
    ['product_proof', 'required'],
    ['medical_record', 'required'],
  ],
  support: [['kinship_proof', 'required']],
  capacity: [['kinship_proof', 'required']],
  violence: [['violence_proof', 'if_you_have']],
  divorce: [['violence_proof', 'if_you_have']],
  fake_goods: [['product_proof', 'required']],
  pollution: [['pollution_proof', 'required']],
  social_benefit: [['organ_document', 'if_you_have']],
  retrial: [['judgment', 'required']],
  acquitted: [['judgment', 'required']],
}

export type MaterialItem = { item: Material; needed: Need }

/**
 * What has to be shown, computed from the answers (LP-5). Proof of means is never required (LP-5, optional), and
 * whoever was not paid shows any one proof of the work.
 */
export function materialFor(about: MaterialCase): MaterialItem[] {
  const { matter, hasAgent, hasOrgan, hasContract } = about
  const items: MaterialItem[] = [
    { item: 'identity', needed: 'required' },
    ...(hasAgent ? [{ item: 'agent_proof', needed: 'required' } as const] : []),
    ...ofMeans(about),
    ...(OF_MATTER[matter] ?? []).map(([item, needed]) => ({ item, needed })),
    ...(hasContract ? [{ item: 'work_contract', needed: 'if_you_have' } as const] : []),
    ...(hasOrgan ? [{ item: 'organ_document', needed: 'required' } as const] : []),
    { item: 'case_material', needed: 'if_you_have' },
  ]
  return items.filter(({ item }, n) => items.findIndex((one) => one.item === item) === n)
}

/** Being a migrant worker shows in the proof of the work: no other paper is asked for. */
function ofMeans({ meansRoute, exemption }: MaterialCase): MaterialItem[] {
  if (meansRoute === 'exempt')
    return exemption === 'migrant_worker' ? [] : [{ item: 'exemption_proof', needed: 'required' }]
  if (meansRoute === 'no_condition') return []
  return [{ item: 'means_proof', needed: 'if_you_have' }]
}
