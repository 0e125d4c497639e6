import type { RulesReviewOwn } from '#contract/rules-review'
import type { RedFlag, Verdict } from '#domain/rules-review'
import { forget, recall, remember } from '#services/device'

export type Opinion = { verdict: Verdict | null; flags: readonly RedFlag[]; advice: string }
export type Opinions = { clauses: readonly Opinion[]; summary: string }

const BLANK: Opinion = { verdict: null, flags: [], advice: '' }

const placeOf = (caseId: string, { version }: RulesReviewOwn) => `opinion:${caseId}:${version}`

/** As far as it has come on this telephone; clauses that did not change keep what was said of them. */
export function begunOpinions(caseId: string, own: RulesReviewOwn): Opinions {
  const kept = recall<Opinions>(placeOf(caseId, own))
  if (kept?.clauses.length === own.clauses.length) return kept
  const clauses = own.clauses.map(({ opinion }) =>
    opinion
      ? {
          verdict: opinion.verdict,
          flags: opinion.flags.map(({ flag }) => flag),
          advice: opinion.advice ?? '',
        }
      : BLANK,
  )
  return { clauses, summary: own.summary ?? '' }
}

export const keepOpinions = (caseId: string, own: RulesReviewOwn, opinions: Opinions): void =>
  remember(placeOf(caseId, own), opinions)
export const dropOpinions = (caseId: string, own: RulesReviewOwn): void => forget(placeOf(caseId, own))

/** A reason is needed for everything that is not lawful. */
export const isWhole = ({ verdict, flags, advice }: Opinion): boolean =>
  verdict === 'lawful' || (verdict !== null && (flags.length > 0 || advice.trim() !== ''))

/** Clauses still without an opinion, by their place. */
export const missingIn = ({ clauses }: Opinions): number[] =>
  clauses.flatMap((opinion, n) => (isWhole(opinion) ? [] : [n]))

const said = ({ verdict, flags, advice }: Opinion) =>
  verdict === 'lawful' ? { verdict } : { verdict, flags, ...(advice.trim() && { advice: advice.trim() }) }

export const bodyOf = ({ clauses, summary }: Opinions): object => ({ opinions: clauses.map(said), summary })
