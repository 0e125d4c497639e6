import '../hotline.scss'

import { useState } from 'react'

import { Await, Empty } from '#components/Await'
import { Button } from '#components/Button'
import { Card } from '#components/Card'
import { Notice } from '#components/Notice'
import { Confirm } from '#components/Sheet'
import { Muted, Title } from '#components/Title'
import { Box } from '#components/tags'
import type { Watch } from '#contract/notice'
import type { Instant } from '#domain/day'
import { askAbout } from '#services/about'
import { readWatches, waitNoLonger } from '#services/notices'
import { go } from '#services/route'
import { useSession } from '#store/session'
import { callLegalLine } from '../../help.ts'
import { Screen } from '../../Screen.tsx'
import { explain, useLoaded, useSeenAgain } from '../../use-loaded.ts'
import { spokenWhen } from '../../when.ts'
import { WATCHES_WORDS } from './words.ts'

async function load(): Promise<{ now: Instant; items: Watch[] }> {
  const [{ now }, items] = await Promise.all([askAbout(), readWatches()])
  return { now, items }
}

/** What I wait for, and an end of it. */
export default function Watches() {
  const signedIn = useSession((session) => session.signedIn)
  return (
    <Screen title={WATCHES_WORDS.title}>
      <Title hint={WATCHES_WORDS.hint}>{WATCHES_WORDS.title}</Title>
      {signedIn ? <Mine /> : <Guest />}
    </Screen>
  )
}

const Guest = () => (
  <Empty
    title={WATCHES_WORDS.guest}
    action={<Button onTap={() => go('signIn')}>{WATCHES_WORDS.signIn}</Button>}
  />
)

function Mine() {
  const { loaded, reload } = useLoaded(load, [])
  useSeenAgain(reload)
  return (
    <Await loaded={loaded} onRetry={reload} onCall={callLegalLine}>
      {({ now, items }) =>
        items.length === 0 ? (
          <Empty
            title={WATCHES_WORDS.none}
            action={<Button onTap={() => go('slots')}>{WATCHES_WORDS.toSlots}</Button>}
          >
            {WATCHES_WORDS.noneText}
          </Empty>
        ) : (
          <Box as="ul" className="watches">
            {items.map((one) => (
              <Line key={one.id} one={one} now={now} onEnded={reload} />
            ))}
          </Box>
        )
      }
    </Await>
  )
}

function Line({ one, now, onEnded }: { one: Watch; now: Instant; onEnded: () => void }) {
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState('')
  const when = spokenWhen(one.before, now)
  const end = () => {
    setBusy(true)
    waitNoLonger(one.id)
      .then(onEnded, (error: unknown) => setTrouble(explain(error).words))
      .finally(() => {
        setBusy(false)
        setAsking(false)
      })
  }
  return (
    <Card as="li">
      <Box className="watches__when">{WATCHES_WORDS.before(when)}</Box>
      <Muted>{one.deskName}</Muted>
      <Muted>{WATCHES_WORDS.left(one.offersLeft)}</Muted>
      <Box live="polite">
        {trouble && (
          <Notice tone="warn" news>
            {trouble}
          </Notice>
        )}
      </Box>
      <Button tone="quiet" label={WATCHES_WORDS.endOf(when, one.deskName)} onTap={() => setAsking(true)}>
        {WATCHES_WORDS.end}
      </Button>
      {asking && (
        <Confirm
          title={WATCHES_WORDS.endAsk}
          yes={WATCHES_WORDS.end}
          no={WATCHES_WORDS.keep}
          busy={busy}
          onYes={end}
          onNo={() => setAsking(false)}
        >
          {WATCHES_WORDS.endText}
        </Confirm>
      )}
    </Card>
  )
}
