import '../account.scss'

import { useState } from 'react'

import { Await } from '#components/Await'
import { Button } from '#components/Button'
import { Card } from '#components/Card'
import { Notice } from '#components/Notice'
import { Confirm } from '#components/Sheet'
import { Tag } from '#components/Tag'
import { Muted, Title } from '#components/Title'
import { Box, Words } from '#components/tags'
import type { Session } from '#contract/session'
import { dayOf, spokenDay, spokenTime } from '#domain/day'
import { readSessions, revokeSession } from '#services/session'
import { callLegalLine } from '../../help.ts'
import { Screen } from '../../Screen.tsx'
import { explain, useLoaded } from '../../use-loaded.ts'
import { SESSIONS } from '../words.ts'

type EntryProps = { session: Session; onEnd: () => void }

const Entry = ({ session, onEnd }: EntryProps) => (
  <Card as="li">
    <Box>
      <Words strong>{session.device}</Words> {session.current && <Tag tone="ok">{SESSIONS.current}</Tag>}
    </Box>
    <Muted>
      {SESSIONS.used}：{spokenDay(dayOf(session.usedAt))} {spokenTime(session.usedAt)}
    </Muted>
    {!session.current && (
      <Box className="account__act">
        <Button tone="danger" label={`${SESSIONS.end}：${session.device}`} onTap={onEnd}>
          {SESSIONS.end}
        </Button>
      </Box>
    )}
  </Card>
)

export default function Sessions() {
  const { loaded, reload } = useLoaded(readSessions, [])
  const [ending, setEnding] = useState<Session | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const end = async ({ id }: Session) => {
    setProblem(null)
    await revokeSession(id).then(reload, (error: unknown) => setProblem(explain(error).words))
    setEnding(null)
  }
  return (
    <Screen title={SESSIONS.title}>
      <Title hint={SESSIONS.why}>{SESSIONS.title}</Title>
      <Box>
        {problem && (
          <Notice tone="danger" title={SESSIONS.failed} news>
            {problem}
          </Notice>
        )}
      </Box>
      <Await loaded={loaded} onRetry={reload} onCall={callLegalLine}>
        {({ items }) => (
          <Box as="ul" className="plain-list">
            {items.map((session) => (
              <Entry key={session.id} session={session} onEnd={() => setEnding(session)} />
            ))}
          </Box>
        )}
      </Await>
      {ending && (
        <Confirm
          title={SESSIONS.endAsk}
          yes={SESSIONS.end}
          no={SESSIONS.keep}
          danger
          onYes={() => void end(ending)}
          onNo={() => setEnding(null)}
        >
          {ending.device}。{SESSIONS.endText}
        </Confirm>
      )}
    </Screen>
  )
}
