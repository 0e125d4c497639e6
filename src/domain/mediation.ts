import type { Actor } from './actor.ts'
import { contentBlocks } from './confirmation.ts'
import { closingGaps } from './dossier.ts'
import { complaining, mediatorsIn } from './mediation-complaint.ts'
import * as past from './mediation-past.ts'
import {
  type Fork,
  type Matter,
  nothingToSee,
  type Objection,
  type Procedure,
  type Taker,
} from './procedure.ts'

export const MEDIATION_STATUSES = [
  'requested',
  'invited',
  'accepted',
  'not_accepted',
  'other_side_refused',
  'in_mediation',
  'agreed',
  'failed',
  'transferred',
  'closed',
  'withdrawn',
] as const
export type MediationStatus = (typeof MEDIATION_STATUSES)[number]

export type MediationAction =
  | 'invite'
  | 'join'
  | 'accept_invitation'
  | 'decline_invitation'
  | 'not_me'
  | 'name_parties'
  | 'state_party'
  | 'issue_authority'
  | 'add_to_dossier'
  | 'accept'
  | 'accept_together'
  | 'not_accept'
  | 'confirm_rights'
  | 'choose_mediator'
  | 'assign_mediator'
  | 'reject_mediator'
  | 'declare_conflict'
  | 'close_doors'
  | 'invite_helper'
  | 'consent_helper'
  | 'schedule_session'
  | 'cancel_session'
  | 'record_session'
  | 'confirm_record'
  | 'investigate'
  | 'draft_agreement'
  | 'confirm_agreement'
  | 'sign_agreement'
  | 'confirm_receipt'
  | 'seal_agreement'
  | 'record_oral_agreement'
  | 'write_down'
  | 'mark_performed'
  | 'return_visit'
  | 'issue_pack'
  | 'record_confirmation'
  | 'dispute_agreement'
  | 'issue_proof'
  | 'extend'
  | 'fail'
  | 'transfer'
  | 'record_receipt'
  | 'resume'
  | 'close'
  | 'flag_callback'
  | 'review_flags'
  | 'withdraw'
  | 'complain'
  | 'answer_complaint'
  | 'report_danger'
  | 'acknowledge_danger'

const sideOf = ({ accountId }: Actor, matter: Matter): past.Side | null => {
  if (accountId === matter.applicantId) return 'applicant'
  return matter.otherSideIds.includes(accountId) ? 'other_side' : null
}

/** A side does it once for itself; staff write it down for whoever is still missing. */
const missing =
  (done: (matter: Matter) => Set<past.Side>, words: string): Objection =>
  (matter, _, actor) => {
    const sides = done(matter)
    const side = sideOf(actor, matter)
    return (side ? sides.has(side) : sides.size === past.SIDES.length) ? words : null
  }

const first =
  (...objections: readonly Objection[]): Objection =>
  (matter, moment, actor) =>
    objections.reduce<string | null>((found, one) => found ?? one(matter, moment, actor), null)

const needsWilling: Objection = (matter) =>
  past.isWilling(matter.past) ? null : '对方还没有表示愿意调解（人民调解法 第十七条）'

const answered: Objection = (matter) => (past.isWilling(matter.past) ? '对方已经同意调解' : null)

/** Coming in is done once, by the code; after the wrong one has left it begins again. */
const alreadyIn: Objection = (matter, _, { accountId }) =>
  past.all(past.sinceAnew(matter.past), 'join').some(({ byId }) => byId === accountId)
    ? '你已经在这件调解里了'
    : null

/** Somebody has come forward or has answered for the other side: that it was the wrong one can be said. */
const nobodyCame: Objection = (matter) =>
  matter.otherSideIds.length > 0 || past.isWilling(matter.past) ? null : '还没有人打开邀请，也没有人答复'

const needsHandler: Objection = ({ handlerId }) => (handlerId ? null : '先确定调解员')

const needsRights: Objection = (matter) =>
  past.toldOfRights(matter.past).size === past.SIDES.length
    ? null
    : '开始前先告知双方权利义务并请双方确认（人民调解工作若干规定 第三十条）'

const needsPlan: Objection = (matter) => (past.plannedOf(matter.past) ? null : '没有约好的调解时间')

const needsRecord: Objection = (matter) => (past.hasRecord(matter.past) ? null : '还没有调解记录')

