export type Kind = 'hotline' | 'inquiry' | 'legal_aid' | 'mediation' | 'rules_review'

/** The letters a case number begins with. */
export const PREFIX: Readonly<Record<Kind, string>> = {
  hotline: 'RX',
  inquiry: 'GW',
  legal_aid: 'YZ',
  mediation: 'TJ',
  rules_review: 'CG',
}

export const KIND_NAME: Readonly<Record<Kind, string>> = {
  hotline: '热线预约',
  inquiry: '问村法律顾问',
  legal_aid: '法律援助',
  mediation: '人民调解',
  rules_review: '村规民约审查',
}
