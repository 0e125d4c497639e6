import { Row, Rows } from '#components/Card'
import { Heading, Title } from '#components/Title'
import { Box } from '#components/tags'
import type { Adviser, VillageAnswer } from '#contract/adviser'
import { go } from '#services/route'
import { CallCard } from '../../CallCard.tsx'
import { LEGAL_LINE } from '../../help.ts'
import type { Shown } from '../load.ts'
import { ADVISER, LINE } from '../words.ts'
import { Details } from './Details.tsx'
import { Away, Why } from './ForMost.tsx'
import { NextVisit, Remote } from './NextVisit.tsx'
import { PromiseCard } from './PromiseCard.tsx'
import { VillageLine } from './VillageLine.tsx'
import { Who } from './Who.tsx'

/** Telephone first, one column, large steps (AC-1 to AC-9). */
export const ForElders = ({ now, answer, adviser }: Shown) => (
  <Box className="adviser">
    {answer && <Title>{ADVISER.of(answer.village.name)}</Title>}
    <Calls answer={answer} adviser={adviser} />
    <Who answer={answer} adviser={adviser} />
    <Why answer={answer} />
    <Away answer={answer} adviser={adviser} />
    {answer && <OtherWays answer={answer} adviser={adviser} />}
    {adviser && <NextVisit adviser={adviser} now={now} />}
    {adviser && <Remote adviser={adviser} />}
    {answer && <PromiseCard answer={answer} />}
    {adviser && <Heading>{ADVISER.details}</Heading>}
    <Details answer={answer} adviser={adviser} />
    {answer && <VillageLine village={answer.village} />}
  </Box>
)

const numberOf = ({ answer, adviser }: Pick<Shown, 'answer' | 'adviser'>) =>
  adviser?.phone ?? answer?.phone ?? LEGAL_LINE

/** The person's own number, and always the line. */
const Calls = (shown: Pick<Shown, 'answer' | 'adviser'>) => {
  const phone = numberOf(shown)
  const name = shown.adviser?.name
  return (
    <Box className="calls">
      {phone !== LEGAL_LINE && name && (
        <CallCard phone={phone} title={ADVISER.callName(name)} hint={ADVISER.callHint} />
      )}
      <CallCard quiet={phone !== LEGAL_LINE} title={LINE.call} hint={LINE.hint} />
    </Box>
  )
}

const OtherWays = ({ answer, adviser }: { answer: VillageAnswer; adviser: Adviser | null }) => (
  <Box className="big-rows">
    <Rows>
      {answer.canAsk && (
        <Row title={ADVISER.askElder} onTap={() => go('ask', { village: answer.village.code })} />
      )}
      {adviser?.deskId && (
        <Row
          title={ADVISER.bookElder}
          onTap={() => go('adviserSlots', { id: adviser.id, village: answer.village.code })}
        />
      )}
    </Rows>
  </Box>
)
