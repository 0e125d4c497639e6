import type { StaffRole } from './actor.ts'
import {
  addDays,
  addMinutes,
  type Day,
  dayOf,
  type Instant,
  instant,
  spokenDay,
  spokenTime,
  timeOf,
} from './day.ts'
import type { Kind } from './kind.ts'

/** What somebody is told. */
export const NEWS = [
  'booked',
  'moved',
  'cancelled',
  'missed',
  'unreachable',
  'answered',
  'handed_on',
  'message',
  'reminder_day',
  'reminder_soon',
  'earlier_slot',
  'time_lost',
  'time_call',
  'time_back',
  'question',
  'question_lost',
  'question_moved',
  'booking_moved',
  'call_late',
  'call_due',
  'asked_back',
  'asked_on',
  'rules_asked',
  'rules_step',
  'rules_ready',
  'visit_tomorrow',
  'stand_in',
  'village_gap',
  'visit_off',
  'day_full',
  'danger',
  'rate',
  'mediation_asked',
  'mediation_invited',
  'other_side_willing',
  'other_side_unwilling',
  'wrong_person',
  'mediation_new',
  'callback_drawn',
  'mediator_left',
  'mediation_complaint',
  'complaint_answered',
  'mediation_longer',
  'mark_ready',
  'agreement_disputed',
  'mediation_accepted',
  'mediation_not_accepted',
  'session_set',
  'session_off',
  'record_ready',
  'draft_ready',
  'agreement_effective',
  'instalment_due',
  'instalment_late',
  'confirmation_days',
  'mediation_ended',
  'mediation_yours',
  'visit_due',
  'aid_received',
  'aid_material',
  'aid_supplied',
  'aid_decided',
  'aid_lawyer',
  'aid_assigned',
  'aid_progress',
  'aid_change_asked',
  'aid_lawyer_left',
  'aid_end_asked',
  'aid_last_days',
  'aid_lapsed',
  'aid_ended',
  'aid_urgent',
  'aid_to_do',
] as const
export type News = (typeof NEWS)[number]

/** The ways out of the machine. In the app everything is told at once and always. */
export const OUTLETS = ['wechat', 'sms', 'call'] as const
export type Outlet = (typeof OUTLETS)[number]

/**
 * `told` in the app only, which is enough; `waiting` to go out; `sent` when a provider has taken it, which is no
 * proof; `on_call_list`; `reached` when read, or said on the telephone; `obsolete` when it was no longer true.
 */
export const NOTICE_STATES = [
  'told',
  'waiting',
  'sent',
  'on_call_list',
  'reached',
  'not_reached',
  'obsolete',
] as const
export type NoticeState = (typeof NOTICE_STATES)[number]

/** What came of one way out: `unknown` when a worker died in the middle of sending. */
export const ATTEMPT_STATES = [
  'trying',
  'again',
  'sent',
  'passed_over',
  'given_up',
  'unknown',
  'reached',
  'not_reached',
] as const
export type AttemptState = (typeof ATTEMPT_STATES)[number]

/**
 * In this order, until one takes it. Two hours before nobody telephones to say that somebody will telephone;
 * a seat that is held for minutes is not offered by SMS, which comes when it comes. Who has not answered that their
 * time is lost is telephoned. Staff works in the app.
 */
