import { dayOf, daysBetween, type Instant, spokenDay, spokenTime } from '#domain/day'

const NEAR = ['今天', '明天', '后天']

/** 明天上午9:30, 11月27日 周五下午2:30 */
export const spokenWhen = (at: Instant, now: Instant): string =>
  `${NEAR[daysBetween(dayOf(now), dayOf(at))] ?? `${spokenDay(dayOf(at))} `}${spokenTime(at)}`
