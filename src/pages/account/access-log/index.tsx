import '../account.scss'

import { useState } from 'react'

import { Await, Empty } from '#components/Await'
import { Button } from '#components/Button'
import { Card } from '#components/Card'
import { Muted, Title } from '#components/Title'
import { Box, Words } from '#components/tags'
import type { AccessLine } from '#contract/session'
import { dayOf, spokenDay, spokenTime } from '#domain/day'
import { readAccessLog } from '#services/session'
import { callLegalLine } from '../../help.ts'
import { Screen } from '../../Screen.tsx'
import { useLoaded } from '../../use-loaded.ts'
import { ACCESS_LOG } from '../words.ts'

const Entry = ({ line }: { line: AccessLine }) => (
  <Card as="li">
    <Words strong>{[line.by, line.organisation].filter(Boolean).join(' · ')}</Words>
    <Box>{line.what}</Box>
    {line.reason && (
      <Box>
        {ACCESS_LOG.reason}：{line.reason}
      </Box>
    )}
    <Muted>
      {spokenDay(dayOf(line.at))} {spokenTime(line.at)}
    </Muted>
    {line.caseNumber && <Muted>{line.caseNumber}</Muted>}
  </Card>
)

export default function AccessLog() {
  const { loaded, reload, put } = useLoaded(() => readAccessLog(), [])
  const [busy, setBusy] = useState(false)
  const more = async (items: AccessLine[], cursor: string) => {
    setBusy(true)
    await readAccessLog(cursor).then(
      (page) => put({ items: [...items, ...page.items], next: page.next }),
      () => undefined,
    )
    setBusy(false)
  }
  return (
    <Screen title={ACCESS_LOG.title}>
      <Title hint={ACCESS_LOG.why}>{ACCESS_LOG.title}</Title>
      <Await loaded={loaded} onRetry={reload} onCall={callLegalLine}>
        {({ items, next }) =>
          items.length === 0 ? (
            <Empty title={ACCESS_LOG.none}>{ACCESS_LOG.noneText}</Empty>
          ) : (
            <>
              <Box as="ul" className="plain-list">
                {items.map((line) => (
                  <Entry key={`${line.at}${line.by}${line.what}`} line={line} />
                ))}
              </Box>
              {next && (
                <Box className="account__act">
                  <Button tone="ghost" busy={busy} onTap={() => void more(items, next)}>
                    {ACCESS_LOG.more}
                  </Button>
                </Box>
              )}
            </>
          )
        }
      </Await>
    </Screen>
  )
}
