import { addMinutes, dayOf, type Instant, minutesBetween, spokenDay, spokenTime } from './day.ts'
import {
  type Deed,
  type Fork,
  type Matter,
  type Moment,
  nothingToSee,
  type Objection,
  type Procedure,
} from './procedure.ts'

export const HOTLINE_STATUSES = ['booked', 'claimed', 'answered', 'unreachable', 'cancelled'] as const
export type HotlineStatus = (typeof HOTLINE_STATUSES)[number]
export type HotlineAction =
  | 'reschedule'
  | 'cancel'
  | 'claim'
  | 'release'
  | 'move_on'
  | 'pass_on'
  | 'call_late'
  | 'record_missed'
  | 'record_answer'
  | 'refer'
  | 'hand_on'
  | 'report_danger'
  | 'acknowledge_danger'

export const CHANNELS = ['call_back', 'video', 'visit'] as const
export type Channel = (typeof CHANNELS)[number]

/** Whom a booking is for. */
export const RELATIONS = [
  'self',
  'parent',
  'child',
  'spouse',
  'relative',
  'neighbour',
  'worker',
  'other',
] as const
export type Relation = (typeof RELATIONS)[number]

export const ACCESS_NEEDS = ['none', 'hearing', 'sight', 'speech', 'mobility', 'read_aloud'] as const
export type AccessNeed = (typeof ACCESS_NEEDS)[number]

/**
 * An operator is already preparing in the last minutes: then only the telephone helps. Whoever answers there may
 * still change it, and whoever was called in vain may choose another time.
 */
const tooLate: Objection = ({ appointment, applicantId, attempts }, moment, { accountId }) =>
  accountId === applicantId &&
  attempts === 0 &&
  appointment &&
  moment.now < appointment.endsAt &&
  minutesBetween(moment.now, appointment.startsAt) < moment.changeBeforeMinutes
    ? `离约定时间不到 ${moment.changeBeforeMinutes} 分钟，网上不能再改。请直接拨打 12348 说明`
    : null

/**
 * Whoever booked a visit or hour of an adviser has that adviser from the start, until it goes to the hotline; whoever
 * is at the line or the window now (`live`) has an operator.
 */
const isWithAdviser = (past: readonly Deed[]) =>
  past[0]?.to === 'claimed' && !past[0].facts.live && !past.some(({ action }) => GIVEN_UP.includes(action))
const GIVEN_UP = ['release', 'move_on', 'pass_on']

const notWithAdviser: Objection = ({ past }) => (isWithAdviser(past) ? null : '已经由热线办理')

/** As long after the appointment an adviser may still write down what came of it; then the hotline takes it. */
const RESULT_MINUTES = 120

const stillTime: Objection = ({ appointment, past }, { now }) => {
  if (!isWithAdviser(past)) return '已经由热线办理'
  return appointment && now >= addMinutes(appointment.endsAt, RESULT_MINUTES) ? null : '还没有到时间'
}

/** From when on the call is awaited: the hour that was agreed, or the one promised after a call in vain. */
const awaitedFrom = ({ appointment, retryAt }: Matter, { now }: Moment): Instant =>
  [appointment?.startsAt ?? '', retryAt ?? ''].sort().at(-1) || now

/** Since when somebody is awaited, and what has happened since: whoever takes it has as long again. */
function awaitedSince(matter: Matter, moment: Moment): { at: Instant; past: readonly Deed[] } {
  const { past, status } = matter
  const at = awaitedFrom(matter, moment)
  const claimed = past.findLastIndex(({ action }) => action === 'claim')
  const claim = past[claimed]
  if (status === 'claimed' && claim && claim.at > at) return { at: claim.at, past: past.slice(claimed) }
  return { at, past: past.filter((deed) => deed.at >= at) }
}

