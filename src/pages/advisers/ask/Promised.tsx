import { Card } from '#components/Card'
import { Icon } from '#components/Icon'
import { Box } from '#components/tags'
import type { Addressed } from '../load.ts'
import { ASK } from '../words.ts'

/** Who will answer, until when, and who else reads it: before a word is written. */
export const Promised = ({ answer, who }: Addressed) => (
  <Box className="promised">
    <Card>
      <Box className="coming__when">{ASK.who(who)}</Box>
      <Box>{answer.promiseText}</Box>
      <Box className="promised__private">
        <Icon name="shield" size="s" />
        <Box className="promised__words">{ASK.private}</Box>
      </Box>
    </Card>
  </Box>
)
