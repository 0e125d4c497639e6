import type { CaseSummary } from '#contract/case'
import { type Day, dayOf, type Instant } from '#domain/day'
import { askAbout } from '#services/about'
import { readDeskCases } from '#services/cases'
import { askedFor, type DeskView } from '#store/desk-view'
import { usePolled } from './use-polled.ts'

export type DayAtDesk = { now: Instant; day: Day; items: readonly CaseSummary[] }

type Asked = ReturnType<typeof askedFor>

const MOST = '100'

const rank = ({ closedAt, urgent }: CaseSummary) => (closedAt ? 2 : urgent ? 0 : 1)

/** Whoever is in danger first and what is over last; within that by time, as the server sorts a day. */
const inOrder = (items: readonly CaseSummary[]) => [...items].sort((a, b) => rank(a) - rank(b))

/** All pages: a day at the desk is short enough to be held whole. */
async function readAll(asked: { q: string } | ({ day: Day } & Asked)): Promise<CaseSummary[]> {
  const items: CaseSummary[] = []
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<typeof readDeskCases>> = await readDeskCases({
      ...asked,
      limit: MOST,
      ...(cursor && { cursor }),
    })
    items.push(...page.items)
    cursor = page.next
  } while (cursor)
  return items
}

/** What was asked for stands before the day: somebody is on the line. */
async function loadDay(day: Day | null, q: string, view: DeskView): Promise<DayAtDesk> {
  const { now } = await askAbout()
  const shown = day ?? dayOf(now)
  return { now, day: shown, items: inOrder(await readAll(q ? { q } : { day: shown, ...askedFor(view) })) }
}

/** Asks again every half minute while the page is seen; the list stays where it was scrolled to. */
export const useDay = (day: Day | null, q: string, view: DeskView) =>
  usePolled(() => loadDay(day, q, view), [day, q, view.deskId, view.channel])
