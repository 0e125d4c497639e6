import { Box } from '#components/tags'
import type { CaseClock } from '#contract/case'
import { dayOf, spokenDay, timeOf } from '#domain/day'
import { CASE_WORDS, CLOCK_STATE } from './words.ts'

const day = (text: string) => spokenDay(text)

const dueWords = ({ dueAt, dueLegalOn }: CaseClock) =>
  dueAt ? `${day(dayOf(dueAt))} ${timeOf(dueAt)} 前` : `最晚 ${day(dueLegalOn)}`

const left = ({ state, remainingDays }: CaseClock) =>
  CLOCK_STATE[state] || (remainingDays > 0 ? `${remainingDays} 天` : '今天')

/** A limit as both sides see it: how long, until when, by which law or promise. */
export const Clock = ({ clock }: { clock: CaseClock }) => (
  <Box className="clock">
    <Box className={`clock__left clock__left--${clock.state}`}>{left(clock)}</Box>
    <Box className="clock__words">
      <Box className="clock__due">{dueWords(clock)}</Box>
      <Box className="clock__text">{clock.text}</Box>
      {clock.law && <Box className="clock__text">{clock.law}</Box>}
      {clock.provisional && <Box className="clock__text">{CASE_WORDS.provisional}</Box>}
    </Box>
  </Box>
)
