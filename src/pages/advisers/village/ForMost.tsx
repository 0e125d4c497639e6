import { Notice } from '#components/Notice'
import { Heading } from '#components/Title'
import { Box } from '#components/tags'
import { spokenDay } from '#domain/day'
import { CallCard } from '../../CallCard.tsx'
import { LEGAL_LINE } from '../../help.ts'
import type { Shown } from '../load.ts'
import { ADVISER, LINE } from '../words.ts'
import { Details } from './Details.tsx'
import { NextVisit, Remote } from './NextVisit.tsx'
import { PromiseCard } from './PromiseCard.tsx'
import { VillageLine } from './VillageLine.tsx'
import { Who } from './Who.tsx'

export const ForMost = ({ now, answer, adviser }: Shown) => (
  <Box className="adviser">
    {answer && <VillageLine village={answer.village} />}
    <Who answer={answer} adviser={adviser} />
    <Why answer={answer} />
    <Away answer={answer} adviser={adviser} />
    {adviser?.phone && <OwnPhone name={adviser.name} phone={adviser.phone} />}
    {adviser && <NextVisit adviser={adviser} now={now} />}
    {adviser && <Remote adviser={adviser} />}
    {answer && <PromiseCard answer={answer} />}
    {adviser && <Heading>{ADVISER.details}</Heading>}
    <Details answer={answer} adviser={adviser} />
    <Box className="adviser__line">
      {answer?.phone !== LEGAL_LINE && <CallCard quiet title={LINE.call} hint={LINE.hint} />}
    </Box>
  </Box>
)

/** The work number as it hangs in the village (VA-5); the line stands at the bottom. */
const OwnPhone = ({ name, phone }: { name: string; phone: string }) => (
  <Box className="calls">
    <CallCard quiet phone={phone} title={ADVISER.callName(name)} hint={ADVISER.callNumber(phone)} />
  </Box>
)

/** Somebody else than the adviser of the village answers: that is said, and why. */
export const Why = ({ answer }: Pick<Shown, 'answer'>) => (
  <Box>
    {answer && answer.answeredBy !== 'adviser' && (
      <Notice title={ADVISER.nowBy(answer.answeredByText)}>{answer.why}</Notice>
    )}
  </Box>
)

/** Absent on leave, when the page is about one person and not about a village. */
export const Away = ({ adviser, answer }: Pick<Shown, 'adviser' | 'answer'>) => (
  <Box>
    {!answer && adviser?.awayUntil && (
      <Notice tone="warn">{ADVISER.away(spokenDay(adviser.awayUntil))}</Notice>
    )}
  </Box>
)