export const ROUTE: Readonly<Record<News, readonly Outlet[]>> = {
  booked: ['wechat', 'sms', 'call'],
  moved: ['wechat', 'sms', 'call'],
  cancelled: ['wechat', 'sms', 'call'],
  missed: ['wechat', 'sms'],
  unreachable: ['wechat', 'sms'],
  answered: ['wechat', 'sms'],
  handed_on: ['wechat', 'sms'],
  message: ['wechat', 'sms'],
  reminder_day: ['wechat', 'sms', 'call'],
  reminder_soon: ['wechat', 'sms'],
  earlier_slot: ['wechat', 'call'],
  time_lost: ['wechat', 'sms', 'call'],
  time_call: ['call'],
  time_back: ['wechat', 'sms', 'call'],
  question: ['wechat', 'sms'],
  question_lost: ['wechat', 'sms'],
  question_moved: ['wechat', 'sms'],
  booking_moved: ['wechat', 'sms', 'call'],
  call_late: ['wechat', 'sms'],
  call_due: [],
  asked_back: ['wechat', 'sms', 'call'],
  asked_on: ['wechat', 'sms'],
  rules_asked: ['wechat', 'sms'],
  rules_step: ['wechat', 'sms'],
  rules_ready: ['wechat', 'sms'],
  visit_tomorrow: ['wechat', 'sms'],
  stand_in: ['wechat', 'sms'],
  village_gap: ['wechat', 'sms'],
  visit_off: ['wechat', 'sms'],
  day_full: [],
  danger: [],
  aid_urgent: [],
  aid_to_do: [],
  rate: ['sms'],
  mediation_asked: ['wechat', 'sms'],
  mediation_invited: ['wechat', 'sms', 'call'],
  other_side_willing: ['wechat', 'sms'],
  other_side_unwilling: ['wechat', 'sms'],
  wrong_person: ['wechat', 'sms'],
  mediation_new: [],
  callback_drawn: [],
  mediator_left: [],
  mediation_complaint: [],
  complaint_answered: ['wechat', 'sms'],
  mediation_longer: ['wechat', 'sms'],
  mark_ready: ['wechat', 'sms'],
  agreement_disputed: ['wechat', 'sms'],
  mediation_accepted: ['wechat', 'sms'],
  mediation_not_accepted: ['wechat', 'sms'],
  session_set: ['wechat', 'sms', 'call'],
  session_off: ['wechat', 'sms', 'call'],
  record_ready: ['wechat', 'sms'],
  draft_ready: ['wechat', 'sms'],
  agreement_effective: ['wechat', 'sms'],
  instalment_due: ['wechat', 'sms'],
  instalment_late: ['wechat', 'sms'],
  confirmation_days: ['wechat', 'sms', 'call'],
  mediation_ended: ['wechat', 'sms'],
  mediation_yours: [],
  visit_due: [],
  aid_received: ['wechat', 'sms'],
  aid_material: ['wechat', 'sms', 'call'],
  aid_supplied: [],
  aid_decided: ['wechat', 'sms', 'call'],
  aid_lawyer: ['wechat', 'sms', 'call'],
  aid_assigned: ['wechat', 'sms'],
  aid_progress: ['wechat', 'sms'],
  aid_change_asked: [],
  aid_lawyer_left: ['wechat', 'sms'],
  aid_end_asked: ['wechat', 'sms'],
  aid_last_days: ['wechat', 'sms', 'call'],
  aid_lapsed: ['wechat', 'sms', 'call'],
  aid_ended: ['wechat', 'sms'],
}

/** Which of the two permissions of WX-4 it uses up. */
export const TEMPLATE: Readonly<Record<News, 'reminder' | 'progress'>> = {
  booked: 'progress',
  moved: 'progress',
  cancelled: 'progress',
  missed: 'progress',
  unreachable: 'progress',
  answered: 'progress',
  handed_on: 'progress',
  message: 'progress',
  reminder_day: 'reminder',
  reminder_soon: 'reminder',
  earlier_slot: 'reminder',
  time_lost: 'progress',
  time_call: 'progress',
  time_back: 'progress',
  question: 'progress',
  question_lost: 'progress',
  question_moved: 'progress',
  booking_moved: 'progress',
  call_late: 'progress',
  call_due: 'progress',
  asked_back: 'progress',
  asked_on: 'progress',
  rules_asked: 'progress',
  rules_step: 'progress',
  rules_ready: 'progress',
  visit_tomorrow: 'reminder',
  stand_in: 'progress',
  village_gap: 'reminder',
  visit_off: 'reminder',
  day_full: 'progress',
  danger: 'progress',
  aid_urgent: 'progress',
  aid_to_do: 'progress',
  rate: 'progress',
  mediation_asked: 'progress',
  mediation_invited: 'progress',
  other_side_willing: 'progress',
  other_side_unwilling: 'progress',
  wrong_person: 'progress',
  mediation_new: 'progress',
  callback_drawn: 'progress',
  mediator_left: 'progress',
  mediation_complaint: 'progress',
  complaint_answered: 'progress',
  mediation_longer: 'progress',
  mark_ready: 'progress',
  agreement_disputed: 'progress',
  mediation_accepted: 'progress',
  mediation_not_accepted: 'progress',
  session_set: 'reminder',
  session_off: 'progress',
  record_ready: 'progress',
  draft_ready: 'progress',
  agreement_effective: 'progress',
  instalment_due: 'reminder',
  instalment_late: 'reminder',
  confirmation_days: 'reminder',
  mediation_ended: 'progress',
  mediation_yours: 'progress',
  visit_due: 'progress',
  aid_received: 'progress',
  aid_material: 'progress',
  aid_supplied: 'progress',
  aid_decided: 'progress',
  aid_lawyer: 'progress',
  aid_assigned: 'progress',
  aid_progress: 'progress',
  aid_change_asked: 'progress',
  aid_lawyer_left: 'progress',
  aid_end_asked: 'progress',
  aid_last_days: 'reminder',
  aid_lapsed: 'progress',
  aid_ended: 'progress',
}

