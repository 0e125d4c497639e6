import './When.scss'

import { Words } from '#components/tags'
import { dayOf, spokenDay } from '#domain/day'
import { type Span, span } from './moments.ts'

/** Day and hours of an appointment; the hours are never broken over two lines. */
export const When = ({ at }: { at: Span }) => (
  <>
    <Words>{`${spokenDay(dayOf(at.startsAt))} `}</Words>
    <Words className="hours">{span(at)}</Words>
  </>
)
