import { dayOf, type Instant, spokenDay, timeOf } from '#domain/day'

type Span = { startsAt: Instant; endsAt: Instant }

/** 9:30 */
export const clock = (at: Instant): string => timeOf(at).replace(/^0/, '')

/** 9:30 – 10:00, never broken over two lines. */
export const span = ({ startsAt, endsAt }: Span): string => `${clock(startsAt)}\u00a0–\u00a0${clock(endsAt)}`

/** 11月24日 周二 9:30 – 10:00 */
export const spanWords = (one: Span): string => `${spokenDay(dayOf(one.startsAt))} ${span(one)}`

/** 11月24日 9:30 */
export const momentWords = (at: Instant): string => `${spokenDay(dayOf(at)).split(' ')[0]} ${clock(at)}`
