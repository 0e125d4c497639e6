import { dayOf, type Instant, spokenDay, timeOf } from '#domain/day'

const clock = (at: Instant) => timeOf(at).replace(/^0/, '')

/** 11月24日 周二 9:30 – 10:00 */
export const spanWords = ({ startsAt, endsAt }: { startsAt: Instant; endsAt: Instant }): string =>
  `${spokenDay(dayOf(startsAt))} ${clock(startsAt)} – ${clock(endsAt)}`

/** 11月24日 9:30 */
export const momentWords = (at: Instant): string => `${spokenDay(dayOf(at)).split(' ')[0]} ${clock(at)}`
