/** The words of an application and of its steps: codes as they are stored, with what people read. */

/** Who fills in the form (LP-9): it is recorded, and whoever cannot write need not. */
export const FILLED_IN_BY = {
  self: '我自己',
  family: '家人',
  adviser: '村（社区）法律顾问',
  mediator: '人民调解员',
  cadre: '村（社区）干部',
  staff: '工作人员',
} as const
export type FilledInBy = keyof typeof FILLED_IN_BY

/** LP-4, 法律援助法 第四十条. */
export const AGENT_KIND = {
  statutory: '法定代理人（父母、监护人）',
  near_relative: '近亲属（本人被羁押、强制医疗，或者监护人就是伤害他的人）',
  entrusted: '本人委托的代理人',
} as const
export type AgentKind = keyof typeof AGENT_KIND

/** The same as official forms have it. */
export const AGENT_TITLE: Readonly<Record<AgentKind, string>> = {
  statutory: '法定代理人',
  near_relative: '近亲属',
  entrusted: '委托代理人',
}

/** Why somebody acts for the applicant. */
export const APPLICANT_STATE = {
  adult: '成年人，自己办理',
  minor: '未成年人',
  incapable: '不能（完全）辨认自己行为的成年人',
  detained: '被羁押、服刑或在强制戒毒',
} as const
export type ApplicantState = keyof typeof APPLICANT_STATE

export const ID_KIND = {
  resident: '居民身份证',
  residence_permit: '港澳台居民居住证',
  passport: '护照',
  soldier: '军人证',
  foreigner: '外国人永久居留证',
  other: '其他证件',
} as const
export type IdKind = keyof typeof ID_KIND

/** Where the matter has got to (LP-1): the place of the organ decides which centre is the right one. */
export const ORGAN = {
  none: '还没有找过哪个机关',
  court: '法院',
  arbitration: '劳动（人事）仲裁委',
  land_arbitration: '农村土地承包仲裁委',
  police: '公安机关',
  procuratorate: '检察院',
  administrative: '行政机关',
  other: '别的机关',
} as const
export type Organ = keyof typeof ORGAN

export const OTHER_SIDE_KIND = {
  person: '个人',
  organisation: '单位',
  unknown: '还不知道是谁',
} as const
export type OtherSideKind = keyof typeof OTHER_SIDE_KIND

/** 援助方式 (SYS133) in plain words. */
export const HELP = {
  civil_suit: '打官司（民事诉讼代理）',
  labour_arbitration: '劳动仲裁代理',
  administrative_suit: '行政诉讼、行政复议代理',
  defence: '刑事辩护',
  victim: '刑事被害人、自诉、附带民事代理',
  out_of_court: '协商、调解等非诉讼代理',
  drafting: '代写法律文书',
} as const

/** LP-18. */
export const ADVANCE_GROUND = {
  time: '离起诉、仲裁、复议的期限不到七日',
  preservation: '需要立即保全财产、证据或者先予执行',
  other: '法律、法规、规章规定的其他情形',
} as const
export type AdvanceGround = keyof typeof ADVANCE_GROUND

/** LP-23, the eight grounds of 法律援助法 第四十八条. */
export const END_GROUND = {
  deceit: '以欺骗或者其他不正当手段获得法律援助',
  hidden_facts: '故意隐瞒与案件有关的重要事实或者提供虚假证据',
  unlawful_use: '利用法律援助从事违法活动',
  means_changed: '经济状况发生变化，不再符合条件',
  case_ended: '案件终止审理或者已经被撤销',
  own_lawyer: '自行委托律师或者其他代理人',
  own_request: '有正当理由要求终止法律援助',
  other: '法律法规规定的其他情形',
} as const
export type EndGround = keyof typeof END_GROUND

export const REFUSE_GROUND = {
  not_covered: '申请事项不属于法律援助范围',
  no_hardship: '不符合经济困难条件',
  has_lawyer: '已经委托了律师或者其他代理人',
  untrue: '申请材料不真实',
  other: '其他不符合法律规定的情形',
} as const
export type RefuseGround = keyof typeof REFUSE_GROUND

