import { minutesBetween } from './day.ts'
import type { Objection, Procedure } from './procedure.ts'

export type HotlineStatus = 'booked' | 'claimed' | 'answered' | 'unreachable' | 'cancelled'
export type HotlineAction = 'reschedule' | 'cancel' | 'claim' | 'release'

export const HOTLINE_STATUSES = ['booked', 'claimed', 'answered', 'unreachable', 'cancelled'] as const
export const CHANNELS = ['call_back', 'video', 'visit'] as const
export type Channel = (typeof CHANNELS)[number]

/** An operator is already preparing in the last minutes: then only the telephone helps. */
const tooLate: Objection = ({ appointment }, { now, changeBeforeMinutes }) =>
  appointment && minutesBetween(now, appointment.startsAt) < changeBeforeMinutes
    ? `离约定时间不到 ${changeBeforeMinutes} 分钟，网上不能再改。请直接拨打 12348 说明`
    : null

/** A booking is a promise (HL-8): we call in the hours that were agreed. */
export const hotline: Procedure<HotlineStatus, HotlineAction> = {
  kind: 'hotline',
  start: 'booked',
  flow: {
    booked: { reschedule: 'booked', cancel: 'cancelled', claim: 'claimed' },
    claimed: { release: 'booked' },
    answered: {},
    unreachable: {},
    cancelled: {},
  },
  takenBy: {
    reschedule: ['applicant', 'hotline_operator', 'hotline_head'],
    cancel: ['applicant', 'hotline_operator', 'hotline_head'],
    claim: ['hotline_operator', 'hotline_head', 'duty_lawyer'],
    release: ['handler', 'hotline_head'],
  },
  readBy: ['hotline_operator', 'hotline_head', 'duty_lawyer'],
  clocks: {
    call: { rule: 'HL-8', runs: ['booked', 'claimed'], ends: ['cancelled'] },
  },
  unless: { reschedule: tooLate, cancel: tooLate },
}
