import { useState } from 'react'

import { Await, Empty } from '#components/Await'
import { Button, LinkButton } from '#components/Button'
import { Rows } from '#components/Card'
import { Heading } from '#components/Title'
import { Box } from '#components/tags'
import type { Instant } from '#domain/day'
import { readInbox } from '#services/adviser-desk'
import { callLegalLine } from '../../help.ts'
import { useLoaded } from '../../use-loaded.ts'
import { DESK, WORK } from '../words.ts'
import { Question } from './Lists.tsx'

/** What has been answered, the latest first. */
export function Done({ now, onBack }: { now: Instant; onBack: () => void }) {
  const { loaded, reload, put } = useLoaded(() => readInbox('done'), [])
  const [busy, setBusy] = useState(false)
  const more = async (cursor: string) => {
    setBusy(true)
    const page = await readInbox('done', cursor).catch(() => null)
    if (page && loaded.state === 'ready')
      put({ items: [...loaded.value.items, ...page.items], next: page.next })
    setBusy(false)
  }
  return (
    <Box as="section">
      <Heading>{WORK.doneTitle}</Heading>
      <Await loaded={loaded} onRetry={reload} onCall={callLegalLine}>
        {({ items, next }) =>
          items.length === 0 ? (
            <Empty title={WORK.doneNone} />
          ) : (
            <Box>
              <Rows>
                {items.map((item) => (
                  <Question key={item.id} item={item} now={now} />
                ))}
              </Rows>
              {next && (
                <Button tone="quiet" busy={busy} onTap={() => void more(next)}>
                  {DESK.more}
                </Button>
              )}
            </Box>
          )
        }
      </Await>
      <LinkButton onTap={onBack}>{WORK.backToOpen}</LinkButton>
    </Box>
  )
}
