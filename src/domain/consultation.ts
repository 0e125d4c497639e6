import type { Day } from './day.ts'

/** 身份类别 (SYS132). Whoever does not say is answered all the same, and the refusal is what is recorded (CO-1). */
export const IDENTITY_GROUPS = [
  'disabled',
  'elder',
  'minor',
  'woman',
  'migrant_worker',
  'farmer',
  'minority',
  'soldier',
  'veteran',
  'foreigner',
  'other',
  'declined',
] as const
export type IdentityGroup = (typeof IDENTITY_GROUPS)[number]

export const IDENTITY_GROUP_NAME: Readonly<Record<IdentityGroup, string>> = {
  disabled: '残疾人',
  elder: '老年人（60 岁以上）',
  minor: '未成年人',
  woman: '女性',
  migrant_worker: '农民工',
  farmer: '农民',
  minority: '少数民族',
  soldier: '军人军属',
  veteran: '退役军人',
  foreigner: '外国人、无国籍人',
  other: '其他',
  declined: '拒绝提供',
}

/** 紧急程度. */
export const URGENCIES = ['usual', 'urgent', 'safety'] as const
export type Urgency = (typeof URGENCIES)[number]

export const URGENCY_NAME: Readonly<Record<Urgency, string>> = {
  usual: '一般',
  urgent: '紧急',
  safety: '特急（人身安全）',
}

/** 性别; whoever does not say is answered all the same. */
/** 处理方式 (SYS123), with the code that the report asks for. */
export const HANDLINGS = [
  'advice',
  'mediation',
  'drafting',
  'coordination',
  'to_legal_aid',
  'to_other_centre',
  'suggest_other_body',
  'to_other_body',
  'to_petitions',
  'other',
  'guided_elsewhere',
  'aid_not_accepted',
  'aid_granted',
] as const
export type Handling = (typeof HANDLINGS)[number]

export const HANDLING: Readonly<Record<Handling, { code: string; name: string }>> = {
  advice: { code: '1', name: '咨询' },
  mediation: { code: '2', name: '调解' },
  drafting: { code: '3', name: '代书' },
  coordination: { code: '4', name: '与相关部门协调' },
  to_legal_aid: { code: '5', name: '转为法律援助申请' },
  to_other_centre: { code: '6', name: '转其他法律援助机构' },
  suggest_other_body: { code: '7', name: '建议向其他部门要求解决' },
  to_other_body: { code: '8', name: '转其他部门' },
  to_petitions: { code: '9', name: '转信访' },
  other: { code: '10', name: '其他' },
  guided_elsewhere: { code: '211', name: '引导向其他渠道求助' },
  aid_not_accepted: { code: '212', name: '咨询中申请法律援助（未受理）' },
  aid_granted: { code: '213', name: '咨询中申请法律援助（受理并批准）' },
}

/** What everybody who asks must be told (LA-2); rows are added and closed, never changed. */
const TOLD: readonly { from: Day; law: string; text: string }[] = [
  {
    from: '2022-01-01',
    law: '法律援助法 第二十三条',
    text: '符合条件的，可以申请法律援助，由国家免费提供律师。条件：申请的事项属于法律援助范围，并且经济困难；英雄烈士近亲属维护烈士人格权益、因见义勇为主张权益、再审改判无罪请求国家赔偿，以及遭受虐待、遗弃、家庭暴力的，不看经济条件。程序：向法律援助机构提出申请，机构收到申请后七日内作出决定',
  },
]

/** The wording in force on a day. */
export function legalAidNotice(on: Day): { law: string; text: string } {
  const row = TOLD.findLast(({ from }) => from <= on) ?? TOLD[0]
  if (!row) throw new Error('no wording for the right to legal aid')
  return { law: row.law, text: row.text }
}

/** Stands under every answer (CO-4). */
export const ADVICE_ONLY = '咨询意见仅供参考'
