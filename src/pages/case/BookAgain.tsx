import { Button } from '#components/Button'
import { Muted } from '#components/Title'
import { Box } from '#components/tags'
import type { Case } from '#contract/case'
import { go } from '#services/route'
import { goOnFrom } from '#store/booking'
import { liveAt } from '#store/place'
import { CASE_WORDS } from './words.ts'

/** Over without an answer, and nothing has come after it. */
const isLeftOpen = ({ kind, closedAt, answer, links }: Case) =>
  kind === 'hotline' &&
  closedAt !== null &&
  answer === null &&
  !links.some(({ rel }) => rel === 'continued_by')

/** A call that did not come about can be booked once more, with everything that was written for it. */
export const BookAgain = ({ one }: { one: Case }) => {
  const again = () => {
    liveAt({ code: one.regionCode, path: one.regionName })
    goOnFrom(one)
    go('slots')
  }
  return isLeftOpen(one) ? (
    <Box className="book-again">
      <Muted>{CASE_WORDS.bookAgainWhy}</Muted>
      <Button onTap={again}>{CASE_WORDS.bookAgain}</Button>
    </Box>
  ) : null
}
