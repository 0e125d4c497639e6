import type { StaffRole } from '#domain/actor'

/** Who answers for the desks of a hotline. */
export const HEAD: readonly StaffRole[] = ['hotline_head']