/** Whom a step concerns by their standing in the case. */
type Whom = 'applicant' | 'other_side' | 'handler' | 'receiver'

/** Everybody who serves in a role that reaches the case; `free`: only while nobody has it. */
type Office = { role: StaffRole; free?: true }

type Telling = {
  of: Kind
  on: string
  to?: string
  /** Only if the facts of the step say so. */
  when?: readonly [fact: string, value: string]
  /** Not if there is this fact. */
  unless?: string
  whom: Whom | Office
  news: News
}

const REVIEWER: Office = { role: 'legal_aid_reviewer' }

/** Which steps tell whom. Of rows for the same person, or the same role, the first that fits counts. */
const TELLINGS: readonly Telling[] = [
  { of: 'inquiry', on: 'open', whom: 'handler', news: 'question' },
  { of: 'inquiry', on: 'answer', whom: 'applicant', news: 'answered' },
  { of: 'inquiry', on: 'ask_back', whom: 'applicant', news: 'asked_back' },
  { of: 'inquiry', on: 'hand_on', whom: 'applicant', news: 'handed_on' },
  { of: 'inquiry', on: 'follow_up', whom: 'handler', news: 'asked_on' },
  { of: 'inquiry', on: 'follow_up', whom: 'receiver', news: 'question' },
  { of: 'inquiry', on: 'move_on', whom: 'applicant', news: 'question_moved' },
  { of: 'inquiry', on: 'move_on', whom: 'handler', news: 'question_lost' },
  { of: 'inquiry', on: 'move_on', whom: 'receiver', news: 'question' },
  { of: 'inquiry', on: 'pass_on', whom: 'applicant', news: 'question_moved' },
  { of: 'inquiry', on: 'pass_on', whom: 'receiver', news: 'question' },
  { of: 'inquiry', on: 'refuse_for_conflict', whom: 'applicant', news: 'question_moved' },
  { of: 'inquiry', on: 'refuse_for_conflict', whom: 'receiver', news: 'question' },
  { of: 'inquiry', on: 'message', whom: 'applicant', news: 'message' },
  { of: 'inquiry', on: 'message', whom: 'handler', news: 'message' },
  { of: 'rules_review', on: 'open', whom: 'handler', news: 'rules_asked' },
  { of: 'rules_review', on: 'revise', whom: 'handler', news: 'rules_asked' },
  { of: 'rules_review', on: 'give_opinion', whom: 'applicant', news: 'rules_step' },
  // What has nothing to strike can be filed once the villagers have passed it.
  {
    of: 'rules_review',
    on: 'give_opinion',
    when: ['strike', '0'],
    whom: { role: 'township_officer' },
    news: 'rules_ready',
  },
  { of: 'rules_review', on: 'file_final', whom: 'applicant', news: 'rules_step' },
  { of: 'rules_review', on: 'order_correction', whom: 'applicant', news: 'rules_step' },
  { of: 'rules_review', on: 'message', whom: 'applicant', news: 'message' },
  { of: 'rules_review', on: 'message', whom: 'handler', news: 'message' },
  // Whoever is at the line or the window has just been told.
  { of: 'hotline', on: 'open', unless: 'live', whom: 'applicant', news: 'booked' },
  { of: 'hotline', on: 'reschedule', whom: 'applicant', news: 'moved' },
  { of: 'hotline', on: 'reschedule', whom: 'handler', news: 'moved' },
  { of: 'hotline', on: 'cancel', whom: 'applicant', news: 'cancelled' },
  { of: 'hotline', on: 'cancel', whom: 'handler', news: 'cancelled' },
  { of: 'hotline', on: 'move_on', whom: 'applicant', news: 'booking_moved' },
  { of: 'hotline', on: 'pass_on', whom: 'applicant', news: 'booking_moved' },
  { of: 'hotline', on: 'call_late', whom: 'applicant', news: 'call_late' },
  { of: 'hotline', on: 'call_late', whom: 'handler', news: 'call_due' },
  { of: 'hotline', on: 'call_late', whom: { role: 'hotline_head' }, news: 'call_due' },
  { of: 'hotline', on: 'record_missed', to: 'unreachable', whom: 'applicant', news: 'unreachable' },
  { of: 'hotline', on: 'record_missed', whom: 'applicant', news: 'missed' },
  { of: 'hotline', on: 'record_answer', whom: 'applicant', news: 'answered' },
  { of: 'hotline', on: 'hand_on', whom: 'applicant', news: 'handed_on' },
  { of: 'hotline', on: 'message', whom: 'applicant', news: 'message' },
  { of: 'hotline', on: 'message', whom: 'handler', news: 'message' },
  // What is written while nobody has the case is read by somebody, too.
  { of: 'hotline', on: 'message', whom: { role: 'hotline_head', free: true }, news: 'message' },
  { of: 'mediation', on: 'open', whom: 'applicant', news: 'mediation_asked' },
  { of: 'mediation', on: 'open', whom: 'handler', news: 'mediation_asked' },
  { of: 'mediation', on: 'open', whom: { role: 'committee_secretary' }, news: 'mediation_new' },
  { of: 'mediation', on: 'reject_mediator', whom: { role: 'committee_secretary' }, news: 'mediator_left' },
  { of: 'mediation', on: 'declare_conflict', whom: { role: 'committee_secretary' }, news: 'mediator_left' },
  { of: 'mediation', on: 'reject_mediator', whom: 'handler', news: 'mediator_left' },
  { of: 'mediation', on: 'extend', whom: 'applicant', news: 'mediation_longer' },
  { of: 'mediation', on: 'extend', whom: 'other_side', news: 'mediation_longer' },
  { of: 'mediation', on: 'write_down', whom: 'applicant', news: 'draft_ready' },
  { of: 'mediation', on: 'write_down', whom: 'other_side', news: 'draft_ready' },
  // The same mark once more, with a new note or proof, is news for the mediator only.
  { of: 'mediation', on: 'mark_performed', unless: 'again', whom: 'applicant', news: 'mark_ready' },
  { of: 'mediation', on: 'mark_performed', unless: 'again', whom: 'other_side', news: 'mark_ready' },
  { of: 'mediation', on: 'mark_performed', whom: 'handler', news: 'mark_ready' },
  { of: 'mediation', on: 'record_confirmation', whom: 'applicant', news: 'mark_ready' },
  { of: 'mediation', on: 'record_confirmation', whom: 'other_side', news: 'mark_ready' },
  { of: 'mediation', on: 'record_confirmation', whom: 'handler', news: 'mark_ready' },
  { of: 'mediation', on: 'dispute_agreement', whom: 'applicant', news: 'agreement_disputed' },
  { of: 'mediation', on: 'dispute_agreement', whom: 'other_side', news: 'agreement_disputed' },
  { of: 'mediation', on: 'dispute_agreement', whom: 'handler', news: 'agreement_disputed' },
  {
    of: 'mediation',
    on: 'dispute_agreement',
    whom: { role: 'committee_secretary' },
    news: 'agreement_disputed',
  },
  { of: 'mediation', on: 'accept_invitation', whom: 'applicant', news: 'other_side_willing' },
  { of: 'mediation', on: 'accept_invitation', whom: 'handler', news: 'other_side_willing' },
  { of: 'mediation', on: 'decline_invitation', whom: 'applicant', news: 'other_side_unwilling' },
  { of: 'mediation', on: 'decline_invitation', whom: 'handler', news: 'other_side_unwilling' },
  { of: 'mediation', on: 'not_me', whom: 'applicant', news: 'wrong_person' },
  { of: 'mediation', on: 'not_me', whom: 'handler', news: 'wrong_person' },
  { of: 'mediation', on: 'not_me', whom: { role: 'committee_secretary' }, news: 'wrong_person' },
  { of: 'mediation', on: 'accept', whom: 'applicant', news: 'mediation_accepted' },
  { of: 'mediation', on: 'accept', whom: 'other_side', news: 'mediation_accepted' },
  { of: 'mediation', on: 'accept_together', whom: 'applicant', news: 'mediation_accepted' },
  { of: 'mediation', on: 'not_accept', whom: 'applicant', news: 'mediation_not_accepted' },
  { of: 'mediation', on: 'schedule_session', whom: 'applicant', news: 'session_set' },
  { of: 'mediation', on: 'schedule_session', whom: 'other_side', news: 'session_set' },
  { of: 'mediation', on: 'schedule_session', whom: 'handler', news: 'session_set' },
  { of: 'mediation', on: 'cancel_session', whom: 'applicant', news: 'session_off' },
  { of: 'mediation', on: 'cancel_session', whom: 'other_side', news: 'session_off' },
  { of: 'mediation', on: 'record_session', whom: 'applicant', news: 'record_ready' },
  { of: 'mediation', on: 'record_session', whom: 'other_side', news: 'record_ready' },
  { of: 'mediation', on: 'draft_agreement', whom: 'applicant', news: 'draft_ready' },
  { of: 'mediation', on: 'draft_agreement', whom: 'other_side', news: 'draft_ready' },
  { of: 'mediation', on: 'seal_agreement', whom: 'applicant', news: 'agreement_effective' },
  { of: 'mediation', on: 'seal_agreement', whom: 'other_side', news: 'agreement_effective' },
  { of: 'mediation', on: 'record_oral_agreement', whom: 'applicant', news: 'agreement_effective' },
  { of: 'mediation', on: 'record_oral_agreement', whom: 'other_side', news: 'agreement_effective' },
  { of: 'mediation', on: 'fail', whom: 'applicant', news: 'mediation_ended' },
  { of: 'mediation', on: 'fail', whom: 'other_side', news: 'mediation_ended' },
  { of: 'mediation', on: 'transfer', whom: 'applicant', news: 'mediation_ended' },
  { of: 'mediation', on: 'transfer', whom: 'other_side', news: 'mediation_ended' },
  { of: 'mediation', on: 'withdraw', whom: 'other_side', news: 'mediation_ended' },
  { of: 'mediation', on: 'withdraw', whom: 'handler', news: 'mediation_ended' },
  { of: 'mediation', on: 'message', whom: 'applicant', news: 'message' },
  { of: 'mediation', on: 'message', whom: 'other_side', news: 'message' },
  { of: 'mediation', on: 'message', whom: 'handler', news: 'message' },
  { of: 'legal_aid', on: 'open', whom: 'applicant', news: 'aid_received' },
  // Less than seven days, or something to preserve: somebody looks at once (LP-18).
  { of: 'legal_aid', on: 'open', when: ['urgent', 'yes'], whom: REVIEWER, news: 'aid_urgent' },
  {
    of: 'legal_aid',
    on: 'complete_application',
    when: ['urgent', 'yes'],
    whom: REVIEWER,
    news: 'aid_urgent',
  },
  { of: 'legal_aid', on: 'recommend', whom: { role: 'legal_aid_head' }, news: 'aid_to_do' },
  { of: 'legal_aid', on: 'request_change', whom: { role: 'legal_aid_head' }, news: 'aid_to_do' },
  { of: 'legal_aid', on: 'ask_to_end', whom: { role: 'legal_aid_head' }, news: 'aid_to_do' },
  { of: 'legal_aid', on: 'decline_assignment', whom: { role: 'legal_aid_head' }, news: 'aid_to_do' },
  { of: 'legal_aid', on: 'declare_conflict', whom: { role: 'legal_aid_head' }, news: 'aid_to_do' },
  { of: 'legal_aid', on: 'report_difficulty', whom: { role: 'legal_aid_head' }, news: 'aid_to_do' },
  { of: 'legal_aid', on: 'order_correction', whom: { role: 'legal_aid_head' }, news: 'aid_to_do' },
  { of: 'legal_aid', on: 'object', whom: { role: 'bureau_officer' }, news: 'aid_to_do' },
  { of: 'legal_aid', on: 'complain', whom: { role: 'bureau_officer' }, news: 'aid_to_do' },
  { of: 'legal_aid', on: 'complete_application', whom: 'applicant', news: 'aid_received' },
  { of: 'legal_aid', on: 'ask_for_material', whom: 'applicant', news: 'aid_material' },
  { of: 'legal_aid', on: 'ask_again', whom: 'applicant', news: 'aid_material' },
  { of: 'legal_aid', on: 'supply_material', whom: 'handler', news: 'aid_supplied' },
  { of: 'legal_aid', on: 'complete_application', whom: 'handler', news: 'aid_supplied' },
  // By then a lawyer may have the case; it is the centre that looks at the papers (LP-18).
  { of: 'legal_aid', on: 'supply_formalities', whom: REVIEWER, news: 'aid_supplied' },
  { of: 'legal_aid', on: 'confirm_formalities', whom: 'applicant', news: 'aid_progress' },
  { of: 'legal_aid', on: 'grant', whom: 'applicant', news: 'aid_decided' },
  { of: 'legal_aid', on: 'provide_in_advance', whom: 'applicant', news: 'aid_decided' },
  { of: 'legal_aid', on: 'refuse', whom: 'applicant', news: 'aid_decided' },
  { of: 'legal_aid', on: 'terminate', whom: 'applicant', news: 'aid_decided' },
  { of: 'legal_aid', on: 'terminate', whom: 'handler', news: 'aid_decided' },
  { of: 'legal_aid', on: 'uphold_decision', whom: 'applicant', news: 'aid_decided' },
  { of: 'legal_aid', on: 'order_correction', whom: 'applicant', news: 'aid_decided' },
  { of: 'legal_aid', on: 'assign', whom: 'applicant', news: 'aid_lawyer' },
  { of: 'legal_aid', on: 'change_lawyer', whom: 'applicant', news: 'aid_lawyer' },
  { of: 'legal_aid', on: 'decline_assignment', whom: 'applicant', news: 'aid_lawyer_left' },
  { of: 'legal_aid', on: 'declare_conflict', whom: 'applicant', news: 'aid_lawyer_left' },
  { of: 'legal_aid', on: 'request_change', whom: 'handler', news: 'aid_change_asked' },
  // Both hear of it before the centre decides, whoever of them asked (LP-23).
  { of: 'legal_aid', on: 'ask_to_end', whom: 'applicant', news: 'aid_end_asked' },
  { of: 'legal_aid', on: 'ask_to_end', whom: 'handler', news: 'aid_end_asked' },
  { of: 'legal_aid', on: 'keep_lawyer', whom: 'applicant', news: 'answered' },
  { of: 'legal_aid', on: 'report_progress', whom: 'applicant', news: 'aid_progress' },
  { of: 'legal_aid', on: 'sign_agreement', whom: 'applicant', news: 'aid_progress' },
  { of: 'legal_aid', on: 'redirect', whom: 'applicant', news: 'handed_on' },
  { of: 'legal_aid', on: 'hand_on', whom: 'applicant', news: 'handed_on' },
  { of: 'legal_aid', on: 'answer_complaint', whom: 'applicant', news: 'answered' },
  { of: 'legal_aid', on: 'note_false_promise', whom: 'applicant', news: 'aid_progress' },
  { of: 'legal_aid', on: 'contest_false_promise', whom: { role: 'legal_aid_head' }, news: 'aid_to_do' },
  { of: 'legal_aid', on: 'lift_false_promise', whom: 'applicant', news: 'answered' },
  { of: 'legal_aid', on: 'keep_false_promise', whom: 'applicant', news: 'answered' },
  { of: 'legal_aid', on: 'lapse', whom: 'applicant', news: 'aid_lapsed' },
  { of: 'legal_aid', on: 'expire', whom: 'applicant', news: 'aid_progress' },
  { of: 'legal_aid', on: 'close', whom: 'applicant', news: 'aid_ended' },
  { of: 'legal_aid', on: 'withdraw', whom: 'handler', news: 'aid_ended' },
  { of: 'legal_aid', on: 'message', whom: 'applicant', news: 'message' },
  { of: 'legal_aid', on: 'message', whom: 'handler', news: 'message' },
]

