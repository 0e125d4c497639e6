import type { Touch } from './agreement.ts'
import type { Day, Instant } from './day.ts'
import type { Deed } from './procedure.ts'

/** The two sides of a dispute. */
export const SIDES = ['applicant', 'other_side'] as const
export type Side = (typeof SIDES)[number]

type Past = readonly Deed[]

export const all = (past: Past, ...actions: readonly string[]): Deed[] =>
  past.filter(({ action }) => actions.includes(action))

export const last = (past: Past, ...actions: readonly string[]): Deed | undefined =>
  past.findLast(({ action }) => actions.includes(action))

/** What came after the last step of this name; everything when there is none. */
export const since = (past: Past, ...actions: readonly string[]): Past =>
  past.slice(past.findLastIndex(({ action }) => actions.includes(action)) + 1)

/** It turned out that the wrong person had come for the other side: what that one said binds nobody (PM-2). */
const beginsAnew = ({ facts }: Deed) => facts.anew === 'yes'

/** What counts of the other side: everything since the last time that somebody else turned out to be meant. */
export const sinceAnew = (past: Past): Past => past.slice(past.findLastIndex(beginsAnew) + 1)

export const anewAt = (past: Past): Instant | null => past.findLast(beginsAnew)?.at ?? null

const countingFor = (past: Past, side: Side): Past => (side === 'other_side' ? sinceAnew(past) : past)

/** The sides that have taken a step: facts say `applicant`, `other_side` or `both`. */
export const sidesOf = (past: Past, ...actions: readonly string[]): Set<Side> =>
  new Set(
    SIDES.filter((side) =>
      all(countingFor(past, side), ...actions).some(({ facts }) => [side, 'both'].includes(facts.side ?? '')),
    ),
  )

const split = (text: string | undefined) => (text ? text.split(' ') : [])

/** The other side has said yes, itself or to somebody who wrote it down, and has not said no since. */
export const isWilling = (past: Past): boolean =>
  last(sinceAnew(past), 'accept_invitation', 'accept_together', 'decline_invitation')?.action.startsWith(
    'accept',
  ) ?? false

/** An invitation is out; the one with which the wrong person came is not, but the one that put it right is. */
export const isInvited = (past: Past): boolean => last(past, 'invite', 'not_me')?.action === 'invite'

/** Told of rights and duties before anything begins (PM-8, 人民调解法 第二十三条、第二十四条). */
export const toldOfRights = (past: Past): Set<Side> => sidesOf(past, 'confirm_rights', 'accept_together')

/** The mediators whom a side accepts, as it said last. */
export const picksOf = (past: Past, side: Side): readonly string[] =>
  split(
    all(countingFor(past, side), 'choose_mediator').findLast(({ facts }) => facts.side === side)?.facts.picks,
  )

/** Mediators who must not have this case: rejected by a side, or with a conflict of their own (PM-5, PM-6). */
export const barred = (past: Past): string[] =>
  all(past, 'reject_mediator', 'declare_conflict').flatMap(({ facts }) => split(facts.mediator))

export type Planned = { id: string; startsAt: Instant; endsAt: Instant }

/** After these a session that was agreed on is not any more: it was held, called off, or its mediator has left. */
const ENDS_PLAN = [
  'record_session',
  'cancel_session',
  'record_oral_agreement',
  'assign_mediator',
  'reject_mediator',
  'declare_conflict',
  'transfer',
  'seal_agreement',
  'fail',
  'withdraw',
  'decline_invitation',
]

const endsPlan = (deed: Deed) =>
  ENDS_PLAN.includes(deed.action) ||
  beginsAnew(deed) ||
  (deed.action === 'choose_mediator' && deed.facts.mediator !== undefined)

/** The session that is to come. */
export function plannedOf(past: Past): Planned | null {
  const deed = past.findLast((one) => one.action === 'schedule_session' || endsPlan(one))
  if (deed?.action !== 'schedule_session') return null
  const { session = '', startsAt = '', endsAt = '' } = deed.facts
  return { id: session, startsAt, endsAt }
}

export const hasRecord = (past: Past): boolean => last(past, 'record_session') !== undefined

/** The sides that have read the last record and said that it is right. */
export const recordConfirmed = (past: Past): Set<Side> =>
  hasRecord(past) ? sidesOf(since(past, 'record_session'), 'confirm_record') : new Set()

/** Steps that put an agreement on paper: before it is made, or after it was made by word of mouth. */
export const TEXTS = ['draft_agreement', 'write_down'] as const

