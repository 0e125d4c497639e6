import { safeParse } from 'valibot'

import type { Case } from '#contract/case'
import { RulesReviewOwn } from '#contract/rules-review'

export function ownOf({ own }: Case): RulesReviewOwn | null {
  const read = safeParse(RulesReviewOwn, own)
  return read.success ? read.output : null
}
