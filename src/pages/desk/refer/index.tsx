import '../../told.scss'

import { useState } from 'react'

import { Button } from '#components/Button'
import { Card } from '#components/Card'
import { Notice } from '#components/Notice'
import { Select } from '#components/Select'
import { TextField } from '#components/TextField'
import { Muted } from '#components/Title'
import { Box } from '#components/tags'
import type { Case } from '#contract/case'
import { REFERRAL, REFERRALS, type ReferralId } from '#domain/referral'
import { goBack } from '#services/route'
import { StepScreen } from '../../StepScreen.tsx'
import { useAct } from '../../use-act.ts'
import { REFER_WORDS } from './words.ts'

const PLACES = REFERRALS.map((value) => ({ value, text: REFERRAL[value].name }))

/** Where else help is to be had, as a card that stays in the case. */
export default function Refer() {
  return <StepScreen title={REFER_WORDS.title}>{(one) => <Form key={one.id} one={one} />}</StepScreen>
}

function Form({ one }: { one: Case }) {
  const [chosen, setChosen] = useState('')
  const [since, setSince] = useState('')
  const { busy, problems, trouble, send } = useAct(one, 'refer', () => void goBack())
  const to = REFERRALS.find((id) => id === chosen)
  return (
    <Box>
      <Select
        label={REFER_WORDS.to}
        entries={PLACES}
        blank={REFER_WORDS.choose}
        error={problems.to}
        value={chosen}
        onChange={setChosen}
      />
      {to && <Place to={to} since={since} error={problems.since} onSince={setSince} />}
      <Box className="step__trouble">
        {trouble && (
          <Notice tone="warn" news>
            {trouble}
          </Notice>
        )}
      </Box>
      <Muted>{REFER_WORDS.means}</Muted>
      <Box className="step__go">
        <Button busy={busy} disabled={!to} onTap={() => send({ to, ...(since && { since }) })}>
          {REFER_WORDS.go}
        </Button>
      </Box>
    </Box>
  )
}

type PlaceProps = {
  to: ReferralId
  since: string
  error: string | undefined
  onSince: (since: string) => void
}

function Place({ to, since, error, onSince }: PlaceProps) {
  const { name, phone, text, law, limit, checkedOn } = REFERRAL[to]
  return (
    <Box>
      <Box className="referral">
        <Card>
          <Box className="told__label">{name}</Box>
          <Box>{text}</Box>
          <Box className="referral__more">
            {[phone && `${REFER_WORDS.phone} ${phone}`, law, REFER_WORDS.checked(checkedOn)]
              .filter(Boolean)
              .join(' · ')}
          </Box>
        </Card>
      </Box>
      {limit && (
        <TextField
          kind="date"
          label={REFER_WORDS.since(limit.since)}
          hint={REFER_WORDS.sinceHint}
          optional
          error={error}
          value={since}
          onChange={onSince}
        />
      )}
    </Box>
  )
}
