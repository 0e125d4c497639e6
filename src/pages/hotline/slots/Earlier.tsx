import './Earlier.scss'

import { useState } from 'react'

import { LinkButton } from '#components/Button'
import { Notice } from '#components/Notice'
import { Box, Words } from '#components/tags'
import type { Slot } from '#contract/hotline'
import type { Instant } from '#domain/day'
import { waitForEarlier } from '#services/notices'
import { go } from '#services/route'
import { askToRemind } from '#services/wechat'
import { useSession } from '#store/session'
import { explain } from '../../use-loaded.ts'
import { spokenWhen } from '../../when.ts'
import { EARLIER_WORDS } from './earlier-words.ts'

type Told = { before: Instant } | { trouble: string }

/** Whoever would rather come sooner is told when a seat before this one comes free. */
export function Earlier({ slot, now }: { slot: Slot | undefined; now: Instant }) {
  const signedIn = useSession((session) => session.signedIn)
  const [told, setTold] = useState<Told | null>(null)
  if (!slot) return null
  // WeChat lets a message be asked for in a tap only; whatever is answered, the wish is kept (WX-4).
  const wait = () =>
    void askToRemind()
      .then(() => waitForEarlier(slot.id))
      .then(
        ({ before }) => setTold({ before }),
        (error: unknown) => setTold({ trouble: explain(error).words }),
      )
  return (
    <Box className="earlier" live="polite">
      {told && 'before' in told ? (
        <Notice tone="ok" title={EARLIER_WORDS.waiting}>
          {EARLIER_WORDS.waitingText(spokenWhen(told.before, now))}
        </Notice>
      ) : (
        <Box>
          <Words>{EARLIER_WORDS.ask}</Words>
          <LinkButton onTap={() => (signedIn ? wait() : void go('signIn'))}>{EARLIER_WORDS.go}</LinkButton>
        </Box>
      )}
      <Box>{signedIn && <LinkButton onTap={() => go('watches')}>{EARLIER_WORDS.list}</LinkButton>}</Box>
      <Box>{told && 'trouble' in told && <Notice tone="warn">{told.trouble}</Notice>}</Box>
    </Box>
  )
}
