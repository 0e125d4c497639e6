import type { StaffRole } from './actor.ts'
import { courtsOn } from './aid-remedies.ts'
import { dayOf } from './day.ts'
import {
  type Deed,
  type Fork,
  type Matter,
  nothingToSee,
  type Objection,
  type Procedure,
  type Taker,
} from './procedure.ts'

export const LEGAL_AID_STATUSES = [
  'under_review',
  'awaiting_material',
  'granted',
  'assigned',
  'in_progress',
  'refused',
  'objected',
  'deemed_withdrawn',
  'redirected',
  'terminated',
  'closed',
  'withdrawn',
] as const
export type LegalAidStatus = (typeof LEGAL_AID_STATUSES)[number]

export const LEGAL_AID_ACTIONS = [
  'claim',
  'release',
  'complete_application',
  'supply_material',
  'ask_for_material',
  'ask_again',
  'provide_in_advance',
  'supply_formalities',
  'confirm_formalities',
  'recommend',
  'grant',
  'refuse',
  'redirect',
  'hand_on',
  'object',
  'uphold_decision',
  'order_correction',
  'assign',
  'accept_assignment',
  'declare_conflict',
  'decline_assignment',
  'sign_agreement',
  'report_progress',
  'report_difficulty',
  'request_change',
  'change_lawyer',
  'keep_lawyer',
  'ask_to_end',
  'terminate',
  'close',
  'withdraw',
  'lapse',
  'expire',
  'complain',
  'answer_complaint',
  'check_quality',
  'note_false_promise',
  'contest_false_promise',
  'lift_false_promise',
  'keep_false_promise',
  'acknowledge_danger',
] as const
export type LegalAidAction = (typeof LEGAL_AID_ACTIONS)[number]

const NOTICES = ['ask_for_material', 'ask_again']
const DECISIONS = ['refuse', 'terminate']

const lastOf = (past: readonly Deed[], actions: readonly string[]): number =>
  past.findLastIndex(({ action }) => actions.includes(action))

/** Something was asked for and nobody has answered it since. */
const isOpen = (past: readonly Deed[], asked: readonly string[], answers: readonly string[]) =>
  lastOf(past, asked) > lastOf(past, answers)

/** A case that came from another service begins without its application. */
export const isComplete = (past: readonly Deed[]): boolean =>
  past[0]?.to !== 'awaiting_material' || lastOf(past, ['complete_application']) > 0

/** One notice for each submission (LP-12); what the bureau sends back is looked at anew. */
export const hasNotice = (past: readonly Deed[]): boolean => isOpen(past, NOTICES, ['order_correction'])

/** A proposal counts until the application changes. */
export const isRecommended = (past: readonly Deed[]): boolean =>
  isOpen(past, ['recommend'], ['supply_material', 'complete_application', 'order_correction'])

/** Help came first and the formalities are still to be done (LP-18). */
export const owesFormalities = (past: readonly Deed[]): boolean =>
  isOpen(past, ['provide_in_advance'], ['confirm_formalities'])

/** Another lawyer, an answer, or no lawyer left who could be changed. */
const CHANGE_ENDS = ['change_lawyer', 'keep_lawyer', 'declare_conflict', 'decline_assignment', 'terminate']

export const wantsChange = (past: readonly Deed[]): boolean => isOpen(past, ['request_change'], CHANGE_ENDS)

export const hasComplaint = (past: readonly Deed[]): boolean =>
  isOpen(past, ['complain'], ['answer_complaint'])

/** LP-8: the promise was noted as false, and the note has not been taken back. */
const isNotedFalse = (past: readonly Deed[]): boolean =>
  isOpen(past, ['note_false_promise'], ['lift_false_promise'])

export const contestsFalsePromise = (past: readonly Deed[]): boolean =>
  isOpen(past, ['contest_false_promise'], ['lift_false_promise', 'keep_false_promise'])

/** The decision that is objected to. */
export const decisionOf = (past: readonly Deed[]): 'refuse' | 'terminate' | null =>
  (past[lastOf(past, DECISIONS)]?.action as 'refuse' | 'terminate' | undefined) ?? null

