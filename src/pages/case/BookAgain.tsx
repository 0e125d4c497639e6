import { Button } from '#components/Button'
import { Muted } from '#components/Title'
import { Box } from '#components/tags'
import type { Case } from '#contract/case'
import { go } from '#services/route'
import { goOnFrom } from '#store/booking'
import { liveAt } from '#store/place'
import { toneOf } from '../status-tone.ts'
import { CASE_WORDS } from './words.ts'

/** Over without an answer, and nothing has come after it. */
const isLeftOpen = (one: Case) =>
  one.kind === 'hotline' && one.closedAt !== null && one.answer === null && !isContinued(one)

/** A call that did not come about can be booked once more, with everything that was written for it. */
export const BookAgain = ({ one }: { one: Case }) => (
  <Box>{one.kind === 'legal_aid' ? <ApplyAgain one={one} /> : <BookOnceMore one={one} />}</Box>
)

/** Withdrawn, or not granted: everything that was said then is carried over (LP-14). */
const ApplyAgain = ({ one }: { one: Case }) =>
  toneOf(one) === 'plain' && !isContinued(one) ? (
    <Box className="book-again">
      <Muted>{CASE_WORDS.applyAgainWhy}</Muted>
      <Button tone="ghost" onTap={() => void go('aidForm', { from: one.id })}>
        {CASE_WORDS.applyAgain}
      </Button>
    </Box>
  ) : null

const isContinued = ({ links }: Case) => links.some(({ rel }) => rel === 'continued_by')

const BookOnceMore = ({ one }: { one: Case }) => {
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
