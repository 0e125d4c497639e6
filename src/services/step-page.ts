import type { Case, CaseAction, StepField } from '#contract/case'
import type { Input } from '#contract/field'
import { go } from '#services/route'

/** Steps that are more than a form have a page of their own, in the package of their kind: `kind/action` → page. */
const OWN: Readonly<Record<string, (id: string) => void>> = {
  'hotline/reschedule': (caseId) => void go('slots', { caseId }),
  'hotline/record_answer': (id) => void go('ticket', { id }),
  'hotline/refer': (id) => void go('refer', { id }),
  'hotline/report_danger': (id) => void go('danger', { id }),
  'inquiry/answer': (id) => void go('adviserAnswer', { id }),
  'inquiry/refer': (id) => void go('refer', { id }),
  'inquiry/report_danger': (id) => void go('danger', { id }),
  'legal_aid/complete_application': (id) => void go('aidForm', { case: id }),
  'legal_aid/supply_material': (id) => void go('aidMaterial', { id }),
  'legal_aid/supply_formalities': (id) => void go('aidMaterial', { id }),
  'legal_aid/object': (id) => void go('aidObject', { id }),
  'rules_review/give_opinion': (id) => void go('rulesOpinion', { id }),
  'rules_review/revise': (id) => void go('rulesDraft', { id, action: 'revise' }),
  'rules_review/file_final': (id) => void go('rulesDraft', { id, action: 'file_final' }),
}

/** Said in a moment: a sheet over the case is enough. */
const SHORT: readonly Input[] = ['line', 'count', 'yes', 'maybe']
const FEW_WORDS = 200

const isShort = ({ input, max }: StepField) =>
  SHORT.includes(input) || (input === 'long' && max !== null && max <= FEW_WORDS)

const fitsSheet = ({ fields }: CaseAction) => fields.length <= 2 && fields.every(isShort)

/** How to get to the page on which a step is taken; null when it needs none. */
export function pageFor({ id, kind }: Pick<Case, 'id' | 'kind'>, step: CaseAction): (() => void) | null {
  const own = OWN[`${kind}/${step.action}`]
  if (own) return () => own(id)
  return fitsSheet(step) ? null : () => void go('step', { id, action: step.action })
}
