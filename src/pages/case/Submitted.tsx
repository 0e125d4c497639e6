import { Card } from '#components/Card'
import { Notice } from '#components/Notice'
import { Heading, Muted } from '#components/Title'
import { Box } from '#components/tags'
import type { Case } from '#contract/case'
import { Lines } from './Lines.tsx'
import { CASE_WORDS } from './words.ts'

/** What was submitted; it never changes. */
export const Submitted = ({ one: { form, formHeld, lines } }: { one: Case }) => (
  <Box as="section">
    <Heading>{CASE_WORDS.form}</Heading>
    <Card>
      <Box>{formHeld && form && <Notice>{CASE_WORDS.formHeld}</Notice>}</Box>
      {form ? <Lines lines={lines} /> : <Muted>{CASE_WORDS.formHidden}</Muted>}
    </Card>
  </Box>
)
