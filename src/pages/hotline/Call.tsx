import './Call.scss'

import { Icon } from '#components/Icon'
import { Box, Tap } from '#components/tags'
import { callLegalLine, LEGAL_LINE } from '../help.ts'

/** The line itself is always one tap away. */
export const Call = ({ title, hint }: { title: string; hint: string }) => (
  <Tap className="line-call" href={`tel:${LEGAL_LINE}`} onTap={callLegalLine}>
    <Box className="line-call__row">
      <Icon name="phone" size="l" />
      <Box className="line-call__words">
        <Box className="line-call__title">{title}</Box>
        <Box className="line-call__hint">{hint}</Box>
      </Box>
    </Box>
  </Tap>
)
