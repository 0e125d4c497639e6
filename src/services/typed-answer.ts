import { forget, recall, remember } from '#services/device'
import { whenTokenDropped } from '#services/token'

/** What is typed into an answer, as text, until it is sent. */
export type TypedAnswer = Readonly<{
  facts: string
  law: string
  advice: string
  dates: string
  where: string
  category: string
  result: string
  group: string
  toldOfLegalAid: boolean
}>

const KEPT = 'answers'

type Kept = Readonly<Record<string, TypedAnswer>>
const kept = () => recall<Kept>(KEPT) ?? {}

export const typedAnswer = (caseId: string): TypedAnswer | undefined => kept()[caseId]
export const keepAnswer = (caseId: string, answer: TypedAnswer): void =>
  remember(KEPT, { ...kept(), [caseId]: answer })

export function dropAnswer(caseId: string): void {
  const { [caseId]: _, ...others } = kept()
  remember(KEPT, others)
}

// It speaks of other people: nothing of it stays when the adviser has left.
whenTokenDropped(() => forget(KEPT))