/** Said once for each hour that was promised, and once for each claim after it. */
const notLate: Objection = (matter, moment) => {
  const { past, appointment, retryAt } = matter
  if (isWithAdviser(past)) return '由法律顾问办理'
  if (!appointment && !retryAt) return '没有约定时间'
  const since = awaitedSince(matter, moment)
  if (since.past.some(({ action }) => action === 'call_late')) return '已经提醒过'
  return moment.now < addMinutes(since.at, moment.lateCallMinutes) ? '还没有到时间' : null
}

/** Nobody misses a call before its hour, nor the next one before it is promised (HL-8). */
const tooSoon: Objection = (matter, moment) => {
  const { now } = moment
  const from = awaitedFrom(matter, moment)
  return now < from ? `还没到联系的时间，${spokenDay(dayOf(from))}${spokenTime(from)}以后打不通才能记` : null
}

/** The call ladder: back to the desk until the last attempt was in vain, too (HL-8). */
const missed: Fork<HotlineStatus> = {
  when: ({ attempts }, { missedCallAttempts }) => attempts + 1 >= missedCallAttempts,
  to: 'unreachable',
  otherwise: 'booked',
}

/** A booking is a promise (HL-8): we call in the hours that were agreed. */
export const hotline: Procedure<HotlineStatus, HotlineAction> = {
  kind: 'hotline',
  start: 'booked',
  // In this order the steps are offered: what the call is for comes first.
  flow: {
    booked: {
      claim: 'claimed',
      // Whoever called in vain may call again without claiming; meanwhile everybody else may claim.
      record_answer: 'answered',
      record_missed: missed,
      reschedule: 'booked',
      cancel: 'cancelled',
      move_on: 'booked',
      pass_on: 'booked',
      call_late: 'booked',
      report_danger: 'booked',
      acknowledge_danger: 'booked',
    },
    claimed: {
      record_answer: 'answered',
      record_missed: missed,
      refer: 'claimed',
      hand_on: 'claimed',
      release: 'booked',
      move_on: 'booked',
      pass_on: 'booked',
      // Whoever may be talking goes on; a head can give it back to the group.
      call_late: 'claimed',
      reschedule: 'booked',
      cancel: 'cancelled',
      report_danger: 'claimed',
      acknowledge_danger: 'claimed',
    },
    answered: {
      refer: 'answered',
      hand_on: 'answered',
      report_danger: 'answered',
      acknowledge_danger: 'answered',
    },
    unreachable: { report_danger: 'unreachable', acknowledge_danger: 'unreachable' },
    cancelled: { report_danger: 'cancelled', acknowledge_danger: 'cancelled' },
  },
  takenBy: {
    reschedule: ['applicant', 'handler', 'hotline_operator', 'hotline_head'],
    cancel: ['applicant', 'handler', 'hotline_operator', 'hotline_head'],
    claim: ['hotline_operator', 'hotline_head', 'duty_lawyer'],
    release: ['handler', 'hotline_head'],
    move_on: ['clock'],
    // The adviser serves no more, or does not come.
    pass_on: ['clock'],
    call_late: ['clock'],
    record_missed: ['handler'],
    record_answer: ['handler'],
    refer: ['handler'],
    hand_on: ['handler'],
    report_danger: ['hotline_operator', 'hotline_head', 'duty_lawyer'],
    acknowledge_danger: ['hotline_head'],
  },
  readBy: ['hotline_operator', 'hotline_head', 'duty_lawyer'],
  // Whoever booked a visit or remote hour of the adviser of the village.
  handledBy: ['village_adviser'],
  byItself: { move_on: 'call', call_late: 'call' },
  clocks: {
    call: { rule: 'HL-8', runs: ['booked', 'claimed'], ends: ['cancelled'] },
  },
  ratedIn: ['answered', 'unreachable'],
  unless: {
    reschedule: tooLate,
    cancel: tooLate,
    move_on: stillTime,
    pass_on: notWithAdviser,
    call_late: notLate,
    record_missed: tooSoon,
    acknowledge_danger: nothingToSee,
  },
}