/** The article that the letter names. */
export const REFUSE_LAW: Readonly<Record<RefuseGround, string>> = {
  not_covered: '法律援助法 第三十一条、第四十三条',
  no_hardship: '法律援助法 第三十四条、第四十三条',
  has_lawyer: '法律援助法 第四十三条',
  untrue: '法律援助法 第四十一条、第四十三条',
  other: '法律援助法 第四十三条',
}

/** F-LA-21. */
export const OUTCOME = {
  judgment: '判决',
  ruling: '裁定',
  court_mediation: '法院调解',
  award: '仲裁裁决',
  review_decision: '复议决定',
  settlement: '和解、调解',
  withdrawn: '撤诉、撤回',
  ended: '终止',
  drafted: '文书已代写',
} as const

/** F-LA-21: in which way help was given, in the words of the form. */
export const WAY_OF_HELP = {
  civil_suit: '民事诉讼代理',
  labour_arbitration: '劳动、人事争议仲裁代理',
  administrative_suit: '行政复议、行政诉讼代理',
  state_compensation: '国家赔偿案件代理',
  defence: '刑事辩护',
  victim: '刑事被害人、自诉人、附带民事诉讼代理',
  out_of_court: '非诉讼代理（协商、调解等）',
  drafting: '代拟法律文书',
} as const

/** F-LA-21: what became of the lawyer's view with court, arbitrator or organ. */
export const ADOPTED = {
  all: '全部采纳',
  partly: '部分采纳',
  none: '未采纳',
  not_applicable: '不涉及',
} as const

/** F-LA-21: what is in the dossier. */
export const DOSSIER = {
  assignment: '指派通知书、法律援助公函',
  agreement: '委托代理（辩护）协议、授权委托书',
  meetings: '会见、谈话笔录',
  file_reading: '阅卷笔录、复制的案卷材料',
  evidence: '调查取证材料',
  pleadings: '起诉状、答辩状、代理词、辩护词',
  hearing: '出庭通知、庭审记录',
  result: '判决书、裁决书、调解书等结果文书',
  reports: '向受援人和中心通报、报告的记录',
} as const

/** LP-6: how the office has looked at the means (法律援助法 第四十一条). */
export const MEANS_CHECK = {
  shared_data: '部门信息共享查询',
  other_centre: '请外地法律援助机构协查',
  village: '向村（居）民委员会、单位了解',
  proof: '核对申请人提交的证明',
} as const

/** LP-33: what one may complain about (法律援助法 第五十五条、第五十六条). */
export const COMPLAINT = {
  fee: '收了钱或者财物',
  delay: '拖着不办',
  refusal: '拒绝办理',
  manner: '态度不好',
  secrecy: '泄露了隐私',
  bias: '偏向对方',
  other: '其他',
} as const

export const COMPLAINT_RESULT = {
  founded: '属实，已责令改正',
  partly: '部分属实，已责令改正',
  unfounded: '不属实，已向投诉人说明',
} as const

/** LP-35, 法律援助法 第五十七条. */
export const QUALITY_TOOL = {
  sitting_in: '庭审旁听',
  dossier: '案卷检查',
  organ: '征询办案机关意见',
  call_back: '回访受援人',
  assessment: '第三方评估',
} as const
export const QUALITY_MARK = {
  excellent: '优秀',
  good: '良好',
  sufficient: '合格',
  insufficient: '不合格',
} as const

/** LP-21: what the lawyer tells the centre at once. */
export const DIFFICULTY = {
  evidence: '主要证据、适用法律有重大疑义',
  group: '群体性事件',
  influence: '有重大社会影响',
  other: '其他复杂情况',
} as const

/** F-LA-14: how the recipient was told. */
export const TOLD_BY = {
  meeting: '当面',
  telephone: '电话',
  video: '视频',
  writing: '书面',
  wechat: '微信',
} as const

/** Languages that help somebody to be understood. */
export const LANGUAGE = {
  mandarin: '普通话',
  xupu: '溆浦话',
  miao: '苗语',
  dong: '侗语',
  tujia: '土家语',
  sign: '手语',
} as const
export type Language = keyof typeof LANGUAGE
