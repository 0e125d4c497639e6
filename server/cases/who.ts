import { ROLE_NAME } from '#domain/actor'
import type { Standing } from '#domain/procedure'

const BY: Readonly<Record<string, string>> = {
  ...ROLE_NAME,
  other_side: '另一方当事人',
  clock: '系统（到期）',
}

/** Who took a step, as it is said to somebody: the sides of a case are named as they stand to each other. */
export function nameOfRole(role: string, standing: Standing): string {
  if (role === 'resident' && standing === 'other_side') return '申请人'
  return BY[role] ?? '系统'
}
