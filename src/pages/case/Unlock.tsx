import { useState } from 'react'

import { Button } from '#components/Button'
import { Card } from '#components/Card'
import { TextField } from '#components/TextField'
import { Title } from '#components/Title'
import type { Case } from '#contract/case'
import { Refusal } from '#domain/refusal'
import { readWithNumber } from '#services/proof'
import { keepCase, loadCase } from '#store/cases'
import { explain } from '../use-loaded.ts'
import { UNLOCK_WORDS } from './unlock-words.ts'

/** Null when the case opens only with its number: the telephone number may have been somebody else's before. */
export const loadOrLocked = (id: string): Promise<Case | null> =>
  loadCase(id).catch((error: unknown) => {
    if (error instanceof Refusal && error.fields?.number) return null
    throw error
  })

/** Shown before anything of the case is. */
export function Unlock({ id }: { id: string }) {
  const [number, setNumber] = useState('')
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)
  const open = () => {
    setBusy(true)
    readWithNumber(id, number)
      .then(keepCase, (error: unknown) =>
        setProblem((error instanceof Refusal && error.fields?.number) || explain(error).words),
      )
      .finally(() => setBusy(false))
  }
  return (
    <Card>
      <Title hint={UNLOCK_WORDS.why}>{UNLOCK_WORDS.title}</Title>
      <TextField
        label={UNLOCK_WORDS.number}
        hint={UNLOCK_WORDS.numberHint}
        max={60}
        error={problem}
        value={number}
        onChange={setNumber}
        onEnter={open}
      />
      <Button busy={busy} disabled={number.trim() === ''} onTap={open}>
        {UNLOCK_WORDS.open}
      </Button>
    </Card>
  )
}
