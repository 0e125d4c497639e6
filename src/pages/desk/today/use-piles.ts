import type { CaseSummary } from '#contract/case'
import { dayOf, type Instant } from '#domain/day'
import { askAbout } from '#services/about'
import { readDeskCases } from '#services/cases'
import { usePolled } from './use-polled.ts'

export const PILES = ['overdue', 'due', 'claimed'] as const
export type Pile = (typeof PILES)[number]

export type Piles = { now: Instant } & Readonly<Record<Pile, readonly CaseSummary[]>>

/** More than that is counted as “99+”. */
const MOST = '100'

/** The numbers of the desk, each with the list behind it. */
async function loadPiles(): Promise<Piles> {
  const { now } = await askAbout()
  const [overdue, due, claimed] = await Promise.all([
    readDeskCases({ overdue: 'true', limit: MOST }),
    readDeskCases({ day: dayOf(now), limit: MOST }),
    readDeskCases({ status: 'claimed', limit: MOST }),
  ])
  return {
    now,
    overdue: overdue.items,
    due: due.items.filter(({ closedAt }) => closedAt === null),
    claimed: claimed.items,
  }
}

export const usePiles = () => usePolled(loadPiles, [])
