import { dayOf, daysBetween, type Instant, spokenDay, spokenTime } from '#domain/day'

const NEAR = ['今天', '明天', '后天']

/** 明天上午9:30, 11月27日 周五下午2:30 */
export const spokenWhen = (at: Instant, now: Instant): string =>
  `${NEAR[daysBetween(dayOf(now), dayOf(at))] ?? `${spokenDay(dayOf(at))} `}${spokenTime(at)}`

const PART_OF_DAY = /^\D+/
const partOf = (time: string) => PART_OF_DAY.exec(time)?.[0]

/** 明天下午3:00 到 3:30, 11月27日 周五上午9:00 到 中午12:00 */
export function spokenSpan(
  { startsAt, endsAt }: { startsAt: Instant; endsAt: Instant },
  now: Instant,
): string {
  const end = spokenTime(endsAt)
  const isSamePart = partOf(end) === partOf(spokenTime(startsAt))
  return `${spokenWhen(startsAt, now)} 到 ${isSamePart ? end.replace(PART_OF_DAY, '') : end}`
}
