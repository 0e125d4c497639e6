import { useState } from 'react'

import { Button } from '#components/Button'
import { Choice } from '#components/Choice'
import { Notice } from '#components/Notice'
import { TextField } from '#components/TextField'
import { Muted } from '#components/Title'
import { Box } from '#components/tags'
import type { Case } from '#contract/case'
import { DANGERS, type Danger, REPORTED_TO } from '#domain/danger'
import { DANGER_NAME, REPORTED_TO_NAME } from '#domain/danger-words'
import { goBack } from '#services/route'
import { StepScreen } from '../../StepScreen.tsx'
import { useAct } from '../../use-act.ts'
import { DANGER_WORDS } from './words.ts'

const WHAT = DANGERS.map((value) => ({ value, text: DANGER_NAME[value] }))
const TO = REPORTED_TO.map((value) => ({ value, text: REPORTED_TO_NAME[value] }))

/** A danger was reported as the law asks (CO-6): to whom, and by what receipt. */
export default function ReportDanger() {
  return <StepScreen title={DANGER_WORDS.title}>{(one) => <Form key={one.id} one={one} />}</StepScreen>
}

function Form({ one }: { one: Case }) {
  const [what, setWhat] = useState<Danger | null>(null)
  const [to, setTo] = useState<(typeof REPORTED_TO)[number] | null>(null)
  const [receipt, setReceipt] = useState('')
  const { busy, problems, trouble, send } = useAct(one, 'report_danger', () => void goBack())
  return (
    <Box>
      <Notice tone="danger" title={DANGER_WORDS.first} />
      <Box className="step__trouble">
        <Choice
          label={DANGER_WORDS.what}
          error={problems.what}
          options={WHAT}
          value={what}
          onChange={setWhat}
        />
        <Choice
          label={DANGER_WORDS.to}
          error={problems.to}
          layout="pair"
          options={TO}
          value={to}
          onChange={setTo}
        />
        <TextField
          label={DANGER_WORDS.receipt}
          error={problems.receipt}
          max={200}
          value={receipt}
          onChange={setReceipt}
        />
        {trouble && (
          <Notice tone="warn" news>
            {trouble}
          </Notice>
        )}
      </Box>
      <Muted>{DANGER_WORDS.means}</Muted>
      <Box className="step__go">
        <Button busy={busy} onTap={() => send({ what: what ?? undefined, to: to ?? undefined, receipt })}>
          {DANGER_WORDS.go}
        </Button>
      </Box>
    </Box>
  )
}
