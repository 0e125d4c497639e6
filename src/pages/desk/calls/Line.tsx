import { useState } from 'react'

import { Button, LinkButton } from '#components/Button'
import { Card } from '#components/Card'
import { Notice } from '#components/Notice'
import { Box } from '#components/tags'
import type { CallLine } from '#contract/notice'
import type { Instant } from '#domain/day'
import { revealCallNumber, tellCall } from '#services/desk'
import { callPhone } from '#services/device'
import { go } from '#services/route'
import { explain } from '../../use-loaded.ts'
import { spokenWhen } from '../../when.ts'
import { HeldSeat } from './HeldSeat.tsx'
import { CALLS_WORDS } from './words.ts'

type Props = { line: CallLine; now: Instant; onTold: () => void }

/** What the person asked of whoever calls stands above the number: a call must bring nobody into danger. */
export function Line({ line, now, onTold }: Props) {
  const [number, setNumber] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const fail = (error: unknown) => setTrouble(explain(error).words)
  const show = () => void revealCallNumber(line.id).then(setNumber, fail)
  const tell = (reached: boolean) => void tellCall(line.id, reached).then(onTold, fail)
  const { caseId } = line
  return (
    <Card as="li">
      <Wishes line={line} />
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
      <Box>{line.offer && <HeldSeat id={line.id} offer={line.offer} now={now} onTaken={onTold} />}</Box>
      <Box className="calls__acts">
        <Button tone="ghost" onTap={() => tell(true)}>
          {CALLS_WORDS.reached}
        </Button>
        <Button tone="quiet" onTap={() => tell(false)}>
          {CALLS_WORDS.missed}
        </Button>
      </Box>
      <Box>
        {caseId && (
          <LinkButton
            label={`${CALLS_WORDS.open} ${line.number ?? ''}`}
            onTap={() => void go('case', { id: caseId, view: 'desk' })}
          >
            {CALLS_WORDS.open}
          </LinkButton>
        )}
      </Box>
      <Box live="polite">{trouble && <Notice tone="warn">{trouble}</Notice>}</Box>
    </Card>
  )
}

const Wishes = ({ line: { nameless, hushed } }: { line: CallLine }) => {
  const wishes = [nameless && CALLS_WORDS.nameless, hushed && CALLS_WORDS.hushed].filter(Boolean)
  return wishes.length > 0 ? <Notice tone="warn">{wishes.join('；')}</Notice> : null
}

const moreOf = ({ number, until, tries }: CallLine, now: Instant) =>
  [number, until && CALLS_WORDS.until(spokenWhen(until, now)), tries > 0 && CALLS_WORDS.tries(tries)]
    .filter(Boolean)
    .join(' · ')
