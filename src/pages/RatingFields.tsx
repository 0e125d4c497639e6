import { Choice } from '#components/Choice'
import { TextField } from '#components/TextField'
import { SCORE_NAME, SCORES } from '#domain/rating-words'
import type { Rating } from './use-rating.ts'

const OPTIONS = SCORES.map((value) => ({ value, text: SCORE_NAME[value] }))

type Props = { rating: Rating; words: { score: string; comment: string }; layout?: 'pair' | 'list' }

/** One mark, and a few words if somebody has them. */
export const RatingFields = ({ rating, words, layout = 'pair' }: Props) => (
  <>
    <Choice
      label={words.score}
      layout={layout}
      options={OPTIONS}
      value={rating.score}
      onChange={rating.setScore}
    />
    <TextField
      kind="long"
      label={words.comment}
      optional
      max={500}
      value={rating.comment}
      onChange={rating.setComment}
    />
  </>
)