type Step = {
  kind: Kind
  action: string
  to: string
  byId: string | null
  applicantId: string
  otherSideIds?: readonly string[]
  handlerId: string | null
  /** Somebody else who has the case from this step on. */
  receiverId?: string | null
  facts?: Readonly<Record<string, string>>
  /** Of a message: who may read it besides staff. */
  audience?: string
  /** The person asked that nothing be left on the telephone. */
  hushed?: boolean
}

/** How somebody has seen to a notice that did not arrive. */
export const DEALT = ['told_otherwise', 'not_needed', 'cannot_be_told'] as const
export type Dealt = (typeof DEALT)[number]

/** `quietly`: in the app only. Whoever took the step need not be called about it, and staff work in the app. */
export type Told = { accountId: string; news: News; quietly: boolean }

const rowsOf = ({ kind, action, to, facts = {} }: Step) =>
  TELLINGS.filter(
    (row) =>
      row.of === kind &&
      row.on === action &&
      (row.to === undefined || row.to === to) &&
      (row.when === undefined || facts[row.when[0]] === row.when[1]) &&
      (row.unless === undefined || facts[row.unless] === undefined),
  )

export function toldBy(step: Step): Told[] {
  const rows = rowsOf(step)
  return WHOM.filter((whom) => hears(step, whom)).flatMap((whom) => {
    const news = rows.find((row) => row.whom === whom)?.news
    return news ? peopleOf(step, whom).flatMap((accountId) => tellingTo(step, whom, accountId, news)) : []
  })
}

