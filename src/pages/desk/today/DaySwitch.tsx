import { LinkButton } from '#components/Button'
import { Icon } from '#components/Icon'
import { Box, Tap } from '#components/tags'
import { addDays, type Day, daysBetween, spokenDay } from '#domain/day'
import { TODAY_WORDS } from './words.ts'

type Props = { day: Day; today: Day; onDay: (day: Day | null) => void }

const NEAR: Readonly<Record<string, string>> = {
  '-1': TODAY_WORDS.yesterday,
  '0': TODAY_WORDS.today,
  '1': TODAY_WORDS.tomorrow,
}

/** Day by day; today moves along with the clock. */
export function DaySwitch({ day, today, onDay }: Props) {
  const go = (days: number) => {
    const next = addDays(day, days)
    onDay(next === today ? null : next)
  }
  return (
    <Box className="day-switch">
      <Tap className="day-switch__step" label={TODAY_WORDS.before} onTap={() => go(-1)}>
        <Icon name="back" />
      </Tap>
      <Box className="day-switch__day" live="polite">
        {[NEAR[String(daysBetween(today, day))], spokenDay(day)].filter(Boolean).join(' · ')}
      </Box>
      <Tap className="day-switch__step" label={TODAY_WORDS.after} onTap={() => go(1)}>
        <Icon name="next" />
      </Tap>
      {day !== today && <LinkButton onTap={() => onDay(null)}>{TODAY_WORDS.backToToday}</LinkButton>}
    </Box>
  )
}
