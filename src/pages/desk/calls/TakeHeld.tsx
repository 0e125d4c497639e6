import { useState } from 'react'

import { Button } from '#components/Button'
import { Notice } from '#components/Notice'
import { Sheet } from '#components/Sheet'
import { Box } from '#components/tags'
import type { Instant } from '#domain/day'
import { takeHeldFor } from '#services/desk'
import { explain } from '../../use-loaded.ts'
import { spokenWhen } from '../../when.ts'
import { CALLS_WORDS } from './words.ts'

type Props = { id: string; startsAt: Instant; now: Instant; onDone: () => void }

/** The person says yes on the telephone: the booking moves to the time that is held. */
export function TakeHeld({ id, startsAt, now, onDone }: Props) {
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const take = () => {
    setBusy(true)
    takeHeldFor(id)
      .then(onDone, (error: unknown) => setTrouble(explain(error).words))
      .finally(() => setBusy(false))
  }
  return (
    <Box className="calls__held">
      <Button onTap={() => setAsking(true)}>{CALLS_WORDS.take}</Button>
      {asking && (
        <Sheet title={CALLS_WORDS.takeAsk(spokenWhen(startsAt, now))} onClose={() => setAsking(false)}>
          <Box>{CALLS_WORDS.takeMeans}</Box>
          <Box live="polite">{trouble && <Notice tone="warn">{trouble}</Notice>}</Box>
          <Box className="sheet__buttons">
            <Button busy={busy} onTap={take}>
              {CALLS_WORDS.takeGo}
            </Button>
            <Button tone="quiet" onTap={() => setAsking(false)}>
              {CALLS_WORDS.takeNot}
            </Button>
          </Box>
        </Sheet>
      )}
    </Box>
  )
}
