import './calls.scss'

import { useState } from 'react'

import { Await, Empty } from '#components/Await'
import { Button, LinkButton } from '#components/Button'
import { Card } from '#components/Card'
import { Notice } from '#components/Notice'
import { Muted, Title } from '#components/Title'
import { Box } from '#components/tags'
import type { CallLine } from '#contract/notice'
import type { Instant } from '#domain/day'
import { askAbout } from '#services/about'
import { readCalls, revealCallNumber, tellCall } from '#services/desk'
import { callPhone } from '#services/device'
import { callLegalLine } from '../../help.ts'
import { Screen } from '../../Screen.tsx'
import { explain, useLoaded, useSeenAgain } from '../../use-loaded.ts'
import { spokenWhen } from '../../when.ts'
import { CALLS_WORDS } from './words.ts'

const load = async () => {
  const [{ now }, lines] = await Promise.all([askAbout(), readCalls()])
  return { now, lines }
}

/** People whom nothing else reaches: what to tell them, and whether they were told. */
export default function Calls() {
  const { loaded, reload } = useLoaded(load, [])
  useSeenAgain(reload)
  return (
    <Screen title={CALLS_WORDS.title} wide>
      <Title hint={CALLS_WORDS.hint}>{CALLS_WORDS.title}</Title>
      <Await loaded={loaded} onRetry={reload} onCall={callLegalLine}>
        {({ now, lines }) =>
          lines.length === 0 ? (
            <Empty title={CALLS_WORDS.none}>{CALLS_WORDS.noneText}</Empty>
          ) : (
            <Box>
              <Muted>{CALLS_WORDS.seen}</Muted>
              <Box as="ul" className="calls">
                {lines.map((line) => (
                  <Line key={line.id} line={line} now={now} onTold={reload} />
                ))}
              </Box>
            </Box>
          )
        }
      </Await>
    </Screen>
  )
}

type LineProps = { line: CallLine; now: Instant; onTold: () => void }

function Line({ line, now, onTold }: LineProps) {
  const [number, setNumber] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const fail = (error: unknown) => setTrouble(explain(error).words)
  const show = () => void revealCallNumber(line.id).then(setNumber, fail)
  const tell = (reached: boolean) => void tellCall(line.id, reached).then(onTold, fail)
  return (
    <Card as="li">
      <Box className="calls__who">{[line.name, number ?? line.phone].filter(Boolean).join(' · ')}</Box>
      <Box className="calls__more">{moreOf(line, now)}</Box>
      <Box className="calls__say">{`${CALLS_WORDS.say}：${line.text}`}</Box>
      {number ? (
        <LinkButton href={`tel:${number}`} onTap={() => void callPhone(number)}>
          {CALLS_WORDS.dial}
        </LinkButton>
      ) : (
        <LinkButton label={`${CALLS_WORDS.show} ${line.number ?? ''}`} onTap={show}>
          {CALLS_WORDS.show}
        </LinkButton>
      )}
      <Box className="calls__acts">
        <Button tone="ghost" onTap={() => tell(true)}>
          {CALLS_WORDS.reached}
        </Button>
        <Button tone="quiet" onTap={() => tell(false)}>
          {CALLS_WORDS.missed}
        </Button>
      </Box>
      <Box live="polite">{trouble && <Notice tone="warn">{trouble}</Notice>}</Box>
    </Card>
  )
}

const moreOf = ({ number, until, tries }: CallLine, now: Instant) =>
  [number, until && CALLS_WORDS.until(spokenWhen(until, now)), tries > 0 && CALLS_WORDS.tries(tries)]
    .filter(Boolean)
    .join(' · ')
