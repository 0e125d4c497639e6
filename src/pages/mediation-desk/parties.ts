import type { MediationOwn } from '#contract/mediation'

/** Who it is between. */
export const partiesOf = ({ applicantName, otherSide }: MediationOwn): string =>
  [applicantName, otherSide.name].filter(Boolean).join('、')
