import { Box } from '#components/tags'
import type { Case, CaseClock } from '#contract/case'
import { dayOf, spokenDay, timeOf } from '#domain/day'
import { When } from '../When.tsx'
import { CASE_WORDS, CLOCK_STATE } from './words.ts'

/** The limit of an appointment is the appointment itself. */
export const isOf = ({ dueAt }: CaseClock, appointment: Case['appointment']): boolean =>
  dueAt !== null && dueAt === appointment?.endsAt

const dueWords = ({ dueAt, dueLegalOn }: CaseClock) =>
  dueAt ? `${spokenDay(dayOf(dueAt))} ${timeOf(dueAt)} 前` : `最晚 ${spokenDay(dueLegalOn)}`

const NEAR = ['今天', '明天']

const left = ({ state, remainingDays }: CaseClock) =>
  CLOCK_STATE[state] || (NEAR[remainingDays] ?? `${remainingDays} 天`)

/** A limit as both sides see it: how long, until when, by which law or promise. */
export const Clock = ({ clock, appointment }: { clock: CaseClock; appointment: Case['appointment'] }) => (
  <Box className="clock">
    <Box className={`clock__left clock__left--${clock.state}`}>{left(clock)}</Box>
    <Box className="clock__words">
      <Box className="clock__due">
        {appointment && isOf(clock, appointment) ? <When at={appointment} /> : dueWords(clock)}
      </Box>
      <Box className="clock__text">{clock.text}</Box>
      {clock.law && <Box className="clock__text">{clock.law}</Box>}
      {clock.provisional && <Box className="clock__text">{CASE_WORDS.provisional}</Box>}
    </Box>
  </Box>
)
