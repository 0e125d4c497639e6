import { Card } from '#components/Card'
import { Notice } from '#components/Notice'
import { Heading, Muted } from '#components/Title'
import { Box } from '#components/tags'
import type { Case } from '#contract/case'
import { FORM_LINES } from './form-words.ts'
import { CASE_WORDS } from './words.ts'

type Line = { name: string; label: string; text: string }

const isSaid = (value: unknown) => value !== undefined && value !== null && value !== ''

const linesOf = (form: Readonly<Record<string, unknown>>): Line[] =>
  Object.entries(FORM_LINES).flatMap(([name, { label, read = String }]) => {
    const text = isSaid(form[name]) ? read(form[name]) : null
    return text === null ? [] : [{ name, label, text }]
  })

/** What was submitted; it never changes. */
export const Submitted = ({ one }: { one: Case }) => (
  <Box as="section">
    <Heading>{CASE_WORDS.form}</Heading>
    <Card>
      <Box>{one.formHeld && one.form && <Notice>{CASE_WORDS.formHeld}</Notice>}</Box>
      {one.form ? (
        linesOf(one.form).map(({ name, label, text }) => (
          <Box key={name} className="line">
            <Box className="line__label">{label}</Box>
            <Box className="line__text">{text}</Box>
          </Box>
        ))
      ) : (
        <Muted>{CASE_WORDS.formHidden}</Muted>
      )}
    </Card>
  </Box>
)