const needsDraft: Objection = (matter) => (past.draftOf(matter.past) ? null : '还没有协议文本')

const alreadyDrafted: Objection = (matter) =>
  past.draftOf(matter.past) ? '协议已经起草，要换调解员请先告诉现在的调解员' : null

const needsSignatures: Objection = (matter) =>
  past.signedBy(matter.past).size === past.SIDES.length
    ? null
    : '双方都签名、盖章或者按指印后才能盖章生效（人民调解法 第二十九条）'

/** A code or a picture of a signature proves receipt, never effect; only a licensed CA may sign (电子签名法 第三条、第十三条). */
const needsCa: Objection = (matter) =>
  past.draftOf(matter.past)?.facts.ca === 'yes' ? null : '这份协议请在纸上签名（电子签名法 第三条、第十三条）'

const nothingToReceive: Objection = (matter) =>
  past.draftOf(matter.past) || past.isOral(matter.past) ? null : '还没有协议文本'

const onlyWhenOral: Objection = (matter) => {
  if (!past.isOral(matter.past)) return '没有口头协议要补写'
  return past.last(matter.past, 'write_down') ? '已经补写成书面协议' : null
}

const needsAgreement: Objection = (matter) => (past.effectiveAt(matter.past) ? null : '协议还没有生效')

const notPerformed: Objection = (matter) =>
  past.isPerformed(matter.past) ? null : '双方都确认履行完毕后才能开具履行证明（治安管理处罚法 第九条）'

const noHelper: Objection = (matter, _, actor) => {
  const open = past.openHelper(matter.past)
  if (!open) return '没有等待同意的受邀人'
  const side = sideOf(actor, matter)
  return side && past.helperConsent(matter.past, open.facts.helper ?? '').has(side) ? '你已经答复过了' : null
}

const notYetDue: Objection = (matter) => (past.extendedTo(matter.past) ? '已经延长过一次' : null)

const alreadyClosed: Objection = (matter) => (past.isClosedDoor(matter.past) ? '已经定为不公开调解' : null)

const needsReceipt: Objection = (matter) =>
  past.last(past.since(matter.past, 'transfer'), 'record_receipt') ? '接收方已经签收' : null

const nothingToReview: Objection = (matter) =>
  past.since(matter.past, 'review_flags').some(({ facts }) => facts.flags) ? null : '没有等待复核的提示'

/** Whom it is about hears the same as if there were none. */
const nothingToAnswer: Objection = ({ past: history, handlerId }, _, { accountId }) =>
  complaining(history).size === 0 || mediatorsIn(history, handlerId).has(accountId)
    ? '没有等待答复的投诉'
    : null

/** Blocked only by what the law asks for, and says by what. */
const closable: Objection = (matter) => closingGaps(matter.past, matter.status)[0] ?? null

/** What no court confirms gets no pack (JC-4, JC-5). */
const unconfirmable: Objection = ({ past: history }) =>
  contentBlocks(past.touchesOf(history), past.isOnlyOral(history))[0]?.text ?? null

/** Back where it stood: with both sides willing it goes on, else it begins again. */
const resumed: Fork<MediationStatus> = {
  when: (matter) => past.isWilling(matter.past),
  to: 'accepted',
  otherwise: 'requested',
}

/** Wherever the case is: a danger, and what there is to say against the mediator (PM-25). */
const ALWAYS = (status: MediationStatus) =>
  ({ complain: status, answer_complaint: status, report_danger: status, acknowledge_danger: status }) as const

/** What may happen while the matter is being mediated, in the order in which it usually does. */
const GOING_ON = (status: 'accepted' | 'in_mediation') =>
  ({
    confirm_rights: status,
    choose_mediator: status,
    assign_mediator: status,
    schedule_session: status,
    record_session: 'in_mediation',
    cancel_session: status,
    confirm_record: status,
    consent_helper: status,
    invite_helper: status,
    name_parties: status,
    state_party: status,
    issue_authority: status,
    add_to_dossier: status,
    investigate: status,
    record_oral_agreement: 'agreed',
    reject_mediator: status,
    declare_conflict: status,
    close_doors: status,
    extend: status,
    transfer: 'transferred',
    fail: 'failed',
    decline_invitation: 'other_side_refused',
    not_me: 'requested',
    withdraw: 'withdrawn',
    ...ALWAYS(status),
  }) as const

