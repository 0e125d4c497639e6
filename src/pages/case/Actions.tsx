import { useState } from 'react'

import { Button } from '#components/Button'
import { Fold } from '#components/Fold'
import { Box } from '#components/tags'
import type { Case, CaseAction } from '#contract/case'
import { pageFor } from '#services/step-page'
import { useAct } from '../use-act.ts'
import { Ask } from './Ask.tsx'
import { CASE_WORDS } from './words.ts'

type Props = {
  one: Case
  desk: boolean
  /** The step was refused because the case is not what was shown, or nobody knows yet: in words. */
  onRefused: (words: string) => void
}

/** More than these nobody reads at once: then the likely ones stand first, the others a tap away. */
const MANY = 10
const FIRST = 6

/** The steps that the server offers, no others. */
export function Actions({ one, desk, onRefused }: Props) {
  const [asking, setAsking] = useState<CaseAction | null>(null)
  const close = () => setAsking(null)
  const steps = dangerLast(one)
  const shown = steps.length > MANY ? steps.slice(0, FIRST) : steps
  const others = steps.slice(shown.length)
  const button = (step: CaseAction) => (
    <Step
      key={step.action}
      one={one}
      step={step}
      tone={isDanger(one, step) ? 'danger' : desk && step === steps[0] ? 'main' : 'ghost'}
      onAsk={() => setAsking(step)}
      onRefused={onRefused}
    />
  )
  return (
    <Box>
      <Box className="actions">{shown.map(button)}</Box>
      <Box className="actions__more">
        {others.length > 0 && (
          <Fold title={CASE_WORDS.otherSteps} hint={CASE_WORDS.otherStepsText(others.length)}>
            <Box className="actions">{others.map(button)}</Box>
          </Fold>
        )}
      </Box>
      {asking && (
        <Ask
          key={asking.action}
          one={one}
          step={asking}
          onClose={close}
          onRefused={(words) => {
            close()
            onRefused(words)
          }}
        />
      )}
    </Box>
  )
}

/** Over with a word or two; what is decided on a page of its own is ordinary work until it is sent. */
const isDanger = (one: Case, step: CaseAction) => step.final && pageFor(one, step) === null

/** In the order of the server, where the step that the case waits for comes first. */
const dangerLast = (one: Case) =>
  [...one.actions].sort((a, b) => Number(isDanger(one, a)) - Number(isDanger(one, b)))

type StepProps = {
  one: Case
  step: CaseAction
  tone: 'main' | 'ghost' | 'danger'
  onAsk: () => void
  onRefused: (words: string) => void
}

/** Opens its page, or its sheet; one that asks nothing is taken at once. */
function Step({ one, step, tone, onAsk, onRefused }: StepProps) {
  const { busy, trouble, send } = useAct(one, step.action, () => undefined, onRefused)
  const page = pageFor(one, step)
  const atOnce = step.means === null && !step.final && step.fields.length === 0
  return (
    <Box>
      <Button tone={tone} busy={busy} onTap={page ?? (atOnce ? () => send() : onAsk)}>
        {step.text}
      </Button>
      {trouble && (
        <Box className="actions__trouble" live="polite">
          {trouble}
        </Box>
      )}
    </Box>
  )
}
