import { useState } from 'react'

import { Button } from '#components/Button'
import { Card } from '#components/Card'
import { Choices } from '#components/Choices'
import { Fold } from '#components/Fold'
import { Select } from '#components/Select'
import { TextField } from '#components/TextField'
import { Toggle } from '#components/Toggle'
import { Box } from '#components/tags'
import type { CommitteeEntry, Register } from '#contract/committee'
import { DISPUTE_NAME, DISPUTES, LEVEL_NAME, LEVELS, type Level } from '#domain/dispute'
import { saveCommittee } from '#services/mediation-desk'
import { goToFirstWrong } from '../../first-wrong.ts'
import { useSend } from '../../use-send.ts'
import { Trouble } from '../Trouble.tsx'
import { DESK, REGISTER } from '../words.ts'

type Props = { register: Register; onSaved: (register: Register) => void; onClose: () => void }

const COUNTS = ['members', 'women', 'minorities'] as const
type Count = (typeof COUNTS)[number]
type Counts = Readonly<Record<Count, string>>

const textsOf = (entry: CommitteeEntry): Counts => ({
  members: String(entry.members),
  women: String(entry.women),
  minorities: String(entry.minorities),
})

const isCount = (text: string) => /^\d{1,2}$/.test(text.trim())
const orNull = (text: string) => text.trim() || null

export const TYPES = DISPUTES.map((value) => ({ value, text: DISPUTE_NAME[value] }))
const KINDS = LEVELS.map((value) => ({ value, text: LEVEL_NAME[value] }))

/** What the county keeps of a committee (PM-23). */
export function CommitteeForm({ register, onSaved, onClose }: Props) {
  const [entry, setEntry] = useState(register.entry)
  const [counts, setCounts] = useState(() => textsOf(register.entry))
  const { busy, problems, trouble, send, complain } = useSend()
  const change = (more: Partial<CommitteeEntry>) => setEntry((now) => ({ ...now, ...more }))
  const keep = () => {
    const wrong = COUNTS.filter((name) => !isCount(counts[name]))
    complain(Object.fromEntries(wrong.map((name) => [name, REGISTER.missingNumber])))
    if (wrong.length > 0) return goToFirstWrong()
    const numbers = {
      members: Number(counts.members),
      women: Number(counts.women),
      minorities: Number(counts.minorities),
    }
    send(() => saveCommittee(register.id, { ...entry, ...numbers }), onSaved)
  }
  const count = (name: Count) => ({
    kind: 'number' as const,
    label: REGISTER[name],
    error: problems[name],
    value: counts[name],
    onChange: (text: string) => setCounts((now) => ({ ...now, [name]: text })),
  })
  return (
    <Box className="edit">
      <Card>
        <Select
          label={REGISTER.level}
          blank={DESK.choose}
          entries={KINDS}
          error={problems.level}
          value={entry.level}
          onChange={(level) => change({ level: level as Level })}
        />
        <TextField
          label={REGISTER.chair}
          error={problems.chair}
          max={40}
          value={entry.chair ?? ''}
          onChange={(chair) => change({ chair: orNull(chair) })}
        />
        <Box className="pair">
          <TextField {...count('members')} />
          <TextField {...count('women')} />
        </Box>
        <Toggle
          label={REGISTER.manyPeoples}
          on={entry.manyPeoples}
          onChange={(manyPeoples) => change({ manyPeoples })}
        />
        <Box>{entry.manyPeoples && <TextField {...count('minorities')} />}</Box>
        <Box className="pair edit">
          <TextField
            kind="date"
            label={REGISTER.foundedOn}
            error={problems.foundedOn}
            value={entry.foundedOn ?? ''}
            onChange={(day) => change({ foundedOn: orNull(day) })}
          />
          <TextField
            kind="date"
            label={REGISTER.termEndsOn}
            error={problems.termEndsOn}
            value={entry.termEndsOn ?? ''}
            onChange={(day) => change({ termEndsOn: orNull(day) })}
          />
        </Box>
        <TextField
          label={REGISTER.address}
          error={problems.address}
          max={200}
          value={entry.address ?? ''}
          onChange={(address) => change({ address: orNull(address) })}
        />
        <TextField
          label={REGISTER.phone}
          error={problems.phone}
          max={30}
          value={entry.phone ?? ''}
          onChange={(phone) => change({ phone: orNull(phone) })}
        />
        <Fold title={REGISTER.types}>
          <Choices
            label={REGISTER.types}
            options={TYPES}
            values={entry.types}
            onChange={(types) => change({ types: [...types] })}
          />
        </Fold>
        <Box className="edit">
          <Trouble words={trouble} />
          <Button busy={busy} onTap={keep}>
            {REGISTER.save}
          </Button>
          <Button tone="quiet" onTap={onClose}>
            {REGISTER.close}
          </Button>
        </Box>
      </Card>
    </Box>
  )
}
