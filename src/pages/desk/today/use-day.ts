import type { CaseSummary } from '#contract/case'
import { type Day, dayOf, type Instant } from '#domain/day'
import { askAbout } from '#services/about'
import { readDeskCases } from '#services/cases'
import { usePolled } from './use-polled.ts'

export type DayAtDesk = { now: Instant; day: Day; items: readonly CaseSummary[]; isWhole: boolean }

const MOST = '100'

/** What was asked for stands before the day: somebody is on the line. Urgent first, then by time, as the server sorts. */
async function loadDay(day: Day | null, q: string): Promise<DayAtDesk> {
  const { now } = await askAbout()
  const shown = day ?? dayOf(now)
  const { items, next } = await readDeskCases(q ? { q, limit: MOST } : { day: shown, limit: MOST })
  return { now, day: shown, items, isWhole: next === null }
}

/** Asks again every half minute while the page is seen; the list stays where it was scrolled to. */
export const useDay = (day: Day | null, q: string) => usePolled(() => loadDay(day, q), [day, q])
