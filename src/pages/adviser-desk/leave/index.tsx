import { useState } from 'react'

import { Await } from '#components/Await'
import { Button } from '#components/Button'
import { Card } from '#components/Card'
import { Select } from '#components/Select'
import { Confirm } from '#components/Sheet'
import { TextField } from '#components/TextField'
import { Heading, Muted, Title } from '#components/Title'
import { Box } from '#components/tags'
import type { LeaveRow } from '#contract/adviser-desk'
import { spokenDay } from '#domain/day'
import { addLeave, dropLeave, readDesk } from '#services/adviser-desk'
import { callLegalLine } from '../../help.ts'
import { useLoaded } from '../../use-loaded.ts'
import { useSend } from '../../use-send.ts'
import { ADVISER, StaffScreen } from '../StaffScreen.tsx'
import { Trouble } from '../Trouble.tsx'
import { LEAVE } from '../words.ts'

type Colleague = { id: string; name: string }

/** Away, and who stands in: nobody's question waits for somebody who is not there. */
export default function LeavePage() {
  return (
    <StaffScreen title={LEAVE.title} roles={ADVISER}>
      <Title hint={LEAVE.hint}>{LEAVE.title}</Title>
      <Leaves />
    </StaffScreen>
  )
}

function Leaves() {
  const { loaded, reload } = useLoaded(readDesk, [])
  return (
    <Await loaded={loaded} onRetry={reload} onCall={callLegalLine}>
      {({ leaves, substitutes }) => (
        <Box className="narrow">
          <Heading>{LEAVE.list}</Heading>
          {leaves.length === 0 && <Muted>{LEAVE.none}</Muted>}
          {leaves.map((leave) => (
            <One key={leave.id} leave={leave} onChange={reload} />
          ))}
          <Heading>{LEAVE.add}</Heading>
          <Form colleagues={substitutes} onChange={reload} />
        </Box>
      )}
    </Await>
  )
}

function One({ leave, onChange }: { leave: LeaveRow; onChange: () => void }) {
  const [asking, setAsking] = useState(false)
  const { busy, trouble, send } = useSend()
  const end = () =>
    send(
      () => dropLeave(leave.id),
      () => {
        setAsking(false)
        onChange()
      },
    )
  return (
    <Card as="article">
      <Box className="visit__when">{`${spokenDay(leave.from)} 到 ${spokenDay(leave.to)}`}</Box>
      <Box className="visit__where">{`${leave.reason} · ${LEAVE.substituteIs(leave.substituteName)}`}</Box>
      <Trouble words={trouble} />
      <Button tone="ghost" onTap={() => setAsking(true)}>
        {LEAVE.end}
      </Button>
      {asking && (
        <Confirm
          title={LEAVE.endAsk}
          yes={LEAVE.endYes}
          no={LEAVE.endNo}
          busy={busy}
          onYes={end}
          onNo={() => setAsking(false)}
        >
          {LEAVE.endText}
        </Confirm>
      )}
    </Card>
  )
}

const BLANK = { from: '', to: '', reason: '', substituteId: '' }

function Form({ colleagues, onChange }: { colleagues: readonly Colleague[]; onChange: () => void }) {
  const [typed, setTyped] = useState(BLANK)
  const { busy, problems, trouble, send } = useSend()
  const type = (name: keyof typeof BLANK) => (value: string) => setTyped({ ...typed, [name]: value })
  const { substituteId, ...rest } = typed
  const ask = () =>
    send(
      () => addLeave({ ...rest, ...(substituteId && { substituteId }) }),
      () => {
        setTyped(BLANK)
        onChange()
      },
    )
  return (
    <Box>
      <TextField
        kind="date"
        label={LEAVE.from}
        error={problems.from}
        value={typed.from}
        onChange={type('from')}
      />
      <TextField kind="date" label={LEAVE.to} error={problems.to} value={typed.to} onChange={type('to')} />
      <TextField
        label={LEAVE.reason}
        hint={LEAVE.reasonHint}
        error={problems.reason}
        max={60}
        value={typed.reason}
        onChange={type('reason')}
      />
      <Select
        label={LEAVE.substitute}
        blank={LEAVE.nobody}
        entries={colleagues.map(({ id, name }) => ({ value: id, text: name }))}
        error={problems.substituteId}
        value={substituteId}
        onChange={type('substituteId')}
      />
      <Trouble words={trouble} />
      <Button busy={busy} onTap={ask}>
        {LEAVE.go}
      </Button>
    </Box>
  )
}