const decidesAlone = ({ organisationId }: Matter, oneSignOff: readonly string[] = []) =>
  oneSignOff.includes(organisationId)

/** Who proposed does not decide, unless the office is so small that one person does both. */
const fourEyes: Objection = (matter, { oneSignOff }, { accountId }) => {
  if (decidesAlone(matter, oneSignOff)) return null
  if (!isRecommended(matter.past)) return '还没有审查意见，请先由审查人员提出'
  const by = matter.past[lastOf(matter.past, ['recommend'])]?.byId
  return by === accountId ? '审查意见是你提出的，请由另一位负责人审批' : null
}

const unlessAsked: Objection = ({ past }) =>
  hasNotice(past)
    ? '已经一次性通知过要补充的材料。确需再次通知的，由中心负责人说明理由后发出（法律援助法第四十三条）'
    : null
const onlyAfterNotice: Objection = ({ past }) => (hasNotice(past) ? null : '还没有发过补充通知')
const onlyIncomplete: Objection = ({ past }) => (isComplete(past) ? '申请已经填好了' : null)
const onlyComplete: Objection = ({ past }) => (isComplete(past) ? null : '请先把申请填好')
const onlyWhatWasAsked: Objection = (matter, moment, actor) =>
  onlyComplete(matter, moment, actor) ??
  (matter.status === 'under_review' ? onlyAfterNotice(matter, moment, actor) : null)
const onlyOwing: Objection = ({ past }) => (owesFormalities(past) ? null : '没有需要补办的手续')
const onlyUnheld: Objection = ({ handlerId }) => (handlerId === null ? null : '已经有人接手')
const onlyHeld: Objection = ({ handlerId }) => (handlerId === null ? '没有人接手' : null)
const unlessChangeAsked: Objection = ({ past }) => (wantsChange(past) ? '更换律师的申请正在处理' : null)
const onlyChangeAsked: Objection = ({ past }) => (wantsChange(past) ? null : '没有更换律师的申请')
const unlessComplaint: Objection = ({ past }) =>
  hasComplaint(past) ? '上一次投诉正在处理，有结果会告诉你' : null
const onlyComplaint: Objection = ({ past }) => (hasComplaint(past) ? null : '没有待处理的投诉')

const unlessNoted: Objection = ({ past }) => (isNotedFalse(past) ? '已经登记过不实承诺' : null)

/** Once for each note; who stays unheard complains to the bureau (LP-33). */
const onlyUncontested: Objection = ({ past }) => {
  if (!isNotedFalse(past)) return '没有登记过不实承诺'
  return isOpen(past, ['note_false_promise'], ['contest_false_promise'])
    ? null
    : '已经提出过异议。仍然不服的，可以向司法局投诉'
}
const onlyContested: Objection = ({ past }) =>
  contestsFalsePromise(past) ? null : '本人没有对不实承诺的登记提出异议'

/** LP-24: no period in which to object is fixed by the Act, so there is none here. LP-26: after the review, the courts. */
const onceForEach: Objection = ({ past }, { now }) =>
  isOpen(past, ['uphold_decision'], DECISIONS)
    ? `司法局已经审查过异议。仍然不服的，可以在${courtsOn(dayOf(now))}`
    : null

/** What the objection was against comes back as it was, or goes back to where it can be put right. */
const upheld: Fork<LegalAidStatus> = {
  when: ({ past }) => decisionOf(past) === 'terminate',
  to: 'terminated',
  otherwise: 'refused',
}
const corrected: Fork<LegalAidStatus> = {
  when: ({ past }) => decisionOf(past) === 'terminate',
  to: 'granted',
  otherwise: 'under_review',
}

const REVIEWERS: readonly StaffRole[] = ['legal_aid_reviewer', 'legal_aid_head']
/** Somebody without a telephone hands it in at the window. */
const APPLICANT_OR_WINDOW: readonly Taker[] = ['applicant', ...REVIEWERS]

