import { problemOf } from '#domain/agreement'
import { instant } from '#domain/day'
import type { FieldProblems } from '#domain/refusal'
import { DRAFT } from '../words.ts'

export type Part = { dueOn: string; amount: string; what: string }

/** An agreement while it is being written, as text. */
export type Terms = {
  facts: string
  disputed: string
  duty: string
  clauses: readonly string[]
  ways: readonly string[]
  amount: string
  parts: readonly Part[]
  place: string
  touches: readonly string[]
  reachedOn: string
  /** Of an oral agreement: the hours of the talk, where they are known. */
  from?: string
  to?: string
}

export const BLANK_PART: Part = { dueOn: '', amount: '', what: '' }

const yuan = (text: string): number => (/^\d+$/.test(text.trim()) ? Number(text) : Number.NaN)

export const sumOf = (parts: readonly Part[]): number =>
  parts.reduce((sum, { amount }) => sum + (yuan(amount) || 0), 0)

/** The places to fill in that the template leaves. */
const BLANKS = '＿＿'

function clauseProblem(clauses: readonly string[]): string | undefined {
  const said = clauses.filter((clause) => clause.trim())
  if (said.length === 0) return DRAFT.missing
  const blank = clauses.findIndex((clause) => clause.includes(BLANKS))
  return blank === -1 ? undefined : DRAFT.blank(blank + 1)
}

function partsProblem(parts: readonly Part[], amount: string): string | undefined {
  if (parts.some(({ dueOn, what }) => !dueOn || !what.trim())) return DRAFT.missing
  if (parts.some((part) => Number.isNaN(yuan(part.amount || '0')))) return DRAFT.missingNumber
  const instalments = parts.map((part) => ({ ...part, amount: yuan(part.amount || '0') }))
  return problemOf({ amount: yuan(amount), instalments }) ?? undefined
}

const filled = (problems: Readonly<Record<string, string | undefined>>): FieldProblems =>
  Object.fromEntries(Object.entries(problems).flatMap(([name, words]) => (words ? [[name, words]] : [])))

/** Both hours or neither, and in their order. */
const halfTime = ({ from = '', to = '' }: Terms): boolean => Boolean(from || to) && !(from && to && from < to)

const hoursOf = ({ reachedOn, from, to }: Terms) =>
  from && to ? { startedAt: instant(reachedOn, from), endedAt: instant(reachedOn, to) } : {}

/** What stands against it before it is sent; the server checks once more. */
export const problemsIn = (terms: Terms, oral: boolean): FieldProblems =>
  filled({
    facts: terms.facts.trim() ? undefined : DRAFT.missing,
    disputed: oral || terms.disputed.trim() ? undefined : DRAFT.missing,
    clauses: clauseProblem(terms.clauses),
    ways: terms.ways.length > 0 ? undefined : DRAFT.missingChoice,
    amount: Number.isNaN(yuan(terms.amount)) ? DRAFT.missingNumber : undefined,
    instalments: partsProblem(terms.parts, terms.amount),
    touches: terms.touches.length > 0 ? undefined : DRAFT.missingChoice,
    place: !oral || terms.place.trim() ? undefined : DRAFT.missing,
    endedAt: halfTime(terms) ? DRAFT.wrongTime : undefined,
    reachedOn: !oral || terms.reachedOn ? undefined : DRAFT.missingDay,
  })

/** The body of the step. */
export function bodyOf(terms: Terms, oral: boolean): Record<string, unknown> {
  const { facts, disputed, duty, ways, touches, place, reachedOn } = terms
  return {
    facts: facts.trim(),
    clauses: terms.clauses.map((clause) => clause.trim()).filter(Boolean),
    ways,
    amount: yuan(terms.amount),
    instalments: terms.parts.map(({ dueOn, amount, what }) => ({
      dueOn,
      amount: yuan(amount || '0'),
      what: what.trim(),
    })),
    touches,
    ...(place.trim() && { place: place.trim() }),
    ...(oral
      ? { reachedOn, ...hoursOf(terms) }
      : { disputed: disputed.trim(), ...(duty.trim() && { duty: duty.trim() }) }),
  }
}
