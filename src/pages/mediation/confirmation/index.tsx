import { useState } from 'react'

import { Empty } from '#components/Await'
import { Card } from '#components/Card'
import { Notice } from '#components/Notice'
import { Heading, Title } from '#components/Title'
import { Box } from '#components/tags'
import type { Case } from '#contract/case'
import type { MediationOwn } from '#contract/mediation'
import { spokenDay } from '#domain/day'
import { Fact } from '../Facts.tsx'
import { PartyScreen, stepIn } from '../PartyScreen.tsx'
import { ReadTick } from '../ReadTick.tsx'
import { CONFIRMATION } from '../words.ts'

/** Thirty days, both together, without charge; or why not (JC-1 to JC-10). */
export default function ConfirmationPage() {
  return (
    <PartyScreen title={CONFIRMATION.title}>
      {(one, own) =>
        own.confirmation ? (
          <Shown one={one} confirmation={own.confirmation} />
        ) : (
          <Empty title={CONFIRMATION.none} />
        )
      }
    </PartyScreen>
  )
}

type Confirmation = NonNullable<MediationOwn['confirmation']>

const TICK = { tick: CONFIRMATION.tick, missing: CONFIRMATION.missing, go: CONFIRMATION.go }

function Shown({ one, confirmation }: { one: Case; confirmation: Confirmation }) {
  const { blocks, facts, result } = confirmation
  const [ready, setReady] = useState(false)
  const open = blocks.length === 0
  return (
    <Box>
      <Title hint={CONFIRMATION.hint}>{CONFIRMATION.ask}</Title>
      <Box>{ready && <Notice tone="ok" title={CONFIRMATION.ready} news />}</Box>
      {open ? <Left confirmation={confirmation} /> : <Blocked confirmation={confirmation} />}
      <Box>{result && <Result result={result} />}</Box>
      <Box>{open && <Know facts={facts} />}</Box>
      {open && stepIn(one, 'issue_pack') && (
        <Box as="section">
          <Heading>{CONFIRMATION.pack}</Heading>
          <Box>{CONFIRMATION.packText}</Box>
          <ReadTick
            one={one}
            action="issue_pack"
            name="together"
            words={TICK}
            onDone={() => setReady(true)}
          />
        </Box>
      )}
    </Box>
  )
}

const Left = ({ confirmation: { remainingDays, lastOn } }: { confirmation: Confirmation }) => (
  <Card>
    <Box className="remaining">
      <Box className={remainingDays < 0 ? 'remaining__days remaining__days--over' : 'remaining__days'} silent>
        {Math.max(0, remainingDays)}天
      </Box>
      <Box className="remaining__words">
        <Box className="fact__text">
          {remainingDays < 0 ? CONFIRMATION.over : CONFIRMATION.left(remainingDays)}
        </Box>
        <Box>{CONFIRMATION.last(spokenDay(lastOn))}</Box>
      </Box>
    </Box>
  </Card>
)

const Blocked = ({ confirmation: { blocks } }: { confirmation: Confirmation }) => (
  <Box>
    {blocks.map(({ text, law }) => (
      <Notice key={text} tone="warn" title={CONFIRMATION.cannot}>{`${text}（${law}）`}</Notice>
    ))}
  </Box>
)

const Result = ({ result }: { result: NonNullable<Confirmation['result']> }) => (
  <Box as="section">
    <Heading>{CONFIRMATION.result}</Heading>
    <Card>
      <Fact label={`${result.court} · ${spokenDay(result.on)}`}>
        {[result.outcomeText, result.number, result.settled ? null : CONFIRMATION.unsettled]
          .filter(Boolean)
          .join(' ')}
      </Fact>
    </Card>
  </Box>
)

const Know = ({ facts }: { facts: Confirmation['facts'] }) => (
  <Box as="section">
    <Heading>{CONFIRMATION.know}</Heading>
    <Card>
      {facts.map(({ text, law }) => (
        <Fact key={text} label={law} plain>
          {text}
        </Fact>
      ))}
    </Card>
  </Box>
)
