import { type Grant, ROLE_NAME } from '#domain/actor'
import { Refusal } from '#domain/refusal'

const BY: Readonly<Record<string, string>> = {
  ...ROLE_NAME,
  // Whoever asked, be it a resident or somebody of the village.
  resident: '申请人',
  other_side: '另一方当事人',
  clock: '系统（到期）',
}

/** Who took a step, as it is said to others. */
export const nameOfRole = (role: string): string => BY[role] ?? '系统'

/** The role in which a member of staff writes down what somebody else says; `words` for whoever has none that fits. */
export function roleThatFits(
  grants: readonly Grant[],
  fits: (grant: Grant) => boolean,
  words: string,
): Grant['role'] {
  const grant = grants.find(fits)
  if (!grant) throw new Refusal('not_yours', words)
  return grant.role
}
