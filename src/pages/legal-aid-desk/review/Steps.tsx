import { Button } from '#components/Button'
import { Heading } from '#components/Title'
import { Box } from '#components/tags'
import type { Case, CaseAction } from '#contract/case'
import { go } from '#services/route'
import { pageFor } from '#services/step-page'
import { REVIEW } from '../words.ts'
import { inAdvance } from './Urgent.tsx'

/** Every step is asked for on a page of its own, so that nothing is decided by a slip. */
const open = (one: Case, step: CaseAction) =>
  pageFor(one, step) ?? (() => void go('step', { id: one.id, action: step.action }))

/** What can be done with it now, as the server offers it; what is urgent has its own button above. */
export function Steps({ one, urgent }: { one: Case; urgent: boolean }) {
  const steps = one.actions.filter((step) => !(urgent && inAdvance(step)))
  return (
    <Box as="section">
      {steps.length > 0 && <Heading>{REVIEW.steps}</Heading>}
      <Box className="review__steps">
        {steps.map((step, index) => (
          <Button key={step.action} tone={index === 0 && !urgent ? 'main' : 'ghost'} onTap={open(one, step)}>
            {step.text}
          </Button>
        ))}
      </Box>
    </Box>
  )
}
