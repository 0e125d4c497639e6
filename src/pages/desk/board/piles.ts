import type { CaseSummary } from '#contract/case'
import { dayOf, type Instant } from '#domain/day'

export const PILES = ['overdue', 'today', 'later', 'closed'] as const
export type Pile = (typeof PILES)[number]

/** Where a case lies on the board: late before all else, what is over at the end. */
export function pileOf({ closedAt, overdue, dueAt }: CaseSummary, now: Instant): Pile {
  if (closedAt) return 'closed'
  if (overdue) return 'overdue'
  return dueAt && dayOf(dueAt) === dayOf(now) ? 'today' : 'later'
}
