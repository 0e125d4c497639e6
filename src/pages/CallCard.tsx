import './CallCard.scss'

import { Icon } from '#components/Icon'
import { Box, Tap } from '#components/tags'
import { callPhone } from '#services/device'
import { LEGAL_LINE } from './help.ts'

type Props = { title: string; hint: string; phone?: string; quiet?: boolean }

/** A telephone that helps, one tap away; the line itself unless another number is given. */
export const CallCard = ({ title, hint, phone = LEGAL_LINE, quiet }: Props) => (
  <Tap
    className={quiet ? 'line-call line-call--quiet' : 'line-call'}
    href={`tel:${phone}`}
    onTap={() => void callPhone(phone)}
  >
    <Box className="line-call__row">
      <Icon name="phone" size="l" />
      <Box className="line-call__words">
        <Box className="line-call__title">{title}</Box>
        <Box className="line-call__hint">{hint}</Box>
      </Box>
    </Box>
  </Tap>
)
