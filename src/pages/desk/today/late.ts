import { type Instant, minutesBetween } from '#domain/day'
import { TODAY_WORDS } from './words.ts'

/** How late, in the largest unit that fits. */
export function lateWords(dueAt: Instant | null, now: Instant): string {
  const minutes = dueAt ? minutesBetween(dueAt, now) : 0
  if (minutes < 1) return TODAY_WORDS.overdue
  if (minutes < 60) return TODAY_WORDS.minutes(minutes)
  if (minutes < 24 * 60) return TODAY_WORDS.hours(Math.floor(minutes / 60))
  return TODAY_WORDS.days(Math.floor(minutes / 60 / 24))
}
