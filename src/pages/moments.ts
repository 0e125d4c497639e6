import { dayOf, type Instant, spokenDay, timeOf } from '#domain/day'

export type Span = { startsAt: Instant; endsAt: Instant }

/** 9:30 */
export const clock = (at: Instant): string => timeOf(at).replace(/^0/, '')

/** 9:30 – 10:00 */
export const span = ({ startsAt, endsAt }: Span): string => `${clock(startsAt)} – ${clock(endsAt)}`

/** 11月24日 周二 9:30 – 10:00 */
export const spanWords = (one: Span): string => `${spokenDay(dayOf(one.startsAt))} ${span(one)}`

/** 11月24日 9:30 */
export const momentWords = (at: Instant): string => `${spokenDay(dayOf(at)).split(' ')[0]} ${clock(at)}`
