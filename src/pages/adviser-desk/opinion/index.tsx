import '../adviser-desk.scss'

import { Empty } from '#components/Await'
import { StepScreen } from '../../StepScreen.tsx'
import { ownOf } from '../own-review.ts'
import { OPINION } from '../words.ts'
import { Review } from './Review.tsx'

/** A draft of village rules, clause by clause (VA-10). */
export default function OpinionPage() {
  return (
    <StepScreen title={OPINION.title}>
      {(one) => {
        const own = ownOf(one)
        return own ? (
          <Review key={`${one.id}${one.version}`} one={one} own={own} />
        ) : (
          <Empty title={OPINION.none} />
        )
      }}
    </StepScreen>
  )
}
