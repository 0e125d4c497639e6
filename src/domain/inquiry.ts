import type { Actor } from './actor.ts'
import { addDays, dayOf } from './day.ts'
import { type Deed, nothingToSee, type Objection, type Procedure } from './procedure.ts'

export const INQUIRY_STATUSES = ['asked', 'answered', 'closed', 'withdrawn'] as const
export type InquiryStatus = (typeof INQUIRY_STATUSES)[number]
export type InquiryAction =
  | 'answer'
  | 'ask_back'
  | 'refer'
  | 'hand_on'
  | 'refuse_for_conflict'
  | 'report_danger'
  | 'acknowledge_danger'
  | 'move_on'
  | 'pass_on'
  | 'claim'
  | 'release'
  | 'follow_up'
  | 'close'
  | 'withdraw'

/** Who answers for a village, in this order: whoever comes later answers when those before do not (VA-9). */
export const STAGES = ['adviser', 'substitute', 'duty_lawyer', 'hotline'] as const
export type Stage = (typeof STAGES)[number]

/** One of the line: a person, or a pool of people (null) of whom whoever is free takes it. */
export type Link = { stage: Stage; accountId: string | null }

/** Who could answer for a village today. */
export type Cover = {
  adviser: { accountId: string; away: boolean } | null
  substitute: { accountId: string; away: boolean } | null
  /** A duty lawyer serves in the county. */
  dutyLawyer: boolean
  /** Operators take written questions in the county. */
  hotline: boolean
}

/** The line of a village today: who is away or missing is left out, and nobody stands in it twice. */
export function chainOf({ adviser, substitute, dutyLawyer, hotline }: Cover): Link[] {
  const first = adviser && !adviser.away ? adviser.accountId : null
  const second = substitute && !substitute.away ? substitute.accountId : null
  return [
    ...(first ? [{ stage: 'adviser' as const, accountId: first }] : []),
    ...(second && second !== first ? [{ stage: 'substitute' as const, accountId: second }] : []),
    ...(dutyLawyer ? [{ stage: 'duty_lawyer' as const, accountId: null }] : []),
    ...(hotline ? [{ stage: 'hotline' as const, accountId: null }] : []),
  ]
}

const isStage = (text: string | undefined): text is Stage => STAGES.some((stage) => stage === text)

/** Where in the line the question is: what the last step that gave it to somebody says. */
export function stageOf(past: readonly Deed[]): Stage {
  const stage = past.findLast(({ facts }) => isStage(facts.stage))?.facts.stage
  return isStage(stage) ? stage : 'adviser'
}

/** Everybody who has had the question, and whoever took it from a pool. */
export const holdersIn = (past: readonly Deed[]): string[] =>
  past.flatMap(({ action, byId, facts }) => [
    ...(facts.holder ? [facts.holder] : []),
    ...(action === 'claim' && byId ? [byId] : []),
  ])

/** Who has said that this is not for them to answer. */
export const refusersIn = (past: readonly Deed[]): string[] =>
  past.flatMap(({ action, byId }) => (action === 'refuse_for_conflict' && byId ? [byId] : []))

/**
 * Who is next: the first of today's line behind the present place who has not had the question yet. Null at its end:
 * then it stays where it is, overdue and first on the list.
 */
export function nextInLine(past: readonly Deed[], chain: readonly Link[]): Link | null {
  const place = STAGES.indexOf(stageOf(past))
  const had = holdersIn(past)
  return (
    chain.find(
      ({ stage, accountId }) =>
        STAGES.indexOf(stage) > place && (accountId === null || !had.includes(accountId)),
    ) ?? null
  )
}

/** Whoever must not answer gives it to the next; behind the last stand the others of the same pool. */
export const afterRefusal = (past: readonly Deed[], chain: readonly Link[]): Link =>
  nextInLine(past, chain) ?? { stage: 'hotline', accountId: null }

/** Duty lawyers and the hotline are groups: somebody of them takes it, and can give it back. */
export const isGroup = (stage: Stage): boolean => stage === 'duty_lawyer' || stage === 'hotline'

/** Whoever took it at the end of the line and keeps silent: the others of the group may take it. Null elsewhere. */
export const freedIn = (past: readonly Deed[], handlerId: string | null): Link | null =>
  handlerId !== null && isGroup(stageOf(past)) ? { stage: stageOf(past), accountId: null } : null

/** Whoever has it serves here no more: to the others of the same group, or to the next in line. */
export const afterLeaving = (past: readonly Deed[], chain: readonly Link[]): Link =>
  isGroup(stageOf(past)) ? { stage: stageOf(past), accountId: null } : afterRefusal(past, chain)

