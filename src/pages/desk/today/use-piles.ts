import type { CaseSummary } from '#contract/case'
import { dayOf, type Instant } from '#domain/day'
import { askAbout } from '#services/about'
import { readDeskCases } from '#services/cases'
import { askedFor, type DeskView } from '#store/desk-view'
import { usePolled } from './use-polled.ts'

export const PILES = ['overdue', 'due', 'claimed'] as const
export type Pile = (typeof PILES)[number]

export type Piles = { now: Instant } & Readonly<Record<Pile, readonly CaseSummary[]>>

/** More than that is counted as “99+”. */
const MOST = '100'

/** The numbers of the desk, each with the list behind it. */
async function loadPiles(view: DeskView): Promise<Piles> {
  const asked = { ...askedFor(view), limit: MOST }
  const { now } = await askAbout()
  const [overdue, due, claimed] = await Promise.all([
    readDeskCases({ ...asked, overdue: 'true' }),
    readDeskCases({ ...asked, day: dayOf(now) }),
    readDeskCases({ ...asked, status: 'claimed' }),
  ])
  return {
    now,
    overdue: overdue.items,
    due: due.items.filter(({ closedAt }) => closedAt === null),
    claimed: claimed.items,
  }
}

export const usePiles = (view: DeskView) => usePolled(() => loadPiles(view), [view.deskId, view.channel])
