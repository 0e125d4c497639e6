import { useState } from 'react'

import { LinkButton } from '#components/Button'
import { Box, Tap } from '#components/tags'
import type { Day } from '#domain/day'
import { type OneDay, plainDay, shortDay } from './days.ts'
import { dayLeft, laterDays, SLOTS_WORDS, seatsLeft } from './words.ts'

type Props = {
  days: readonly OneDay[]
  today: Day
  chosen: Day | undefined
  elder: boolean
  onChoose: (day: Day) => void
}

const left = ({ free }: OneDay) => (free > 0 ? seatsLeft(free) : SLOTS_WORDS.full)

const AT_ONCE = 5

/** The nearest days, the others behind one tap and none behind a swipe; a full day is said and can be looked at. */
export function DayGrid({ days, today, chosen, elder, onChoose }: Props) {
  const [all, setAll] = useState(false)
  const isAll = all || days.findIndex(({ day }) => day === chosen) >= AT_ONCE
  const shown = isAll ? days : days.slice(0, AT_ONCE)
  return (
    <Box className="day-choice">
      <Grid days={shown} {...{ today, chosen, elder, onChoose }} />
      {shown.length < days.length && (
        <LinkButton onTap={() => setAll(true)}>{laterDays(days.length - shown.length)}</LinkButton>
      )}
    </Box>
  )
}

const Grid = ({ days, today, chosen, elder, onChoose }: Props) => (
  <Box className={elder ? 'days days--list' : 'days'} role="group" label={SLOTS_WORDS.day}>
    {days.map((one) => (
      <Tap
        key={one.day}
        className={`day ${one.day === chosen ? 'day--on' : ''} ${one.free > 0 ? '' : 'day--full'}`}
        chosen={one.day === chosen}
        onTap={() => onChoose(one.day)}
      >
        <Box className="day__name">{shortDay(one.day, today)}</Box>
        <Box className="day__date">{elder ? plainDay(one.day) : dateOf(one.day, today)}</Box>
        <Box className="day__left">
          {elder ? left(one) : one.free > 0 ? dayLeft(one.free) : SLOTS_WORDS.full}
        </Box>
      </Tap>
    ))}
  </Box>
)

/** The month is said only where it changes. */
const dateOf = (day: Day, today: Day) =>
  day.slice(5, 7) === today.slice(5, 7)
    ? String(Number(day.slice(8)))
    : `${Number(day.slice(5, 7))}/${Number(day.slice(8))}`
