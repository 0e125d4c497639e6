import type { Deed, Objection, Procedure } from './procedure.ts'
import { invalid } from './refusal.ts'

/** What the draft of a village is. */
export const RULES_TEXTS = ['village_rules', 'residents_pact', 'red_white', 'collective', 'other'] as const
export type RulesText = (typeof RULES_TEXTS)[number]

/** 合法, 建议修改, 违法须删 */
export const VERDICTS = ['lawful', 'amend', 'strike'] as const
export type Verdict = (typeof VERDICTS)[number]

/** What a village may not rule (VA-10, 村民委员会组织法): by these the adviser gives reasons. */
export const RED_FLAGS = [
  'against_law',
  'public_order',
  'personal_rights',
  'democratic_rights',
  'property_rights',
  'fine',
  'detention',
  'married_women',
  'membership',
  'welfare',
  'marriage',
  'privacy',
  'court',
  'procedure',
] as const
export type RedFlag = (typeof RED_FLAGS)[number]

export const RULES_REVIEW_STATUSES = ['under_review', 'returned', 'filed', 'to_correct', 'withdrawn'] as const
export type RulesReviewStatus = (typeof RULES_REVIEW_STATUSES)[number]
export type RulesReviewAction = 'give_opinion' | 'revise' | 'file_final' | 'order_correction' | 'withdraw'

const lastOpinion = (past: readonly Deed[]) => past.findLast(({ action }) => action === 'give_opinion')

/** What the law forbids is not filed: the village changes it, and the adviser looks again (VA-10). */
const stillUnlawful: Objection = ({ past }) => {
  const strike = Number(lastOpinion(past)?.facts.strike ?? 0)
  return strike > 0 ? `还有 ${strike} 条违法须删，请村里改好、顾问再看过以后备案` : null
}

/** The rules a village gives itself, read by a lawyer before the township files them (VA-10). */
export const rulesReview: Procedure<RulesReviewStatus, RulesReviewAction> = {
  kind: 'rules_review',
  start: 'under_review',
  flow: {
    under_review: { give_opinion: 'returned', revise: 'under_review', withdraw: 'withdrawn' },
    returned: { revise: 'under_review', file_final: 'filed', withdraw: 'withdrawn' },
    // The township may order a correction at any time (村民委员会组织法).
    filed: { order_correction: 'to_correct' },
    to_correct: { revise: 'under_review' },
    withdrawn: {},
  },
  takenBy: {
    // Where a village has no adviser, the judicial office of the township reads it.
    give_opinion: ['handler', 'township_officer'],
    revise: ['applicant', 'village_contact'],
    file_final: ['township_officer'],
    order_correction: ['township_officer'],
    withdraw: ['applicant'],
  },
  readBy: ['village_contact', 'township_officer', 'bureau_officer'],
  handledBy: ['village_adviser'],
  clocks: { opinion: { rule: 'VA-10', runs: ['under_review'], ends: ['withdrawn'] } },
  ratedIn: [],
  unless: { file_final: stillUnlawful },
}

export type Opinion = { verdict: Verdict; flags: readonly RedFlag[]; advice?: string | undefined }
type Words = Readonly<Record<string, unknown>>
export type RulesPaper = { action: string; at: string; paper: Words }

const clausesIn = (words: Words): string[] | undefined =>
  Array.isArray(words.clauses) ? words.clauses.filter((text) => typeof text === 'string') : undefined

/** The draft that is on the table: what was submitted, or the latest change of it. */
export const clausesNow = (form: Words, papers: readonly RulesPaper[]): string[] =>
  clausesIn(papers.findLast(({ paper }) => clausesIn(paper))?.paper ?? form) ?? []

export type OnTable = {
  clauses: { number: number; text: string; opinion: Opinion | null }[]
  /** How often the draft was changed, from 1. */
  version: number
  summary: string | null
  opinionAt: string | null
  correction: string | null
  passedOn: string | null
}

const textIn = (words: Words | undefined, name: string): string | null =>
  typeof words?.[name] === 'string' ? (words[name] as string) : null

/** What is on the table, with the opinion that speaks of this very text. */
export function onTable(form: Words, papers: readonly RulesPaper[]): OnTable {
  const clauses = clausesNow(form, papers)
  const changed = papers.findLastIndex(({ paper }) => clausesIn(paper))
  const opinions = papers.filter(({ action }) => action === 'give_opinion')
  const latest = opinions.findLast((paper) => papers.indexOf(paper) > changed || filedAfter(papers, paper))
  const list = (latest?.paper.opinions ?? []) as readonly Opinion[]
  return {
    clauses: clauses.map((text, n) => ({ number: n + 1, text, opinion: list[n] ?? null })),
    version: 1 + papers.filter(({ action }) => action === 'revise').length,
    summary: textIn(opinions.at(-1)?.paper, 'summary'),
    opinionAt: opinions.at(-1)?.at ?? null,
    correction: textIn(papers.findLast(({ action }) => action === 'order_correction')?.paper, 'reason'),
    passedOn: textIn(papers.findLast(({ action }) => action === 'file_final')?.paper, 'passedOn'),
  }
}

/** The final version is another text: the opinion on the draft stays with it only where it has as many clauses. */
function filedAfter(papers: readonly RulesPaper[], opinion: RulesPaper): boolean {
  const final = papers.findLast(({ action }) => action === 'file_final')
  const list = opinion.paper.opinions
  return final !== undefined && Array.isArray(list) && clausesIn(final.paper)?.length === list.length
}

const plain = (text: string) => text.replace(/\s/g, '')

/** The first of these clauses, from 1, that the adviser has not seen so, in this order; 0 when all were. */
function firstUnseen(clauses: readonly string[], seen: readonly string[]): number {
  let at = -1
  const unseen = clauses.findIndex((text) => {
    at = seen.findIndex((other, n) => n > at && plain(other) === plain(text))
    return at < 0
  })
  return unseen + 1
}

/** What is filed is what was read; another text goes back to the adviser first (VA-10). */
function checkFinal(body: Words, form: Words, papers: readonly RulesPaper[]): void {
  const unseen = firstUnseen(clausesIn(body) ?? [], clausesNow(form, papers))
  if (unseen > 0)
    throw invalid({
      clauses: `第 ${unseen} 条与顾问审查过的不一样。改过的条文，请村里先交修改稿，顾问看过再备案`,
    })
}

/** Every clause gets its opinion, and nothing is filed that has none. @throws Refusal `invalid` */
export function checkRulesStep(
  action: string,
  body: Words,
  form: Words,
  papers: readonly RulesPaper[],
): void {
  if (action === 'file_final') checkFinal(body, form, papers)
  if (action !== 'give_opinion') return
  const count = clausesNow(form, papers).length
  const given = Array.isArray(body.opinions) ? body.opinions.length : 0
  if (given !== count) throw invalid({ opinions: `草案有 ${count} 条，请逐条写明意见（现在是 ${given} 条）` })
}

/** What the event says of an opinion: how many clauses are how. */
export function factsOfRulesStep(action: string, body: Words): Record<string, string> {
  if (action !== 'give_opinion') return {}
  const list = body.opinions as readonly Opinion[]
  return Object.fromEntries(
    VERDICTS.map((verdict) => [verdict, String(list.filter((one) => one.verdict === verdict).length)]),
  )
}
