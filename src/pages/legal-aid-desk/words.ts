import type { Tone } from '#components/Tag'
import type { LegalAid } from '#contract/legal-aid'

type Item = LegalAid['material'][number]
type Hint = NonNullable<LegalAid['staff']>['hints'][number]['hint']
type Verdict = NonNullable<LegalAid['staff']>['sheet'][number]['verdict']

export const WORK = {
  title: '法律援助工作台',
  next: '接手下一件申请',
  nextWhy: '紧急的在前，再按决定期限。接手后别人不会重复办。',
  none: '现在没有等待审查的申请',
  noneText: '新的申请提交后会排在这里。已经接手的在待办里。',
  window: '替来办的人登记',
  windowText: '在窗口或电话里填申请，登记在他（她）名下',
  board: '待办',
  boardText: '我和本单位的办件，按期限排列',
  lawyers: '援助律师名册',
  lawyersText: '执业年限、语言、请假，指派按此轮次',
  complaints: '待答复的投诉',
  noComplaints: '没有待答复的投诉',
  about: '投诉',
  due: (on: string) => `${on} 前答复`,
  guest: '这里给法律援助工作人员用',
  guestText: '请用工作人员的号码登录。',
  signIn: '去登录',
} as const

export const REVIEW = {
  title: '申请和材料对照',
  application: '申请内容',
  held: '申请里的文字正在核对。',
  sheet: '对照条件',
  law: '依据',
  hints: '请留意',
  evidence: '材料',
  others: '其他附件',
  nothing: '还没有材料',
  anyOf: '任何一种就行',
  steps: '可以办的',
  ask: (step: string) => `${step}？`,
  sure: (step: string) => `确定${step}`,
  toCase: '回到办件',
  gone: '这件申请没有可以对照的内容',
} as const

export const HINT: Readonly<Record<Hint, string>> = {
  repeat: '可能重复申请',
  conflict: '可能有利益冲突',
  false_promise: '以前承诺不实',
}

export const PART_VERDICT: Readonly<Record<Verdict, { tone: Tone; text: string }>> = {
  likely_yes: { tone: 'ok', text: '符合' },
  likely_no: { tone: 'warn', text: '不符合' },
  needs_person: { tone: 'info', text: '请核对' },
}

export const ITEM_STATE: Readonly<Record<Item['state'], { tone: Tone; text: string }>> = {
  given: { tone: 'ok', text: '已交' },
  asked: { tone: 'warn', text: '已通知补交' },
  missing: { tone: 'plain', text: '没有' },
}

export const LAWYERS = {
  title: '援助律师名册',
  hint: '指派按空闲和轮次排，符合年限和语言的在前。',
  none: '本中心还没有登记律师',
  noneText: '先由市级管理员在“管理”里给律师账号加上法律援助律师的岗位。',
  unknown: '还没有登记执业情况',
  years: (since: string) => `${Number(since.slice(0, 4))}年${Number(since.slice(5, 7))}月起执业`,
  open: (count: number) => `在办 ${count} 件`,
  leave: (until: string) => `请假到 ${until}`,
  edit: '登记执业情况',
  firm: '执业机构',
  licence: '执业证号',
  practiceSince: '哪天开始执业',
  defenceSince: '哪天开始做刑事辩护',
  defenceWhy: '可能判无期徒刑、死刑的案件，要三年以上刑事辩护经历（法律援助法第二十六条）',
  languages: '会说的话',
  leaveUntil: '请假到哪天（含当天）',
  save: '保存',
  saved: '已经保存',
  cancel: '先不改',
} as const
