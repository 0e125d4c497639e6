import { useState } from 'react'

import { Button, LinkButton } from '#components/Button'
import { Card } from '#components/Card'
import { Sheet } from '#components/Sheet'
import { Tag, type Tone } from '#components/Tag'
import { TextField } from '#components/TextField'
import { Box } from '#components/tags'
import type { OwnVisit } from '#contract/adviser-desk'
import { dayOf, type Instant, spokenDay } from '#domain/day'
import { dropVisit } from '#services/adviser-desk'
import { go } from '#services/route'
import { span } from '../../moments.ts'
import { useSend } from '../../use-send.ts'
import { Trouble } from '../Trouble.tsx'
import { VISITS, WORK } from '../words.ts'

const TONE: Readonly<Record<OwnVisit['state'], Tone>> = {
  planned: 'info',
  begun: 'warn',
  made: 'ok',
  missed: 'danger',
  cancelled: 'info',
}

type Props = { visit: OwnVisit; now: Instant; onChange: () => void }

export function VisitCard({ visit, now, onChange }: Props) {
  const [cancelling, setCancelling] = useState(false)
  const isToday = dayOf(visit.startsAt) === dayOf(now)
  return (
    <Card as="article">
      <Box className="visit__top">
        <Box className="visit__when">{`${spokenDay(dayOf(visit.startsAt))} ${span(visit)}`}</Box>
        <Tag tone={TONE[visit.state]}>{visit.stateText}</Tag>
      </Box>
      <Box>{`${visit.village.name} · ${visit.place}`}</Box>
      <Box className="visit__where">{VISITS.booked(visit.booked, visit.capacity)}</Box>
      {visit.flags.map((flag) => (
        <Box key={flag} className="visit__flag">
          {flag}
        </Box>
      ))}
      <Box className="visit__acts">
        {isToday && (visit.state === 'planned' || visit.state === 'begun') && (
          <Button tone="ghost" onTap={() => go('checkIn', { id: visit.id })}>
            {visit.state === 'begun' ? WORK.checkOut : WORK.checkIn}
          </Button>
        )}
        {visit.state === 'planned' && (
          <LinkButton onTap={() => setCancelling(true)}>{VISITS.cancel}</LinkButton>
        )}
      </Box>
      {cancelling && (
        <Cancel
          visit={visit}
          onClose={() => setCancelling(false)}
          onDone={() => {
            setCancelling(false)
            onChange()
          }}
        />
      )}
    </Card>
  )
}

type CancelProps = { visit: OwnVisit; onClose: () => void; onDone: () => void }

function Cancel({ visit, onClose, onDone }: CancelProps) {
  const [reason, setReason] = useState('')
  const { busy, problems, trouble, send } = useSend()
  return (
    <Sheet title={VISITS.cancelAsk} onClose={onClose}>
      <Box className="sheet__text">{VISITS.cancelText(visit.booked)}</Box>
      <TextField
        label={VISITS.reason}
        hint={VISITS.reasonHint}
        error={problems.reason}
        max={200}
        value={reason}
        onChange={setReason}
      />
      <Trouble words={problems.reason ? null : trouble} />
      <Box className="sheet__buttons">
        <Button onTap={onClose}>{VISITS.cancelNo}</Button>
        <Button tone="danger" busy={busy} onTap={() => send(() => dropVisit(visit.id, reason), onDone)}>
          {VISITS.cancelYes}
        </Button>
      </Box>
    </Sheet>
  )
}