const OFFICE: readonly Taker[] = ['handler', 'committee_secretary']
const PARTIES: readonly Taker[] = ['applicant', 'other_side']
/** A side itself, or staff who write down what it said or signed. */
const EITHER: readonly Taker[] = [...PARTIES, 'handler']

/**
 * People's mediation (人民调解法). Free of any charge (第四条), never in the way of court or arbitration (第三条): nothing
 * stands against `withdraw`. Who clearly refuses is asked no more (第十七条).
 */
export const mediation: Procedure<MediationStatus, MediationAction> = {
  kind: 'mediation',
  start: 'requested',
  flow: {
    requested: {
      invite: 'invited',
      accept_together: 'accepted',
      assign_mediator: 'requested',
      name_parties: 'requested',
      state_party: 'requested',
      issue_authority: 'requested',
      add_to_dossier: 'requested',
      declare_conflict: 'requested',
      transfer: 'transferred',
      not_accept: 'not_accepted',
      withdraw: 'withdrawn',
      ...ALWAYS('requested'),
    },
    invited: {
      join: 'invited',
      accept_invitation: 'invited',
      accept: 'accepted',
      invite: 'invited',
      assign_mediator: 'invited',
      name_parties: 'invited',
      state_party: 'invited',
      issue_authority: 'invited',
      add_to_dossier: 'invited',
      declare_conflict: 'invited',
      decline_invitation: 'other_side_refused',
      not_me: 'requested',
      transfer: 'transferred',
      not_accept: 'not_accepted',
      withdraw: 'withdrawn',
      ...ALWAYS('invited'),
    },
    accepted: { ...GOING_ON('accepted'), join: 'accepted', invite: 'accepted' },
    in_mediation: {
      seal_agreement: 'agreed',
      sign_agreement: 'in_mediation',
      confirm_agreement: 'in_mediation',
      draft_agreement: 'in_mediation',
      confirm_receipt: 'in_mediation',
      ...GOING_ON('in_mediation'),
      join: 'in_mediation',
      invite: 'in_mediation',
    },
    agreed: {
      write_down: 'agreed',
      confirm_agreement: 'agreed',
      mark_performed: 'agreed',
      confirm_receipt: 'agreed',
      issue_pack: 'agreed',
      record_confirmation: 'agreed',
      return_visit: 'agreed',
      review_flags: 'agreed',
      issue_proof: 'agreed',
      state_party: 'agreed',
      issue_authority: 'agreed',
      add_to_dossier: 'agreed',
      dispute_agreement: 'agreed',
      join: 'agreed',
      invite: 'agreed',
      close: 'closed',
      ...ALWAYS('agreed'),
    },
    failed: { confirm_record: 'failed', return_visit: 'failed', close: 'closed', ...ALWAYS('failed') },
    transferred: {
      record_receipt: 'transferred',
      resume: resumed,
      close: 'closed',
      decline_invitation: 'other_side_refused',
      withdraw: 'withdrawn',
      ...ALWAYS('transferred'),
    },
    closed: {
      write_down: 'closed',
      confirm_agreement: 'closed',
      mark_performed: 'closed',
      issue_pack: 'closed',
      return_visit: 'closed',
      record_confirmation: 'closed',
      dispute_agreement: 'closed',
      issue_proof: 'closed',
      flag_callback: 'closed',
      review_flags: 'closed',
      add_to_dossier: 'closed',
      ...ALWAYS('closed'),
    },
    not_accepted: ALWAYS('not_accepted'),
    other_side_refused: ALWAYS('other_side_refused'),
    withdrawn: ALWAYS('withdrawn'),
  },
  takenBy: {
    invite: OFFICE,
    join: ['other_side'],
    accept_invitation: ['other_side', ...OFFICE],
    decline_invitation: ['other_side', ...OFFICE],
    not_me: ['other_side', ...OFFICE],
    name_parties: OFFICE,
    state_party: [...PARTIES, ...OFFICE],
    issue_authority: [...PARTIES, ...OFFICE],
    add_to_dossier: [...PARTIES, ...OFFICE],
    accept: OFFICE,
    accept_together: OFFICE,
    not_accept: OFFICE,
    confirm_rights: EITHER,
    choose_mediator: [...PARTIES, 'committee_secretary'],
    assign_mediator: ['committee_secretary'],
    reject_mediator: [...PARTIES, 'committee_secretary'],
    declare_conflict: ['handler'],
    close_doors: EITHER,
    invite_helper: ['handler'],
    consent_helper: EITHER,
    schedule_session: OFFICE,
    cancel_session: OFFICE,
    record_session: ['handler'],
    confirm_record: EITHER,
    investigate: ['handler'],
    draft_agreement: ['handler'],
    confirm_agreement: OFFICE,
    sign_agreement: PARTIES,
    confirm_receipt: PARTIES,
    seal_agreement: OFFICE,
    record_oral_agreement: ['handler'],
    write_down: ['handler'],
    mark_performed: [...PARTIES, ...OFFICE],
    return_visit: OFFICE,
    issue_pack: [...PARTIES, ...OFFICE],
    record_confirmation: [...PARTIES, ...OFFICE],
    dispute_agreement: EITHER,
    issue_proof: OFFICE,
    extend: ['handler'],
    fail: ['handler'],
    transfer: OFFICE,
    record_receipt: OFFICE,
    resume: ['committee_secretary'],
    close: OFFICE,
    flag_callback: ['clock'],
    review_flags: ['bureau_officer', 'township_officer'],
    withdraw: ['applicant', ...OFFICE],
    complain: PARTIES,
    answer_complaint: ['committee_secretary', 'township_officer', 'bureau_officer'],
    report_danger: [...OFFICE, 'township_officer'],
    acknowledge_danger: ['committee_secretary', 'township_officer'],
  },
  readBy: ['committee_secretary', 'township_officer', 'bureau_officer'],
  handledBy: ['mediator'],
  clocks: {
    contact: { rule: 'PM-13', runs: ['requested'], ends: ['withdrawn'] },
    answer: { rule: 'PM-2', runs: ['invited'], ends: ['withdrawn', 'requested'] },
    mediation: {
      rule: 'PM-12',
      runs: ['accepted', 'in_mediation'],
      pauses: ['transferred'],
      extendedBy: 'extend',
      ends: ['withdrawn', 'other_side_refused', 'requested'],
    },
    confirmation: {
      rule: 'JC-1',
      runs: ['agreed', 'closed'],
      startedBy: ['seal_agreement', 'record_oral_agreement'],
      stoppedBy: ['record_confirmation'],
      right: true,
    },
  },
  ratedIn: ['agreed', 'failed', 'closed'],
  unless: {
    join: alreadyIn,
    accept_invitation: answered,
    accept: needsWilling,
    not_me: nobodyCame,
    confirm_rights: missing((matter) => past.toldOfRights(matter.past), '已经确认过权利义务'),
    choose_mediator: alreadyDrafted,
    reject_mediator: needsHandler,
    close_doors: alreadyClosed,
    consent_helper: noHelper,
    schedule_session: needsHandler,
    cancel_session: needsPlan,
    record_session: needsRights,
    confirm_record: first(
      needsRecord,
      missing((matter) => past.recordConfirmed(matter.past), '这次记录已经确认过'),
    ),
    record_oral_agreement: needsRights,
    draft_agreement: needsRights,
    confirm_agreement: first(
      needsDraft,
      missing((matter) => past.signedBy(matter.past), '双方都已签名'),
    ),
    sign_agreement: first(
      needsDraft,
      needsCa,
      missing((matter) => past.signedBy(matter.past), '已经签过名'),
    ),
    confirm_receipt: first(
      nothingToReceive,
      missing((matter) => past.received(matter.past), '已经确认收到'),
    ),
    seal_agreement: first(needsDraft, needsSignatures),
    write_down: onlyWhenOral,
    mark_performed: needsAgreement,
    dispute_agreement: missing(
      (matter) => past.disputedBy(matter.past),
      '争议已经记下，要补充请给调解员留言',
    ),
    issue_pack: first(needsAgreement, unconfirmable),
    issue_proof: notPerformed,
    extend: notYetDue,
    record_receipt: needsReceipt,
    close: closable,
    review_flags: nothingToReview,
    complain: missing((matter) => complaining(matter.past), '上一次投诉还没有答复，请等一等'),
    answer_complaint: nothingToAnswer,
    acknowledge_danger: nothingToSee,
  },
}
