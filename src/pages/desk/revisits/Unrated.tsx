import { useState } from 'react'

import { Button } from '#components/Button'
import { Row, Rows } from '#components/Card'
import { Notice } from '#components/Notice'
import { Sheet } from '#components/Sheet'
import { Heading, Muted } from '#components/Title'
import { Box } from '#components/tags'
import type { Unrated } from '#contract/rating'
import { sendRevisitRating } from '#services/desk'
import { RatingFields } from '../../RatingFields.tsx'
import { useRating } from '../../use-rating.ts'
import { REVISIT_WORDS } from './words.ts'

const AT_ONCE = 10
/** Who can be asked how it was: never by the one who served. */
export function UnratedList({ items, onDone }: { items: readonly Unrated[]; onDone: () => void }) {
  const [asking, setAsking] = useState<Unrated | null>(null)
  const done = () => {
    setAsking(null)
    onDone()
  }
  return (
    <Box as="section">
      <Heading>{REVISIT_WORDS.unrated}</Heading>
      <Muted>{items.length > 0 ? REVISIT_WORDS.unratedHint : REVISIT_WORDS.unratedNone}</Muted>
      <Box>
        {items.length > 0 && (
          <Rows>
            {items.slice(0, AT_ONCE).map((one) => (
              <Row key={one.caseId} title={one.title} detail={one.number} onTap={() => setAsking(one)} />
            ))}
          </Rows>
        )}
      </Box>
      {asking && <Ask one={asking} onDone={done} onClose={() => setAsking(null)} />}
    </Box>
  )
}

type AskProps = { one: Unrated; onDone: () => void; onClose: () => void }

function Ask({ one, onDone, onClose }: AskProps) {
  const rating = useRating((given) => sendRevisitRating(one.caseId, given), onDone)
  const { score, trouble, busy, send } = rating
  return (
    <Sheet title={`${REVISIT_WORDS.unratedAsk} ${one.number}`} onClose={onClose}>
      <RatingFields words={REVISIT_WORDS} rating={rating} />
      <Box live="polite">
        {trouble && (
          <Notice tone="warn" news>
            {trouble}
          </Notice>
        )}
      </Box>
      <Box className="sheet__buttons">
        <Button busy={busy} disabled={!score} onTap={send}>
          {REVISIT_WORDS.unratedGo}
        </Button>
        <Button tone="quiet" onTap={onClose}>
          {REVISIT_WORDS.not}
        </Button>
      </Box>
    </Sheet>
  )
}