/** What was written with somebody who was not the other side is no draft of theirs. */
export const draftOf = (past: Past): Deed | undefined =>
  isOral(past)
    ? last(since(past, 'record_oral_agreement'), 'write_down')
    : last(sinceAnew(past), 'draft_agreement')

/** The sides that have signed the draft as it stands; what was signed before it was changed counts no more. */
export const signedBy = (past: Past): Set<Side> =>
  draftOf(past) ? sidesOf(since(past, ...TEXTS), 'confirm_agreement', 'sign_agreement') : new Set()

export const received = (past: Past): Set<Side> =>
  sidesOf(since(past, 'draft_agreement', 'record_oral_agreement'), 'confirm_receipt')

export const agreementOf = (past: Past): Deed | undefined =>
  last(past, 'seal_agreement', 'record_oral_agreement')

export const effectiveAt = (past: Past): Instant | null => agreementOf(past)?.facts.effectiveAt ?? null

export const isOral = (past: Past): boolean => agreementOf(past)?.action === 'record_oral_agreement'

/** By word of mouth, and not on paper with the signatures of both since: no court confirms that (JC-4). */
export const isOnlyOral = (past: Past): boolean => isOral(past) && signedBy(past).size < SIDES.length

const DECIDES: readonly (string | undefined)[] = ['applied', 'confirmed', 'rejected']

/** Whether the thirty days of both are settled by it: what one party says alone, the office or the other has to confirm. */
export const settlesConfirmation = (past: Past, { outcome, side }: Deed['facts']): boolean =>
  DECIDES.includes(outcome) &&
  (side === undefined ||
    all(past, 'record_confirmation').some(
      ({ facts }) => facts.side !== side && DECIDES.includes(facts.outcome),
    ))

/** What the agreement touches that the law treats apart. */
export const touchesOf = (past: Past): Touch[] =>
  split(
    (agreementOf(past)?.action === 'record_oral_agreement' ? agreementOf(past) : draftOf(past))?.facts
      .touches,
  ) as Touch[]

/** How many instalments were agreed. */
export const instalmentsOf = (past: Past): number =>
  Number((isOral(past) ? agreementOf(past) : draftOf(past))?.facts.instalments ?? 0)

/** The sides that dispute the agreement as it stands now (PM-22, 人民调解法 第三十二条). */
export const disputedBy = (past: Past): Set<Side> => sidesOf(since(past, 'write_down'), 'dispute_agreement')

/** What is to be marked as performed: each instalment, or the whole where there are none. */
export const partsOf = (past: Past): number => Math.max(1, instalmentsOf(past))

export type Mark = 'done' | 'not_done'

/** What a side said last of an instalment. */
export const markOf = (past: Past, no: number, side: Side): Deed | undefined =>
  all(past, 'mark_performed').findLast(({ facts }) => facts.no === String(no) && facts.side === side)

export type Performance = 'open' | 'half' | 'performed' | 'disputed'

/** Performed when both sides say so; one of them is not enough (PM-21, 人民调解法 第三十一条). */
export function performanceOf(past: Past, no: number): Performance {
  const marks = SIDES.map((side) => markOf(past, no, side)?.facts.mark)
  if (marks.every((mark) => mark === 'done')) return 'performed'
  if (marks.includes('done') && marks.includes('not_done')) return 'disputed'
  return marks.includes('done') ? 'half' : 'open'
}

export const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1)

/** Both have said so of every part (PM-21, PM-28). */
export const isPerformed = (past: Past): boolean =>
  agreementOf(past) !== undefined &&
  numbers(partsOf(past)).every((no) => performanceOf(past, no) === 'performed')

export const isClosedDoor = (past: Past): boolean => last(past, 'close_doors') !== undefined

/** The day to which both sides have agreed in writing to go on (PM-12). */
export const extendedTo = (past: Past): Day | null => last(past, 'extend')?.facts.until ?? null

/** The invited person of whom both sides have not spoken yet (PM-7). */
export const openHelper = (past: Past): Deed | undefined =>
  all(past, 'invite_helper').find(({ facts }) => helperConsent(past, facts.helper ?? '').size < SIDES.length)

/** What each side said of an invited person. */
export const helperConsent = (past: Past, helper: string): Map<Side, string> =>
  new Map(
    SIDES.flatMap((side) =>
      all(countingFor(past, side), 'consent_helper')
        .filter(({ facts }) => facts.helper === helper && facts.side === side)
        .map(({ facts }): [Side, string] => [side, facts.says ?? '']),
    ),
  )

/** With the consent of both sides only (PM-7, 人民调解法 第二十条). */
export const mayCome = (past: Past, helper: string): boolean =>
  SIDES.every((side) => helperConsent(past, helper).get(side) === 'yes')
