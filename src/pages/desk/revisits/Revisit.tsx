import './revisits.scss'

import { useState } from 'react'

import { Button, LinkButton } from '#components/Button'
import { Card } from '#components/Card'
import { Sheet } from '#components/Sheet'
import { Tag } from '#components/Tag'
import { TextField } from '#components/TextField'
import { Heading, Muted } from '#components/Title'
import { Box } from '#components/tags'
import type { Revisit } from '#contract/desk'
import { spokenDay } from '#domain/day'
import { Refusal } from '#domain/refusal'
import { finishRevisit } from '#services/desk'
import { go } from '#services/route'
import { explain } from '../../use-loaded.ts'
import { REVISIT_WORDS } from './words.ts'

/** Low marks, and what came of asking: never by the one who had the case. */
export const RevisitList = ({ items, onDone }: { items: readonly Revisit[]; onDone: () => void }) => (
  <Box as="section">
    <Heading>{REVISIT_WORDS.revisits}</Heading>
    <Box as="ul" className="revisits">
      {items.map((one) => (
        <RevisitLine key={one.id} one={one} onDone={onDone} />
      ))}
    </Box>
    <Muted>{items.length > 0 ? REVISIT_WORDS.ask : REVISIT_WORDS.revisitsNone}</Muted>
  </Box>
)

function RevisitLine({ one, onDone }: { one: Revisit; onDone: () => void }) {
  const [asking, setAsking] = useState(false)
  return (
    <Card as="li">
      <Box className="revisit__top">
        <LinkButton onTap={() => go('case', { id: one.caseId, view: 'desk' })}>{one.number}</LinkButton>
        {one.overdue && <Tag tone="danger">{REVISIT_WORDS.late}</Tag>}
      </Box>
      <Box className="revisit__more">{REVISIT_WORDS.revisit(one.score, spokenDay(one.dueOn))}</Box>
      {one.comment && <Box>{one.comment}</Box>}
      <Box className="revisit__act">
        <Button tone="ghost" onTap={() => setAsking(true)}>
          {REVISIT_WORDS.finish}
        </Button>
      </Box>
      {asking && <Finish one={one} onDone={onDone} onClose={() => setAsking(false)} />}
    </Card>
  )
}

type FinishProps = { one: Revisit; onDone: () => void; onClose: () => void }

function Finish({ one, onDone, onClose }: FinishProps) {
  const [result, setResult] = useState('')
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)
  const send = () => {
    setBusy(true)
    finishRevisit(one.id, result)
      .then(onDone, (error: unknown) =>
        setProblem((error instanceof Refusal && error.fields?.result) || explain(error).words),
      )
      .finally(() => setBusy(false))
  }
  return (
    <Sheet title={`${REVISIT_WORDS.finish} ${one.number}`} onClose={onClose}>
      <TextField
        kind="long"
        label={REVISIT_WORDS.result}
        hint={REVISIT_WORDS.resultHint}
        max={500}
        error={problem}
        value={result}
        onChange={setResult}
      />
      <Box className="sheet__buttons">
        <Button busy={busy} onTap={send}>
          {REVISIT_WORDS.finishGo}
        </Button>
        <Button tone="quiet" onTap={onClose}>
          {REVISIT_WORDS.not}
        </Button>
      </Box>
    </Sheet>
  )
}
