import { forget, recall, remember } from '#services/device'
import { whenTokenDropped } from '#services/token'

/** What is filled in for one field: text, a choice or several, yes or no. */
export type Filled = string | boolean | readonly string[]
/** Field name → what is filled in. */
export type Filling = Readonly<Record<string, Filled>>

const KEPT = 'steps'

type Kept = Readonly<Record<string, Filling>>
const kept = () => recall<Kept>(KEPT) ?? {}
const nameOf = (caseId: string, action: string) => `${caseId}/${action}`

/** What was filled in for a step and not sent yet. */
export const filledStep = (caseId: string, action: string): Filling => kept()[nameOf(caseId, action)] ?? {}

export const keepStep = (caseId: string, action: string, filling: Filling): void =>
  remember(KEPT, { ...kept(), [nameOf(caseId, action)]: filling })

export function dropStep(caseId: string, action: string): void {
  const { [nameOf(caseId, action)]: _, ...others } = kept()
  remember(KEPT, others)
}

// It may speak of other people: nothing of it stays when the person has left.
whenTokenDropped(() => forget(KEPT))
