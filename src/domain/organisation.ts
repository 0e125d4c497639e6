export const ORGANISATION_KINDS = [
  'bureau',
  'hotline',
  'legal_aid_centre',
  'committee',
  'judicial_office',
  'law_firm',
  'legal_service_office',
  'village',
  'city',
] as const

export type OrganisationKind = (typeof ORGANISATION_KINDS)[number]

export const ORGANISATION_KIND_NAME: Readonly<Record<OrganisationKind, string>> = {
  bureau: '司法局',
  hotline: '12348 热线',
  legal_aid_centre: '法律援助中心',
  committee: '人民调解委员会',
  judicial_office: '司法所',
  law_firm: '律师事务所',
  legal_service_office: '基层法律服务所',
  village: '村（居）民委员会',
  city: '市级管理单位',
}
