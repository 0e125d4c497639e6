import { Icon } from '#components/Icon'
import { Box, Tap } from '#components/tags'
import { callLegalLine } from '../help.ts'

/** The shortest way: one tap and a person answers. */
export const CallCard = ({ title, line }: { title: string; line: string }) => (
  <Tap className="call" href="tel:12348" onTap={callLegalLine}>
    <Box className="call__row">
      <Icon name="phone" size="l" />
      <Box className="call__words">
        <Box className="call__title">{title}</Box>
        <Box className="call__line">{line}</Box>
      </Box>
    </Box>
  </Tap>
)
