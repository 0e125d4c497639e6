import { Button } from '#components/Button'
import { Card } from '#components/Card'
import { Notice } from '#components/Notice'
import { Heading, Muted } from '#components/Title'
import { Box } from '#components/tags'
import type { Case } from '#contract/case'
import { spokenDay } from '#domain/day'
import { SCORE_NAME, type Score } from '#domain/rating-words'
import { sendRating } from '#services/rating'
import { keepCase } from '#store/cases'
import { RatingFields } from '../RatingFields.tsx'
import { useRating } from '../use-rating.ts'
import { OUTCOME_WORDS } from './outcome-words.ts'

const nameOf = (score: number) => SCORE_NAME[String(score) as Score] ?? String(score)

/** Offered by the server, once; afterwards what was said. */
export const Rate = ({ one }: { one: Case }) => (
  <Box as="section">
    <Heading>{OUTCOME_WORDS.rate}</Heading>
    {one.rating ? (
      <Notice tone="ok" title={OUTCOME_WORDS.rated(nameOf(one.rating.score))} news>
        {one.rating.comment ?? OUTCOME_WORDS.thanks}
      </Notice>
    ) : (
      <Ask one={one} />
    )}
  </Box>
)

function Ask({ one }: { one: Case }) {
  const rating = useRating((given) => sendRating(one.id, given), keepCase)
  const { score, trouble, busy, send } = rating
  return (
    <Card>
      <Muted>{OUTCOME_WORDS.rateHint(spokenDay(one.rateUntil ?? ''))}</Muted>
      <RatingFields words={OUTCOME_WORDS} rating={rating} />
      <Box>
        {trouble && (
          <Notice tone="warn" news>
            {trouble}
          </Notice>
        )}
      </Box>
      <Button tone="ghost" busy={busy} disabled={!score} onTap={send}>
        {score ? OUTCOME_WORDS.rateGo : OUTCOME_WORDS.rateFirst}
      </Button>
    </Card>
  )
}
