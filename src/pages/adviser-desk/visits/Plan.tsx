import { useState } from 'react'

import { Button } from '#components/Button'
import { Select } from '#components/Select'
import { TextField } from '#components/TextField'
import { Title } from '#components/Title'
import { Box } from '#components/tags'
import type { readMyDesk } from '#contract/adviser-desk'
import type { Reply } from '#contract/endpoint'
import { addDays, type Day } from '#domain/day'
import { addVisit } from '#services/adviser-desk'
import { useSend } from '../../use-send.ts'
import { SpanFields, spanOf, spanProblems } from '../SpanFields.tsx'
import { Trouble } from '../Trouble.tsx'
import { DESK, VISITS } from '../words.ts'

export type Village = Reply<typeof readMyDesk>['villages'][number]

type Props = {
  villages: readonly Village[]
  first: string
  today: Day
  onDone: () => void
  onBack: () => void
}

/** A visit, told to the village before it takes place. */
export function Plan({ villages, first, today, onDone, onBack }: Props) {
  const [village, setVillage] = useState(first)
  const [span, setSpan] = useState({ day: addDays(today, 1), from: '09:00', to: '11:30' })
  const [place, setPlace] = useState('')
  const [capacity, setCapacity] = useState('6')
  const { busy, problems, trouble, send, complain } = useSend()
  const go = () => {
    const wrong = spanProblems(span)
    if (Object.keys(wrong).length > 0) return complain(wrong)
    send(
      () => addVisit({ villageCode: village, ...spanOf(span), place, capacity: Number(capacity) || 0 }),
      onDone,
    )
  }
  return (
    <Box className="narrow">
      <Title hint={VISITS.hint}>{VISITS.add}</Title>
      <Select
        label={DESK.village}
        blank={DESK.choose}
        entries={villages.map(({ code, name }) => ({ value: code, text: name }))}
        error={problems.villageCode}
        value={village}
        onChange={setVillage}
      />
      <SpanFields span={span} problems={problems} onSpan={(more) => setSpan({ ...span, ...more })} />
      <TextField
        label={VISITS.place}
        hint={VISITS.placeHint}
        error={problems.place}
        max={60}
        value={place}
        onChange={setPlace}
      />
      <TextField
        kind="number"
        label={VISITS.capacity}
        hint={VISITS.capacityHint}
        error={problems.capacity}
        max={2}
        value={capacity}
        onChange={setCapacity}
      />
      <Trouble words={trouble} />
      <Button busy={busy} busyWords={DESK.saving} onTap={go}>
        {VISITS.go}
      </Button>
      <Button tone="quiet" onTap={onBack}>
        {VISITS.back}
      </Button>
    </Box>
  )
}
