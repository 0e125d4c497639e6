import type { Matter } from './aid-matter.ts'
import type { Language } from './aid-terms.ts'
import { type Day, daysBetween, type Instant } from './day.ts'

/** A lawyer of the centre as far as the order of assignment looks at them. */
export type Lawyer = {
  id: string
  practiceSince: Day
  /** Since when in criminal defence; null for none. */
  defenceSince: Day | null
  languages: readonly Language[]
  /** The last day of leave; null when not away. */
  leaveUntil: Day | null
  /** Cases in hand, and when the last one came. */
  open: number
  lastAssignedAt: Instant | null
  /** Declared a conflict in this case, had it before, or served the other side. */
  conflict: 'declared' | 'had_it' | 'other_side' | null
}

export type Need = {
  matter: Matter
  /** Life, death, review of a death sentence (LA-5). */
  isGrave: boolean
  language: Language | null
}

/** LA-5: 法律援助法 第二十六条; by the procedure rule of 2023, years of criminal defence. */
export const GRAVE_YEARS = 3

const YEAR = 365.25
export const yearsSince = (since: Day, on: Day): number => Math.floor(daysBetween(since, on) / YEAR)

const CONFLICT: Readonly<Record<NonNullable<Lawyer['conflict']>, string>> = {
  declared: '已声明利益冲突',
  had_it: '承办过这件，已退出',
  other_side: '代理过对方当事人',
}

/** Why this lawyer cannot have the case; null when nothing stands against it. */
export function againstLawyer(lawyer: Lawyer, { isGrave }: Need, on: Day): string | null {
  if (lawyer.conflict) return CONFLICT[lawyer.conflict]
  if (lawyer.leaveUntil && on <= lawyer.leaveUntil) return `请假到 ${lawyer.leaveUntil}`
  if (!isGrave) return null
  const years = lawyer.defenceSince ? yearsSince(lawyer.defenceSince, on) : 0
  return years < GRAVE_YEARS ? `刑事辩护执业不满${GRAVE_YEARS}年（法律援助法第二十六条）` : null
}

const speaks = ({ languages }: Lawyer, { language }: Need) =>
  language === null || languages.includes(language)

/** Whoever has waited longest, never having had one first; then with the fewest in hand. */
const compare = (a: Lawyer, b: Lawyer) =>
  (a.lastAssignedAt ?? '').localeCompare(b.lastAssignedAt ?? '') ||
  a.open - b.open ||
  a.id.localeCompare(b.id)

/** In the order in which they are to be assigned: those who can first, of them those who speak the language. */
export function inTurn<One extends Lawyer>(lawyers: readonly One[], need: Need, on: Day): One[] {
  const rank = (lawyer: One) => (againstLawyer(lawyer, need, on) !== null ? 2 : speaks(lawyer, need) ? 0 : 1)
  return lawyers.toSorted((a, b) => rank(a) - rank(b) || compare(a, b))
}
