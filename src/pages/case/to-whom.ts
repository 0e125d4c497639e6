import type { Case, Message } from '#contract/case'
import { CASE_WORDS, READ_BY, TO_WHOM } from './words.ts'

export type Audience = Case['audiences'][number]
type Two = Pick<Case, 'audiences'>

/** Only the office may speak to one side alone. */
const voiceIn = ({ audiences }: Two) => (audiences.includes('applicant') ? 'office' : 'party')

/** To whom it goes, as whoever writes calls them. */
export const choicesFor = (one: Two) =>
  one.audiences.map((value) => ({ value, ...TO_WHOM[voiceIn(one)][value] }))

/** What a side writes stays with the mediator unless it says otherwise; the office must say to whom it speaks. */
export const firstChoice = (one: Two): Audience | null =>
  voiceIn(one) === 'party' ? (one.audiences[0] ?? null) : null

/** The button says where it goes, before it goes there. */
export const sendWords = (one: Two, to: Audience | null): string =>
  one.audiences.length > 0 && to ? TO_WHOM[voiceIn(one)][to].send : CASE_WORDS.send

/** Who reads a message; null where everybody on the case does. */
export const readersOf = (one: Two, { to }: Pick<Message, 'to'>): string | null =>
  one.audiences.length === 0 ? null : READ_BY[voiceIn(one)][to]