/** Which roles hear of a step, and what: everybody in whose reach the case lies. */
export function officesToldBy(step: Step): { role: StaffRole; news: News }[] {
  const isFree = (step.receiverId ?? step.handlerId) === null
  const told = new Map<StaffRole, News>()
  for (const { whom, news } of rowsOf(step))
    if (typeof whom === 'object' && (isFree || !whom.free) && !told.has(whom.role)) told.set(whom.role, news)
  return [...told].map(([role, news]) => ({ role, news }))
}

const WHOM: readonly Whom[] = ['applicant', 'other_side', 'handler', 'receiver']

function peopleOf(
  { applicantId, otherSideIds = [], handlerId, receiverId }: Step,
  whom: Whom,
): readonly string[] {
  if (whom === 'applicant') return [applicantId]
  if (whom === 'other_side') return otherSideIds
  const staff = whom === 'receiver' ? receiverId : handlerId
  return staff && staff !== applicantId ? [staff] : []
}

const hears = ({ audience = 'all' }: Step, whom: Whom) =>
  isOfTheOffice(whom) || audience === 'all' || audience === whom

const isOfTheOffice = (whom: Whom) => whom === 'handler' || whom === 'receiver'

/**
 * Staff need not be told what they did themselves, nor anybody what they wrote. Whoever wants nothing left on the
 * telephone has just been spoken to when somebody opens a case for them: nobody calls to say so.
 */
