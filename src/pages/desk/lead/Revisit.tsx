import { useState } from 'react'

import { Button, LinkButton } from '#components/Button'
import { Card } from '#components/Card'
import { Sheet } from '#components/Sheet'
import { Tag } from '#components/Tag'
import { TextField } from '#components/TextField'
import { Box } from '#components/tags'
import type { Revisit } from '#contract/desk'
import { spokenDay } from '#domain/day'
import { Refusal } from '#domain/refusal'
import { finishRevisit } from '#services/desk'
import { go } from '#services/route'
import { explain } from '../../use-loaded.ts'
import { LEAD_WORDS } from './words.ts'

/** Somebody was not content: asked by another one than who had the case. */
export function RevisitLine({ one, onDone }: { one: Revisit; onDone: () => void }) {
  const [asking, setAsking] = useState(false)
  return (
    <Card as="li">
      <Box className="lead__top">
        <LinkButton onTap={() => go('case', { id: one.caseId, view: 'desk' })}>{one.number}</LinkButton>
        {one.overdue && <Tag tone="danger">{LEAD_WORDS.late}</Tag>}
      </Box>
      <Box className="lead__more">{LEAD_WORDS.revisit(one.score, spokenDay(one.dueOn))}</Box>
      {one.comment && <Box>{one.comment}</Box>}
      <Box className="lead__act">
        <Button tone="ghost" onTap={() => setAsking(true)}>
          {LEAD_WORDS.finish}
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
    <Sheet title={`${LEAD_WORDS.finish} ${one.number}`} onClose={onClose}>
      <TextField
        kind="long"
        label={LEAD_WORDS.result}
        hint={LEAD_WORDS.resultHint}
        max={500}
        error={problem}
        value={result}
        onChange={setResult}
      />
      <Box className="sheet__buttons">
        <Button busy={busy} onTap={send}>
          {LEAD_WORDS.finishGo}
        </Button>
        <Button tone="quiet" onTap={onClose}>
          {LEAD_WORDS.not}
        </Button>
      </Box>
    </Sheet>
  )
}