/** Complaints, and what is said against the note of a false promise, leave the case as it is, wherever it is (LP-33, LP-8). */
const heard = <S extends LegalAidStatus>(status: S) =>
  ({
    complain: status,
    answer_complaint: status,
    contest_false_promise: status,
    lift_false_promise: status,
    keep_false_promise: status,
    acknowledge_danger: status,
  }) as const

/** What can be done for the recipient while help goes on. */
const helped = <S extends LegalAidStatus>(status: S) =>
  ({
    supply_formalities: status,
    confirm_formalities: status,
    ask_to_end: status,
    terminate: 'terminated',
    note_false_promise: status,
    ...heard(status),
  }) as const

const withLawyer = <S extends LegalAidStatus>(status: S) =>
  ({
    request_change: status,
    change_lawyer: 'assigned',
    keep_lawyer: status,
    declare_conflict: 'granted',
  }) as const

/** 法律援助法, 2022: from the application to the end of the help. */
export const legalAid: Procedure<LegalAidStatus, LegalAidAction> = {
  kind: 'legal_aid',
  start: 'under_review',
  // In this order the steps are offered.
  flow: {
    under_review: {
      grant: 'granted',
      refuse: 'refused',
      claim: 'under_review',
      recommend: 'under_review',
      ask_for_material: 'awaiting_material',
      ask_again: 'awaiting_material',
      provide_in_advance: 'granted',
      // What did not come with the first supply may still come: a photo forgotten costs no second notice.
      supply_material: 'under_review',
      redirect: 'redirected',
      hand_on: 'under_review',
      release: 'under_review',
      note_false_promise: 'under_review',
      ...heard('under_review'),
      withdraw: 'withdrawn',
    },
    awaiting_material: {
      complete_application: 'under_review',
      supply_material: 'under_review',
      provide_in_advance: 'granted',
      redirect: 'redirected',
      claim: 'awaiting_material',
      release: 'awaiting_material',
      lapse: 'deemed_withdrawn',
      expire: 'withdrawn',
      ...heard('awaiting_material'),
      withdraw: 'withdrawn',
    },
    granted: {
      assign: 'assigned',
      ...helped('granted'),
    },
    assigned: {
      accept_assignment: 'in_progress',
      decline_assignment: 'granted',
      ...withLawyer('assigned'),
      ...helped('assigned'),
    },
    in_progress: {
      report_progress: 'in_progress',
      sign_agreement: 'in_progress',
      report_difficulty: 'in_progress',
      close: 'closed',
      ...withLawyer('in_progress'),
      ...helped('in_progress'),
      check_quality: 'in_progress',
    },
    refused: { object: 'objected', hand_on: 'refused', ...heard('refused') },
    objected: { uphold_decision: upheld, order_correction: corrected, ...heard('objected') },
    terminated: { object: 'objected', check_quality: 'terminated', ...heard('terminated') },
    deemed_withdrawn: heard('deemed_withdrawn'),
    redirected: heard('redirected'),
    closed: { check_quality: 'closed', ...heard('closed') },
    withdrawn: heard('withdrawn'),
  },
  takenBy: {
    claim: REVIEWERS,
    release: ['handler', 'legal_aid_head'],
    complete_application: APPLICANT_OR_WINDOW,
    supply_material: APPLICANT_OR_WINDOW,
    ask_for_material: REVIEWERS,
    ask_again: ['legal_aid_head'],
    provide_in_advance: REVIEWERS,
    supply_formalities: APPLICANT_OR_WINDOW,
    confirm_formalities: REVIEWERS,
    recommend: REVIEWERS,
    grant: ['legal_aid_head'],
    refuse: ['legal_aid_head'],
    redirect: REVIEWERS,
    hand_on: REVIEWERS,
    object: ['applicant', 'bureau_officer'],
    uphold_decision: ['bureau_officer'],
    order_correction: ['bureau_officer'],
    assign: ['legal_aid_head'],
    accept_assignment: ['handler'],
    declare_conflict: ['handler'],
    decline_assignment: ['handler'],
    sign_agreement: ['handler'],
    report_progress: ['handler'],
    report_difficulty: ['handler'],
    request_change: ['applicant'],
    change_lawyer: ['legal_aid_head'],
    keep_lawyer: ['legal_aid_head'],
    ask_to_end: ['applicant', 'handler'],
    terminate: ['legal_aid_head'],
    close: ['handler'],
    withdraw: APPLICANT_OR_WINDOW,
    lapse: ['clock'],
    expire: ['clock'],
    complain: ['applicant'],
    answer_complaint: ['bureau_officer'],
    check_quality: ['bureau_officer'],
    note_false_promise: ['legal_aid_head'],
    contest_false_promise: ['applicant'],
    lift_false_promise: ['legal_aid_head'],
    keep_false_promise: ['legal_aid_head'],
    acknowledge_danger: ['legal_aid_head'],
  },
  readBy: ['legal_aid_reviewer', 'legal_aid_head', 'bureau_officer'],
  // A lawyer of the centre reads the cases that the lawyer has, and no others.
  handledBy: ['legal_aid_lawyer'],
  // LP-14: who does not supply what one notice asked for is taken to have withdrawn, never refused.
  byItself: { lapse: 'supplement', expire: 'filling' },
  clocks: {
    review: {
      rule: 'LP-11',
      runs: ['under_review'],
      // LP-13: the time of supplying is not counted.
      pauses: ['awaiting_material'],
      ends: ['withdrawn', 'deemed_withdrawn', 'redirected'],
    },
    // What came from another service and was never filled in was never applied for: nobody gave notice of anything.
    filling: {
      rule: 'LP-5',
      runs: ['awaiting_material'],
      startedBy: ['open'],
      stoppedBy: ['complete_application'],
      ends: ['withdrawn', 'redirected', 'granted'],
    },
    supplement: {
      rule: 'LP-14',
      runs: ['awaiting_material'],
      startedBy: NOTICES,
      ends: ['withdrawn', 'redirected', 'granted'],
    },
    assignment: { rule: 'LP-16', runs: ['granted'], ends: ['terminated'] },
    formalities: {
      rule: 'LP-18',
      runs: ['granted', 'assigned', 'in_progress'],
      startedBy: ['provide_in_advance'],
      stoppedBy: ['confirm_formalities'],
      ends: ['terminated', 'closed'],
    },
    agreement: {
      rule: 'LP-19',
      runs: ['assigned', 'in_progress'],
      startedBy: ['assign', 'change_lawyer'],
      again: ['change_lawyer'],
      stoppedBy: ['sign_agreement'],
      ends: ['granted', 'terminated', 'closed'],
    },
    change: {
      rule: 'LP-22',
      runs: ['assigned', 'in_progress'],
      startedBy: ['request_change'],
      stoppedBy: ['change_lawyer', 'keep_lawyer'],
      ends: ['granted', 'terminated', 'closed'],
    },
    objection: { rule: 'LP-25', runs: ['objected'] },
    complaint: {
      rule: 'LP-33',
      runs: LEGAL_AID_STATUSES,
      startedBy: ['complain'],
      stoppedBy: ['answer_complaint'],
    },
  },
  over: ['refused', 'terminated'],
  ratedIn: ['closed', 'terminated'],
  unless: {
    acknowledge_danger: nothingToSee,
    claim: onlyUnheld,
    release: onlyHeld,
    complete_application: onlyIncomplete,
    supply_material: onlyWhatWasAsked,
    lapse: onlyComplete,
    expire: onlyIncomplete,
    ask_for_material: unlessAsked,
    ask_again: onlyAfterNotice,
    supply_formalities: onlyOwing,
    confirm_formalities: onlyOwing,
    grant: fourEyes,
    refuse: fourEyes,
    object: onceForEach,
    request_change: unlessChangeAsked,
    keep_lawyer: onlyChangeAsked,
    note_false_promise: unlessNoted,
    contest_false_promise: onlyUncontested,
    lift_false_promise: onlyContested,
    keep_false_promise: onlyContested,
    complain: unlessComplaint,
    answer_complaint: onlyComplaint,
  },
}
