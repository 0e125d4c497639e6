import { Button } from '#components/Button'
import { Heading } from '#components/Title'
import { Box } from '#components/tags'
import type { Case, CaseAction } from '#contract/case'
import { go } from '#services/route'
import { pageFor } from '#services/step-page'
import { REVIEW } from '../words.ts'

/** Every step is asked for on a page of its own, so that nothing is decided by a slip. */
const open = (one: Case, step: CaseAction) =>
  pageFor(one, step) ?? (() => void go('step', { id: one.id, action: step.action }))

/** What can be done with it now, as the server offers it. */
export const Steps = ({ one }: { one: Case }) => (
  <Box as="section">
    {one.actions.length > 0 && <Heading>{REVIEW.steps}</Heading>}
    <Box className="review__steps">
      {one.actions.map((step, index) => (
        <Button key={step.action} tone={index === 0 ? 'main' : 'ghost'} onTap={open(one, step)}>
          {step.text}
        </Button>
      ))}
    </Box>
  </Box>
)
