import type { IconName } from '#components/Icon'
import type { Kind } from '#domain/kind'

export const KIND_ICON: Readonly<Record<Kind, IconName>> = {
  hotline: 'calendar',
  inquiry: 'person',
  legal_aid: 'scales',
  mediation: 'hands',
  rules_review: 'papers',
}
