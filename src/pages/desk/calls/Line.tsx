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
import { TakeHeld } from './TakeHeld.tsx'
import { CALLS_WORDS } from './words.ts'

type Props = { line: CallLine; now: Instant; onTold: () => void }

/** One person to telephone: what was asked of the caller stands above the number. */
export function Line({ line, now, onTold }: Props) {
  const [number, setNumber] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const fail = (error: unknown) => setTrouble(explain(error).words)
  const show = () => void revealCallNumber(line.id).then(setNumber, fail)
  const tell = (reached: boolean) => void tellCall(line.id, reached).then(onTold, fail)
  return (
    <Card as="li">
      <Asked line={line} />
      <Box className="calls__who">{[line.name, number ?? line.phone].filter(Boolean).join(' · ')}</Box>
      <Box className="calls__more">{moreOf(line, now)}</Box>
      <CaseLink line={line} />
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
      {line.offer && <TakeHeld id={line.id} startsAt={line.offer.startsAt} now={now} onDone={onTold} />}
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

const Asked = ({ line: { nameless, hushed } }: { line: CallLine }) => (
  <Box>
    {nameless && <Notice tone="warn" title={CALLS_WORDS.nameless} />}
    {hushed && <Notice tone="warn" title={CALLS_WORDS.hushed} />}
  </Box>
)

const CaseLink = ({ line: { caseId, number } }: { line: CallLine }) => (
  <Box>
    {caseId && (
      <LinkButton
        label={`${CALLS_WORDS.open} ${number ?? ''}`}
        onTap={() => void go('case', { id: caseId, view: 'desk' })}
      >
        {CALLS_WORDS.open}
      </LinkButton>
    )}
  </Box>
)

const moreOf = ({ number, until, tries }: CallLine, now: Instant) =>
  [number, until && CALLS_WORDS.until(spokenWhen(until, now)), tries > 0 && CALLS_WORDS.tries(tries)]
    .filter(Boolean)
    .join(' · ')