/** What an event says of whom the question goes to. */
export const factsOf = ({ stage, accountId }: Link): Readonly<Record<string, string>> => ({
  stage,
  ...(accountId && { holder: accountId }),
})

const isLast: Objection = ({ past, handlerId }) =>
  stageOf(past) === 'hotline' && handlerId === null ? '已经到了最后一位，请尽快答复，或打电话联系本人' : null

const isLawyer = ({ grants }: Actor) => grants.some(({ role }) => role === 'duty_lawyer')

const notForYou: Objection = ({ handlerId, past }, _, actor) => {
  if (handlerId !== null) return '已经有人接手了'
  if (refusersIn(past).includes(actor.accountId)) return '你已经因利害冲突回避，不能再接手'
  return stageOf(past) === 'duty_lawyer' && !isLawyer(actor) ? '现在轮到值班律师答复' : null
}

const notFromGroup: Objection = ({ handlerId, past }) => {
  if (handlerId === null) return '还没有人接手'
  return isGroup(stageOf(past)) ? null : '这件是指名问你的，不能交还；不便答复的请选“因利害冲突回避”'
}

const wasAnswered = (past: readonly Deed[]) => past.some(({ action }) => action === 'answer')

/** An answer is a record of service: whoever got one closes the question, and does not take it back. */
const alreadyAnswered: Objection = ({ past }) =>
  wasAnswered(past) ? '已经有过答复，不用再问的话请选“问题解决了”' : null

/** Whoever asked has a week to ask on. */
const QUIET_DAYS = 7

const closesTooSoon: Objection = ({ status, past, applicantId }, { now }, { accountId }) => {
  if (status === 'asked') return wasAnswered(past) && accountId === applicantId ? null : '还没有答复'
  const last = past.findLast(({ to }) => to === 'answered')
  return accountId === applicantId || (last && dayOf(now) >= addDays(dayOf(last.at), QUIET_DAYS))
    ? null
    : `答复满 ${QUIET_DAYS} 天、本人没有再问，才能办结`
}

const POOL = ['duty_lawyer', 'hotline_operator', 'hotline_head'] as const

/** A question to the adviser of the village. An answer is promised (VA-9); who does not give it loses the question. */
export const inquiry: Procedure<InquiryStatus, InquiryAction> = {
  kind: 'inquiry',
  start: 'asked',
  flow: {
    asked: {
      claim: 'asked',
      answer: 'answered',
      ask_back: 'answered',
      hand_on: 'answered',
      refer: 'asked',
      refuse_for_conflict: 'asked',
      report_danger: 'asked',
      release: 'asked',
      acknowledge_danger: 'asked',
      move_on: 'asked',
      pass_on: 'asked',
      close: 'closed',
      withdraw: 'withdrawn',
    },
    answered: {
      follow_up: 'asked',
      close: 'closed',
      answer: 'answered',
      hand_on: 'answered',
      refer: 'answered',
      report_danger: 'answered',
      acknowledge_danger: 'answered',
    },
    closed: { report_danger: 'closed', acknowledge_danger: 'closed' },
    withdrawn: { report_danger: 'withdrawn', acknowledge_danger: 'withdrawn' },
  },
  takenBy: {
    answer: ['handler'],
    ask_back: ['handler'],
    refer: ['handler'],
    hand_on: ['handler'],
    refuse_for_conflict: ['handler'],
    report_danger: ['handler'],
    // The adviser’s firm has no supervisor of its own: those who oversee the place look.
    acknowledge_danger: ['hotline_head', 'township_officer', 'bureau_officer'],
    move_on: ['clock'],
    // Whoever had it serves here no more.
    pass_on: ['clock'],
    claim: POOL,
    release: ['handler', 'hotline_head'],
    follow_up: ['applicant'],
    close: ['applicant', 'handler'],
    withdraw: ['applicant'],
  },
  readBy: POOL,
  handledBy: ['village_adviser'],
  byItself: { move_on: 'reply' },
  clocks: {
    // Whoever gets it from somebody else has the whole time: the resident is told anew.
    reply: {
      rule: 'VA-9',
      runs: ['asked'],
      ends: ['withdrawn', 'closed'],
      again: ['move_on', 'pass_on', 'refuse_for_conflict'],
    },
  },
  ratedIn: ['closed'],
  unless: {
    move_on: isLast,
    claim: notForYou,
    release: notFromGroup,
    withdraw: alreadyAnswered,
    close: closesTooSoon,
    acknowledge_danger: nothingToSee,
  },
}
