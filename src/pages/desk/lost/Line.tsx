import { useState } from 'react'

import { Button, LinkButton } from '#components/Button'
import { Card } from '#components/Card'
import { Choice } from '#components/Choice'
import { Sheet } from '#components/Sheet'
import { Tag } from '#components/Tag'
import { Box } from '#components/tags'
import type { LostNotice } from '#contract/notice'
import { DEALT, type Dealt } from '#domain/notice'
import { DEALT_NAME } from '#domain/notice-words'
import { dealWithLostNotice } from '#services/desk'
import { go } from '#services/route'
import { isHead, useSession } from '#store/session'
import { momentWords } from '../../moments.ts'
import { explain } from '../../use-loaded.ts'
import { LOST_WORDS } from './words.ts'

const WAYS = DEALT.map((value) => ({ value, text: DEALT_NAME[value] }))

/** What was to be said, every way that was tried, and whether somebody has seen to it. */
export function LostLine({ one, onDone }: { one: LostNotice; onDone: () => void }) {
  const [asking, setAsking] = useState(false)
  const { done } = one
  return (
    <Card as="li">
      <Box className="lost__title">{one.title}</Box>
      <Tag tone={done ? 'plain' : 'danger'}>{one.stateText}</Tag>
      <Box className="lost__more">{LOST_WORDS.at(momentWords(one.at), one.organisation)}</Box>
      <CaseNumber one={one} />
      <Attempts one={one} />
      <Box className="lost__act">
        {done ? (
          LOST_WORDS.by(momentWords(done.at), done.by, done.howText)
        ) : (
          <Button tone="ghost" onTap={() => setAsking(true)}>
            {LOST_WORDS.deal}
          </Button>
        )}
      </Box>
      {asking && <Deal one={one} onDone={onDone} onClose={() => setAsking(false)} />}
    </Card>
  )
}

/** Calls are read at their own desk: the bureau sees the number and no more. */
function CaseNumber({ one: { caseId, number } }: { one: LostNotice }) {
  const head = useSession(isHead)
  if (!caseId || !number || !head) return <Box>{number}</Box>
  return <LinkButton onTap={() => void go('case', { id: caseId, view: 'desk' })}>{number}</LinkButton>
}

const Attempts = ({ one: { attempts } }: { one: LostNotice }) => (
  <Box>
    <Box className="lost__more">{attempts.length > 0 ? LOST_WORDS.tries : LOST_WORDS.untried}</Box>
    {attempts.map(({ outlet, at, text }) => (
      <Box key={outlet}>{`${momentWords(at)} ${text}`}</Box>
    ))}
  </Box>
)

type DealProps = { one: LostNotice; onDone: () => void; onClose: () => void }

function Deal({ one, onDone, onClose }: DealProps) {
  const [how, setHow] = useState<Dealt | null>(null)
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)
  const choose = (chosen: Dealt) => {
    setHow(chosen)
    setProblem(undefined)
  }
  const send = () => {
    if (!how) return setProblem(LOST_WORDS.choose)
    setBusy(true)
    dealWithLostNotice(one.id, how)
      .then(onDone, (error: unknown) => setProblem(explain(error).words))
      .finally(() => setBusy(false))
  }
  return (
    <Sheet title={`${LOST_WORDS.deal}：${one.title}`} onClose={onClose}>
      <Box className="sheet__text">{LOST_WORDS.kept}</Box>
      <Choice label={LOST_WORDS.how} options={WAYS} value={how} error={problem} onChange={choose} />
      <Box className="sheet__buttons">
        <Button busy={busy} onTap={send}>
          {LOST_WORDS.go}
        </Button>
        <Button tone="quiet" onTap={onClose}>
          {LOST_WORDS.not}
        </Button>
      </Box>
    </Sheet>
  )
}
