import { Icon } from '#components/Icon'
import { Box, Tap } from '#components/tags'
import { monthAfter } from './month.ts'
import { VISITS } from './words.ts'

type Props = { month: string; onMonth: (month: string) => void }

export const MonthSwitch = ({ month, onMonth }: Props) => (
  <Box className="month-switch">
    <Tap className="month-switch__step" label={VISITS.previous} onTap={() => onMonth(monthAfter(month, -1))}>
      <Icon name="back" />
    </Tap>
    <Box className="month-switch__name" live="polite">
      {VISITS.month(month)}
    </Box>
    <Tap className="month-switch__step" label={VISITS.next} onTap={() => onMonth(monthAfter(month, 1))}>
      <Icon name="next" />
    </Tap>
  </Box>
)
