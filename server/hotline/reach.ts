import type { Actor, StaffRole } from '#domain/actor'

/** The organisations in which somebody serves in one of these roles. */
export const organisationsOf = ({ grants }: Actor, roles: readonly string[]): string[] => [
  ...new Set(grants.filter(({ role }) => roles.includes(role)).map(({ organisationId }) => organisationId)),
]

export const HEAD: readonly StaffRole[] = ['hotline_head']
