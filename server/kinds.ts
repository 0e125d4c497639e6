import * as contract from '#contract/rules-review'
import { checkRulesStep, factsOfRulesStep, rulesReview } from '#domain/rules-review'
import { filedRules, RULES_REVIEW_WORDS, shownRules } from '#domain/rules-review-words'
import { adviserAccountOf } from './advisers/cover.ts'
import { withGivingUp } from './advisers/given-up.ts'
import { inquiryKind } from './advisers/kind.ts'
import { inLedger } from './advisers/write-down.ts'
import type { Kinds } from './cases/kind.ts'
import { type SimpleKind, simpleKind } from './cases/simple.ts'
import { hotlineKind, leaveSeat } from './hotline/kind.ts'
import { legalAidKind } from './legal-aid/kind.ts'
import { mediationKind } from './mediation/kind.ts'

/** 村规民约审查: the adviser of the village reads the draft, the township files it (VA-10). */
const rulesReviewKind: SimpleKind = {
  procedure: rulesReview,
  words: RULES_REVIEW_WORDS,
  form: contract.NewRulesReview,
  bodies: contract.RULES_REVIEW_ACTIONS,
  open: contract.submitRules,
  office: ['bureau'],
  handler: adviserAccountOf,
  check: checkRulesStep,
  facts: factsOfRulesStep,
  own: { schema: contract.RulesReviewOwn, of: shownRules },
  published: {
    endpoint: contract.readVillageRules,
    status: 'filed',
    of: ({ number }, form, papers) => filedRules(number, form, papers),
  },
}

/** Kinds of case without tables of their own. */
export const SIMPLE: readonly SimpleKind[] = [rulesReviewKind]

const simple = Object.fromEntries(SIMPLE.map((kind) => [kind.procedure.kind, inLedger(simpleKind(kind))]))

/** Every kind of case that this service knows. */
export const KINDS: Kinds = {
  ...simple,
  // Booked hours of an adviser are hotline cases; when the adviser does not come, they go to the hotline.
  hotline: inLedger({ ...hotlineKind, effects: withGivingUp(hotlineKind.effects, leaveSeat) }),
  inquiry: inquiryKind,
  legal_aid: legalAidKind,
  mediation: mediationKind,
}
