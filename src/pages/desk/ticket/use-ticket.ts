import { useState } from 'react'

import type { Case } from '#contract/case'
import { HOTLINE_ACTIONS } from '#contract/hotline'
import { problemsIn } from '#contract/problems-in'
import type { FieldProblems } from '#domain/refusal'
import { keepTicket, type Ticket, typedTicket } from '#services/ticket'

const empty = ({ topic }: Case): Ticket => ({
  answer: '',
  category: topic ?? '',
  toldOfLegalAid: false,
  lawCited: '',
  group: '',
  urgency: 'usual',
  sex: '',
  handling: 'advice',
  followUp: '',
})

/** Kept on the telephone at each change: a call may come in between. */
export function useTicket(one: Case) {
  const [ticket, setTicket] = useState<Ticket>(() => ({ ...empty(one), ...typedTicket(one.id) }))
  const change = (more: Partial<Ticket>) => {
    const next = { ...ticket, ...more }
    keepTicket(one.id, next)
    setTicket(next)
  }
  return { ticket, change }
}

/** What is left empty is not sent; what must be there is named, so that the schema says what to do. */
export function bodyOf({
  answer,
  category,
  group,
  toldOfLegalAid,
  ...rest
}: Ticket): Record<string, unknown> {
  const said = Object.entries(rest).filter(([, text]) => text.trim() !== '')
  const chosen = { category: category || undefined, group: group || undefined }
  return { answer, ...chosen, toldOfLegalAid, ...Object.fromEntries(said) }
}

/** The same rules as on the server, before anything is asked or sent. */
export const problemsOf = (body: Record<string, unknown>): FieldProblems =>
  problemsIn(HOTLINE_ACTIONS.record_answer, body)
