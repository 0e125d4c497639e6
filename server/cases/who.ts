import { ROLE_NAME } from '#domain/actor'

const BY: Readonly<Record<string, string>> = {
  ...ROLE_NAME,
  // Whoever asked, be it a resident or somebody of the village.
  resident: '申请人',
  other_side: '另一方当事人',
  clock: '系统（到期）',
}

/** Who took a step, as it is said to others. */
export const nameOfRole = (role: string): string => BY[role] ?? '系统'
