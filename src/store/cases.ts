import { create } from 'zustand'

import type { Case, CaseSummary } from '#contract/case'
import { letThrough, readMyCases, readOneCase, sendMessage, takeAction } from '#services/cases'
import { whenTokenDropped } from '#services/token'

type Known = {
  /** Whole cases by id, as last told by the server. */
  cases: Readonly<Record<string, Case>>
  mine: readonly CaseSummary[]
  /** Where the list goes on; null at its end. */
  next: string | null
  /** Case → what was done last on this telephone. */
  done: Readonly<Record<string, Done>>
}

/** A step that was taken, and the cases that came of it. */
export type Done = { text: string; links: Case['links'] }

const NOTHING: Known = { cases: {}, mine: [], next: null, done: {} }

const useKnown = create<Known>(() => NOTHING)

// Nothing of one person is left for the next one on the same telephone.
whenTokenDropped(() => useKnown.setState(NOTHING))

export const useCase = (id: string): Case | undefined => useKnown(({ cases }) => cases[id])
export const useMyCases = (): readonly CaseSummary[] => useKnown(({ mine }) => mine)
export const useDone = (id: string): Done | undefined => useKnown(({ done }) => done[id])
export const useHasMore = (): boolean => useKnown(({ next }) => next !== null)

export function keepCase(one: Case): Case {
  useKnown.setState(({ cases }) => ({ cases: { ...cases, [one.id]: one } }))
  return one
}

export const loadCase = async (id: string): Promise<Case> => keepCase(await readOneCase(id))

/** Takes a step with the version that was shown; a refusal changes nothing. */
export async function actOn(before: Case, action: string, fields: object = {}): Promise<Case> {
  const { id, version } = before
  const after = keepCase(await takeAction(id, action, { ...fields, version }))
  const text = before.actions.find((step) => step.action === action)?.text ?? ''
  const links = after.links.filter(({ caseId }) => before.links.every((link) => link.caseId !== caseId))
  useKnown.setState(({ done }) => ({ done: { ...done, [id]: { text, links } } }))
  return after
}

/** It has been read, or is true no longer. */
export const forgetDone = (id: string): void =>
  useKnown.setState(({ done: { [id]: _, ...done } }) => ({ done }))

export async function sayIn({ id }: Case, said: Parameters<typeof sendMessage>[1]): Promise<Case> {
  await sendMessage(id, said)
  return loadCase(id)
}

/** The other side may read it from now on. */
export const letThroughIn = async ({ id }: Case, textId: string): Promise<Case> =>
  keepCase(await letThrough(id, textId))

export async function loadMine(): Promise<void> {
  const { items, next } = await readMyCases()
  useKnown.setState({ mine: items, next })
}

/** The next page, behind what is shown. What moved to the front meanwhile is not shown twice. */
export async function loadMoreOfMine(): Promise<void> {
  const { mine, next: cursor } = useKnown.getState()
  if (cursor === null) return
  const { items, next } = await readMyCases(cursor)
  const shown = new Set(mine.map(({ id }) => id))
  useKnown.setState({ mine: [...mine, ...items.filter(({ id }) => !shown.has(id))], next })
}
