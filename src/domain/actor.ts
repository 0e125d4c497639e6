import { type RegionCode, stemOf } from './region.ts'

export const ROLES = [
  'resident',
  'hotline_operator',
  'hotline_head',
  'duty_lawyer',
  'village_adviser',
  'village_contact',
  'mediator',
  'committee_secretary',
  'legal_aid_reviewer',
  'legal_aid_head',
  'legal_aid_lawyer',
  'township_officer',
  'bureau_officer',
  'city_admin',
] as const

export type Role = (typeof ROLES)[number]
export type StaffRole = Exclude<Role, 'resident'>

/** A role holds for one organisation, and for the cases of one region below it. */
export type Grant = { role: StaffRole; organisationId: string; regionCode: string }

export type Actor = { accountId: string; grants: readonly Grant[] }

export const isRole = (taker: string): taker is StaffRole =>
  taker !== 'resident' && (ROLES as readonly string[]).includes(taker)

export const ROLE_NAME: Readonly<Record<Role, string>> = {
  resident: '居民',
  hotline_operator: '热线值班人员',
  hotline_head: '热线班长',
  duty_lawyer: '值班律师',
  village_adviser: '村（社区）法律顾问',
  village_contact: '村（社区）联络员',
  mediator: '人民调解员',
  committee_secretary: '调委会秘书',
  legal_aid_reviewer: '法律援助审查人员',
  legal_aid_head: '法律援助中心负责人',
  legal_aid_lawyer: '法律援助律师',
  township_officer: '司法所工作人员',
  bureau_officer: '司法局工作人员',
  city_admin: '市级管理员',
}

/** How far a role reaches: the cases of its organisation, or all cases of its region. */
const REACH: Readonly<Record<StaffRole, 'organisation' | 'region'>> = {
  hotline_operator: 'organisation',
  hotline_head: 'organisation',
  duty_lawyer: 'organisation',
  village_adviser: 'organisation',
  village_contact: 'region',
  mediator: 'organisation',
  committee_secretary: 'organisation',
  legal_aid_reviewer: 'organisation',
  legal_aid_head: 'organisation',
  legal_aid_lawyer: 'organisation',
  township_officer: 'region',
  bureau_officer: 'region',
  city_admin: 'region',
}

/** Whether a role reads all cases of its region, whoever has them. */
export const reachesRegion = (role: StaffRole): boolean => REACH[role] === 'region'

export const regionCovers = (region: RegionCode, code: RegionCode): boolean => code.startsWith(stemOf(region))

export const grantCovers = (grant: Grant, place: { organisationId: string; regionCode: string }): boolean =>
  REACH[grant.role] === 'organisation'
    ? grant.organisationId === place.organisationId
    : regionCovers(grant.regionCode, place.regionCode)

export const hasRole = (actor: Actor, ...roles: readonly Role[]): boolean =>
  actor.grants.some(({ role }) => roles.includes(role))

const inRoles = ({ grants }: Actor, roles: readonly string[]) =>
  grants.filter(({ role }) => roles.includes(role))

/** The organisations in which somebody serves in one of these roles. */
export const organisationsOf = (actor: Actor, roles: readonly string[]): string[] => [
  ...new Set(inRoles(actor, roles).map(({ organisationId }) => organisationId)),
]

/** The places for which somebody serves in one of these roles. */
export const regionsOf = (actor: Actor, roles: readonly string[]): RegionCode[] => [
  ...new Set(inRoles(actor, roles).map(({ regionCode }) => regionCode)),
]

export const isStaff = (actor: Actor): boolean => actor.grants.length > 0
