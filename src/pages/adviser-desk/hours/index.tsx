import { useState } from 'react'

import { Await } from '#components/Await'
import { Button } from '#components/Button'
import { Card } from '#components/Card'
import { Notice } from '#components/Notice'
import { Select } from '#components/Select'
import { Muted, Title } from '#components/Title'
import { Box } from '#components/tags'
import type { RemoteHours } from '#contract/adviser'
import { readDesk, saveRemoteHours } from '#services/adviser-desk'
import { callLegalLine } from '../../help.ts'
import { useLoaded } from '../../use-loaded.ts'
import { useSend } from '../../use-send.ts'
import { ADVISER, StaffScreen } from '../StaffScreen.tsx'
import { TimeField } from '../TimeField.tsx'
import { Trouble } from '../Trouble.tsx'
import { DESK, HOURS, WEEKDAY } from '../words.ts'

const DAYS = Object.entries(WEEKDAY).map(([value, text]) => ({ value, text }))

/** Weekly hours in which people may call or be called. */
export default function HoursPage() {
  return (
    <StaffScreen title={HOURS.title} roles={ADVISER}>
      <Title hint={HOURS.hint}>{HOURS.title}</Title>
      <Hours />
    </StaffScreen>
  )
}

function Hours() {
  const { loaded, reload } = useLoaded(async () => (await readDesk()).adviser.remoteHours, [])
  return (
    <Await loaded={loaded} onRetry={reload} onCall={callLegalLine}>
      {(hours) => <Form before={hours} />}
    </Await>
  )
}

function Form({ before }: { before: readonly RemoteHours[] }) {
  const [hours, setHours] = useState([...before])
  const [saved, setSaved] = useState(false)
  const { busy, trouble, send } = useSend()
  const put = (next: RemoteHours[]) => {
    setHours(next)
    setSaved(false)
  }
  const change = (n: number, more: Partial<RemoteHours>) =>
    put(hours.map((one, at) => (at === n ? { ...one, ...more } : one)))
  const save = () =>
    send(
      () => saveRemoteHours(hours),
      () => setSaved(true),
    )
  return (
    <Box className="narrow">
      {hours.length === 0 && <Muted>{HOURS.none}</Muted>}
      {hours.map((one, n) => (
        <Line
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name of their own
          key={n}
          name={HOURS.row(n + 1)}
          hours={one}
          onChange={(more) => change(n, more)}
          onRemove={() => put(hours.filter((_, at) => at !== n))}
        />
      ))}
      <Box className="after">
        <Button tone="ghost" onTap={() => put([...hours, { weekday: 3, from: '19:00', to: '21:00' }])}>
          {HOURS.add}
        </Button>
      </Box>
      <Trouble words={trouble} />
      {saved && <Notice tone="ok" title={DESK.saved} news />}
      <Button busy={busy} busyWords={DESK.saving} onTap={save}>
        {DESK.save}
      </Button>
    </Box>
  )
}

type LineProps = {
  name: string
  hours: RemoteHours
  onChange: (more: Partial<RemoteHours>) => void
  onRemove: () => void
}

const Line = ({ name, hours, onChange, onRemove }: LineProps) => (
  <Card as="section" label={name}>
    <Select
      label={HOURS.weekday}
      blank={DESK.choose}
      entries={DAYS}
      value={String(hours.weekday)}
      onChange={(weekday) => onChange({ weekday: Number(weekday) })}
    />
    <Box className="pair">
      <TimeField label={HOURS.from} value={hours.from} onChange={(from) => onChange({ from })} />
      <TimeField label={HOURS.to} value={hours.to} onChange={(to) => onChange({ to })} />
    </Box>
    <Button tone="quiet" label={`${HOURS.remove}${name}`} onTap={onRemove}>
      {HOURS.remove}
    </Button>
  </Card>
)
