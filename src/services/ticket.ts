import { forget, recall, remember } from '#services/device'
import { whenTokenDropped } from '#services/token'

/** What is typed into the ticket of a call, as text, until it is sent. */
export type Ticket = Readonly<{
  answer: string
  category: string
  toldOfLegalAid: boolean
  lawCited: string
  group: string
  urgency: string
  sex: string
  handling: string
  followUp: string
}>

const KEPT = 'tickets'

type Kept = Readonly<Record<string, Ticket>>
const kept = () => recall<Kept>(KEPT) ?? {}

/** What an earlier version kept may lack what is asked today. */
export const typedTicket = (caseId: string): Partial<Ticket> | undefined => kept()[caseId]
export const keepTicket = (caseId: string, ticket: Ticket): void =>
  remember(KEPT, { ...kept(), [caseId]: ticket })

export function dropTicket(caseId: string): void {
  const { [caseId]: _, ...others } = kept()
  remember(KEPT, others)
}

// It speaks of other people: nothing of it stays when the operator has left.
whenTokenDropped(() => forget(KEPT))