function tellingTo({ byId, action, hushed }: Step, whom: Whom, accountId: string, news: News): Told[] {
  const own = byId === accountId
  if (own && (isOfTheOffice(whom) || news === 'message')) return []
  const wasThere = action === 'open' && hushed === true && whom === 'applicant'
  return [{ accountId, news, quietly: own || isOfTheOffice(whom) || wasThere }]
}

/** The hours in which nobody is disturbed, local times `HH:mm`; the same time twice means none. */
export type QuietHours = { from: string; to: string }

/** When the quiet hours end that `at` lies in; null outside them. */
export function quietUntil(at: Instant, { from, to }: QuietHours): Instant | null {
  const time = timeOf(at)
  const day = dayOf(at)
  if (from <= to) return from <= time && time < to ? instant(day, to) : null
  if (time >= from) return instant(addDays(day, 1), to)
  return time < to ? instant(day, to) : null
}

/** When to try again after `tries` failures; null when it is enough, or when it would come too late. */
export function retryAt(
  now: Instant,
  tries: number,
  waits: readonly number[],
  until: Instant | null,
): Instant | null {
  const minutes = waits[tries - 1]
  if (minutes === undefined) return null
  const next = addMinutes(now, minutes)
  return until !== null && next >= until ? null : next
}

/** The evening before at six, and two hours before. */
export const reminderTimes = (startsAt: Instant): { day: Instant; soon: Instant } => ({
  day: instant(addDays(dayOf(startsAt), -1), '18:00'),
  soon: addMinutes(startsAt, -120),
})

/** What a notice speaks of: a number, times, a place. Nothing of what it is about. */
export type Facts = {
  number?: string | undefined
  startsAt?: Instant | undefined
  until?: Instant | undefined
  place?: string | undefined
  slotId?: string | undefined
  deskId?: string | undefined
  /** The time that cannot be kept. */
  was?: Instant | undefined
  day?: Day | undefined
  /** Why a visit is off, as the adviser says it to the village: it stands in the app alone. */
  why?: string | undefined
  /** Which invitation: the code of its link is made from it when it goes out. */
  invitation?: string | undefined
}

/** 11月24日 周二 上午9:30 */
export const spoken = (at: Instant): string => `${spokenDay(dayOf(at))} ${spokenTime(at)}`
