import { useState } from 'react'

import { Button } from '#components/Button'
import { Choices } from '#components/Choices'
import { Fold } from '#components/Fold'
import { Sheet } from '#components/Sheet'
import { TextField } from '#components/TextField'
import { Toggle } from '#components/Toggle'
import { Box } from '#components/tags'
import type { MediatorEntry, Register } from '#contract/committee'
import { saveMediator } from '#services/mediation-desk'
import { useSend } from '../../use-send.ts'
import { Trouble } from '../Trouble.tsx'
import { REGISTER } from '../words.ts'
import { TYPES } from './CommitteeForm.tsx'

type Props = {
  committeeId: string
  mediator: Register['mediators'][number]
  onSaved: (register: Register) => void
  onClose: () => void
}

/** A mediator of the committee (PM-24). */
export function MediatorForm({ committeeId, mediator, onSaved, onClose }: Props) {
  const [entry, setEntry] = useState<MediatorEntry>(mediator.entry)
  const { busy, problems, trouble, send } = useSend()
  const change = (more: Partial<MediatorEntry>) => setEntry((now) => ({ ...now, ...more }))
  return (
    <Sheet title={mediator.name} onClose={onClose}>
      <Toggle label={REGISTER.active} on={entry.active} onChange={(active) => change({ active })} />
      <Toggle label={REGISTER.fullTime} on={entry.fullTime} onChange={(fullTime) => change({ fullTime })} />
      <Box className="edit">
        <TextField
          kind="date"
          label={REGISTER.since}
          error={problems.since}
          value={entry.since ?? ''}
          onChange={(since) => change({ since: since || null })}
        />
        <TextField
          kind="long"
          label={REGISTER.intro}
          hint={REGISTER.introHint}
          error={problems.intro}
          max={200}
          value={entry.intro ?? ''}
          onChange={(intro) => change({ intro: intro || null })}
        />
      </Box>
      <Fold title={REGISTER.types}>
        <Choices
          label={REGISTER.types}
          options={TYPES}
          values={entry.types}
          onChange={(types) => change({ types: [...types] })}
        />
      </Fold>
      <Trouble words={trouble} />
      <Box className="sheet__buttons edit">
        <Button busy={busy} onTap={() => send(() => saveMediator(committeeId, mediator.id, entry), onSaved)}>
          {REGISTER.save}
        </Button>
        <Button tone="quiet" onTap={onClose}>
          {REGISTER.close}
        </Button>
      </Box>
    </Sheet>
  )
}
