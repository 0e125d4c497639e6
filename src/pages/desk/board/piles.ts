import type { CaseSummary } from '#contract/case'
import { dayOf, type Instant } from '#domain/day'

export const PILES = ['overdue', 'urgent', 'today', 'later', 'closed'] as const
export type Pile = (typeof PILES)[number]

export const isDueToday = ({ dueAt }: CaseSummary, now: Instant): boolean =>
  dueAt !== null && dayOf(dueAt) === dayOf(now)

/** Where a case lies on the board: late before all else, then what cannot wait, what is over at the end. */
export function pileOf(item: CaseSummary, now: Instant): Pile {
  if (item.closedAt) return 'closed'
  if (item.overdue) return 'overdue'
  if (item.urgent) return 'urgent'
  return isDueToday(item, now) ? 'today' : 'later'
}
