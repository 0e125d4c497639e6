import dayjs from 'dayjs'

/** A calendar day in Shanghai, `YYYY-MM-DD`. */
export type Day = string

/** A moment in Shanghai time to the second, `YYYY-MM-DDTHH:mm:ss+08:00`: sorts as text, shows its local day (CLK-8). */
export type Instant = string

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Milliseconds since 1970. Other ways of writing a moment in ISO 8601 are understood too, more slowly. */
export const toEpoch = (at: Instant): number =>
  at.length === 25 && at.endsWith('+08:00')
    ? ordinal(dayOf(at)) * DAY + secondsOf(at) * 1000 - 8 * HOUR
    : dayjs(at).valueOf()

/** Since midnight. */
const secondsOf = (at: Instant) =>
  Number(at.slice(11, 13)) * 3600 + Number(at.slice(14, 16)) * 60 + Number(at.slice(17, 19))

/** Whole seconds; the rest is cut off. */
export const fromEpoch = (ms: number): Instant =>
  `${dayjs(ms + 8 * HOUR)
    .toISOString()
    .slice(0, 19)}+08:00`

/** Days of 400 years, and from 0000-03-01 to 1970-01-01. */
const ERA = 146_097
const BEFORE_1970 = 719_468

/** Days since 1970-01-01, a Thursday. Every clock asks for it, so it is reckoned here: years that begin in March. */
function ordinal(day: Day): number {
  const month = Number(day.slice(5, 7))
  const year = Number(day.slice(0, 4)) - (month <= 2 ? 1 : 0)
  const ofEra = year - Math.floor(year / 400) * 400
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + Number(day.slice(8, 10)) - 1
  const days = ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear
  return Math.floor(year / 400) * ERA + days - BEFORE_1970
}

const fromOrdinal = (days: number): Day =>
  dayjs(days * DAY)
    .toISOString()
    .slice(0, 10)

export const dayOf = (at: Instant): Day => at.slice(0, 10)

/** `HH:mm` */
export const timeOf = (at: Instant): string => at.slice(11, 16)

/** `instant('2026-11-24', '09:30')` */
export const instant = (day: Day, time: string): Instant => `${day}T${time}:00+08:00`

export const addDays = (day: Day, days: number): Day => fromOrdinal(ordinal(day) + days)

/** Calendar days from `a` to `b`, negative when `b` is earlier. */
export const daysBetween = (a: Day, b: Day): number => ordinal(b) - ordinal(a)

/** 1 is Monday, 7 is Sunday. */
export const weekday = (day: Day): number => ((((ordinal(day) + 3) % 7) + 7) % 7) + 1

const isLeap = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** `month` from 0; no such month has no days. */
const monthLength = (year: number, month: number) =>
  (MONTH_LENGTHS[month] ?? 0) + (month === 1 && isLeap(year) ? 1 : 0)

const pad = (number: number, width: number) => String(number).padStart(width, '0')

/** The day of the same number, or the last day of a month that has none (CLK-3, 民法典 第二百零二条). */
export function addMonths(day: Day, months: number): Day {
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
  const year = Math.floor(count / 12)
  const month = count - year * 12
  const date = Math.min(Number(day.slice(8)), monthLength(year, month))
  return `${pad(year, 4)}-${pad(month + 1, 2)}-${pad(date, 2)}`
}

export const addMinutes = (at: Instant, minutes: number): Instant => fromEpoch(toEpoch(at) + minutes * MINUTE)

export const addHours = (at: Instant, hours: number): Instant => addMinutes(at, hours * 60)

/** Full minutes from `a` to `b`, rounded down; negative when `b` is earlier. */
export const minutesBetween = (a: Instant, b: Instant): number =>
  Math.floor((toEpoch(b) - toEpoch(a)) / MINUTE)

/** A day that exists: 2026-02-29 does not. */
export function isDay(text: string): boolean {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []
  return Number(date) >= 1 && Number(date) <= monthLength(Number(year), Number(month) - 1)
}

export const isInstant = (text: string): boolean =>
  isDay(text.slice(0, 10)) && /^T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\+08:00$/.test(text.slice(10))

/** 2026年11月24日, as papers write it. */
export const writtenDay = (day: Day): string =>
  `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`

/** 11月24日 周二 */
export const spokenDay = (day: Day): string =>
  `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日 周${'一二三四五六日'[weekday(day) - 1]}`

const PARTS_OF_DAY: readonly (readonly [before: number, name: string])[] = [
  [6, '凌晨'],
  [12, '上午'],
  [13, '中午'],
  [18, '下午'],
  [24, '晚上'],
]

/** 上午9:30, 中午12:00, 下午2:30 */
export function spokenTime(at: Instant): string {
  const hour = Number(at.slice(11, 13))
  const part = PARTS_OF_DAY.find(([before]) => hour < before)?.[1] ?? ''
  return `${part}${hour > 12 ? hour - 12 : hour}:${at.slice(14, 16)}`
}
