import { useState } from 'react'

import { Button } from '#components/Button'
import { Notice } from '#components/Notice'
import { Confirm } from '#components/Sheet'
import { Box } from '#components/tags'
import type { CallLine } from '#contract/notice'
import type { Instant } from '#domain/day'
import { takeHeldSeatFor } from '#services/desk'
import { explain } from '../../use-loaded.ts'
import { spokenWhen } from '../../when.ts'
import { CALLS_WORDS } from './words.ts'

type Props = { id: string; offer: NonNullable<CallLine['offer']>; now: Instant; onTaken: () => void }

/** The time that is held for the person, taken for them while they are on the line. */
export function HeldSeat({ id, offer, now, onTaken }: Props) {
  const [asking, setAsking] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const when = spokenWhen(offer.startsAt, now)
  const fail = (error: unknown) => setTrouble(explain(error).words)
  const take = () => {
    setAsking(false)
    void takeHeldSeatFor(id).then(onTaken, fail)
  }
  return (
    <Box>
      <Box className="calls__more">{CALLS_WORDS.offer(when)}</Box>
      <Button tone="ghost" onTap={() => setAsking(true)}>
        {CALLS_WORDS.take}
      </Button>
      <Box live="polite">{trouble && <Notice tone="warn">{trouble}</Notice>}</Box>
      {asking && (
        <Confirm
          title={CALLS_WORDS.sure(when)}
          yes={CALLS_WORDS.agreed}
          no={CALLS_WORDS.back}
          onYes={take}
          onNo={() => setAsking(false)}
        >
          {CALLS_WORDS.sureText}
        </Confirm>
      )}
    </Box>
  )
}
