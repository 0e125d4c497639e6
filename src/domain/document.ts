/** What an official document is called, and the word of its number; null for papers that take no number. */
type DocumentSort = { name: string; word: string | null }

const sort = (name: string, word: string | null = null): DocumentSort => ({ name, word })

/**
 * Legal aid: the 32 forms of the Ministry of Justice (法律援助文书格式, 2023-11). Mediation: the papers of a dossier.
 * Review of village rules: the opinion. The words of the numbers are the practice of the office.
 */
const SORTS = {
  'FZ-001': sort('法律援助咨询登记表', '援咨字'),
  'FZ-002': sort('法律援助申请表', '援申字'),
  'FZ-003': sort('授权委托书'),
  'FZ-004': sort('经济困难状况说明表'),
  // The promise of honesty has no number among the 32; it goes with the statement of means (法律援助法 第四十一条).
  'FZ-004-1': sort('个人诚信承诺书'),
  'FZ-005': sort('法律援助申请材料接收凭证', '援收字'),
  'FZ-006': sort('补充材料（说明）通知书', '援补字'),
  'FZ-007': sort('法律援助协作函', '援协字'),
  'FZ-008': sort('法律援助审查表', '援审字'),
  'FZ-009': sort('给予法律援助决定书', '援给字'),
  'FZ-010': sort('不予法律援助决定书', '援不字'),
  'FZ-011': sort('指派通知书', '援指字'),
  'FZ-012': sort('委托代理（辩护）协议'),
  'FZ-013': sort('法律援助公函', '援函字'),
  'FZ-014': sort('承办情况通报（报告）记录'),
  'FZ-015': sort('介绍信', '援介字'),
  'FZ-016': sort('更换法律援助人员申请表'),
  'FZ-017': sort('更换法律援助人员通知书', '援更字'),
  'FZ-018': sort('终止法律援助决定书', '援终字'),
  'FZ-019': sort('终止法律援助公函', '援终函字'),
  'FZ-020': sort('异议审查决定书', '司援异字'),
  'FZ-021': sort('法律援助结案报告表', '援结字'),
  'FZ-022': sort('送达回证'),
  'FZ-023': sort('法律帮助申请表'),
  'FZ-024': sort('值班律师提供法律帮助通知书（公安机关）', '援值公字'),
  'FZ-025': sort('值班律师提供法律帮助通知书（国家安全机关）', '援值安字'),
  'FZ-026': sort('值班律师提供法律帮助通知书（人民检察院）', '援值检字'),
  'FZ-027': sort('值班律师提供法律帮助通知书（人民法院）', '援值法字'),
  'FZ-028': sort('值班律师法律帮助登记表'),
  'FZ-029': sort('值班律师法律帮助台账'),
  'FZ-030': sort('庭审旁听记录'),
  'FZ-031': sort('征询办案机关意见函', '援征字'),
  'FZ-032': sort('受援人回访记录'),
  'TJ-001': sort('人民调解申请书'),
  'TJ-002': sort('人民调解受理登记表', '人调受字'),
  'TJ-003': sort('人民调解权利义务告知书'),
  'TJ-004': sort('人民调解调查记录'),
  'TJ-005': sort('人民调解记录'),
  'TJ-006': sort('人民调解协议书', '人调字'),
  'TJ-007': sort('人民调解口头协议登记表', '人调口字'),
  'TJ-008': sort('人民调解回访记录'),
  'TJ-009': sort('人民调解结案报告', '人调结字'),
  'TJ-010': sort('不予受理（终止、移交）告知书', '人调告字'),
  'TJ-011': sort('授权委托书'),
  'TJ-012': sort('司法确认申请书'),
  'TJ-013': sort('调解证明', '人调证字'),
  'TJ-014': sort('履行情况证明', '人调履字'),
  'TJ-015': sort('人民调解卷宗目录'),
  'TJ-016': sort('人民调解邀请函'),
  'CG-001': sort('村规民约合法性审查意见书', '规审字'),
} as const satisfies Readonly<Record<string, DocumentSort>>

export type DocumentType = keyof typeof SORTS

export const sortOf = (type: DocumentType): DocumentSort => SORTS[type]

export const isDocumentType = (type: string): type is DocumentType => Object.hasOwn(SORTS, type)

/** `溆援给字〔2026〕第12号`: the sign of the place, the word of the sort, year and number (GB/T 9704: 六角括号). */
export const documentNumber = (sign: string, word: string, year: number, serial: number): string =>
  `${sign}${word}〔${year}〕第${serial}号`

/**
 * Signs that an organisation may take, the shortest first: the initials of its county, town and village; with the
 * first character of its own name, where another has taken that; then with a figure.
 */
export function signsOf(places: readonly string[], organisation: string): string[] {
  const initials = places.map((place) => place.charAt(0)).join('')
  const own = places.reduce((name, place) => name.replace(place, ''), organisation).charAt(0)
  return [
    initials,
    initials + own,
    ...Array.from({ length: 98 }, (_, index) => `${initials}${own}${index + 2}`),
  ]
}

export const DOCUMENT_STATES = ['issued', 'void'] as const
export type DocumentState = (typeof DOCUMENT_STATES)[number]

export const DOCUMENT_STATE_WORDS: Readonly<Record<DocumentState, string>> = {
  issued: '有效',
  void: '已作废',
}
