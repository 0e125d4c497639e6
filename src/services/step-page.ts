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
  'mediation/confirm_receipt': (id) => void go('agreement', { id }),
  'mediation/sign_agreement': (id) => void go('agreement', { id }),
  'mediation/issue_pack': (id) => void go('confirmation', { id }),
  'mediation/schedule_session': (id) => void go('sessionPlan', { id }),
  'mediation/record_session': (id) => void go('sessionRecord', { id }),
  'mediation/draft_agreement': (id) => void go('agreementDraft', { id }),
  'mediation/record_oral_agreement': (id) => void go('agreementDraft', { id, oral: 'yes' }),
  'mediation/close': (id) => void go('dossier', { id }),
  'mediation/report_danger': (id) => void go('danger', { id }),
  'inquiry/report_danger': (id) => void go('danger', { id }),
  'legal_aid/complete_application': (id) => void go('aidForm', { case: id }),
  'legal_aid/supply_material': (id) => void go('aidMaterial', { id }),
  'legal_aid/supply_formalities': (id) => void go('aidMaterial', { id }),
  'legal_aid/object': (id) => void go('aidObject', { id }),
  'rules_review/give_opinion': (id) => void go('rulesOpinion', { id }),
  'rules_review/revise': (id) => void go('rulesDraft', { id, action: 'revise' }),
  'rules_review/file_final': (id) => void go('rulesDraft', { id, action: 'file_final' }),
}

/** Steps of a side that are more than a form. Staff who write down what it said or signed have the form. */
const OF_SIDE: Readonly<Record<string, (id: string) => void>> = {
  'mediation/accept_invitation': (id) => void go('mediationAnswer', { id }),
  'mediation/choose_mediator': (id) => void go('mediators', { id }),
  'mediation/confirm_rights': (id) => void go('partyRights', { id }),
  'mediation/confirm_record': (id) => void go('sessionRead', { id }),
  'mediation/mark_performed': (id) => void go('instalments', { id }),
}
const isWrittenDown = ({ fields }: CaseAction) =>
  fields.some(({ name }) => name === 'side' || name === 'heard')

/** Said in a moment: a sheet over the case is enough. */
const SHORT: readonly Input[] = ['line', 'count', 'yes', 'maybe']
const FEW_WORDS = 200

const isShort = ({ input, max }: StepField) =>
  SHORT.includes(input) || (input === 'long' && max !== null && max <= FEW_WORDS)

const fitsSheet = ({ fields }: CaseAction) => fields.length <= 2 && fields.every(isShort)

/** How to get to the page on which a step is taken; null when it needs none. */
export function pageFor({ id, kind }: Pick<Case, 'id' | 'kind'>, step: CaseAction): (() => void) | null {
  const name = `${kind}/${step.action}`
  const own = OWN[name] ?? (isWrittenDown(step) ? undefined : OF_SIDE[name])
  if (own) return () => own(id)
  return fitsSheet(step) ? null : () => void go('step', { id, action: step.action })
}

/** Kinds of case with a page for those who work on it away from the desk. */
const BESIDE: Readonly<Record<string, (id: string) => void>> = {
  mediation: (id) => void go('fieldCase', { id }),
  legal_aid: (id) => void go('aidReview', { id }),
}

export function pageBeside({ id, kind }: Pick<Case, 'id' | 'kind'>): (() => void) | null {
  const open = BESIDE[kind]
  return open ? () => open(id) : null
}
