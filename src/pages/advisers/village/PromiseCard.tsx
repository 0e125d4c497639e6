import { Card } from '#components/Card'
import { Icon } from '#components/Icon'
import { Box } from '#components/tags'
import type { VillageAnswer } from '#contract/adviser'
import { ADVISER } from '../words.ts'

/** How soon an answer comes, and who is next when it does not. */
export const PromiseCard = ({ answer: { replyHours, thenText, canAsk } }: { answer: VillageAnswer }) =>
  canAsk ? (
    <Card as="section">
      <Box className="coming__label">
        <Icon name="clock" size="s" />
        {ADVISER.promise}
      </Box>
      <Box className="coming__when">{ADVISER.within(replyHours)}</Box>
      {thenText.length > 0 && (
        <Box className="coming__more">
          {ADVISER.thenTo}
          <Box as="ol" className="then">
            {thenText.map((who) => (
              <Box as="li" key={who}>
                {who}
              </Box>
            ))}
          </Box>
        </Box>
      )}
    </Card>
  ) : null
