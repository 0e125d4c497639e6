import { Card } from '#components/Card'
import { Heading } from '#components/Title'
import { Box } from '#components/tags'
import type { Case, Section } from '#contract/case'
import { Lines } from './Lines.tsx'

/** What the kind of case has to say: a decision, what is missing, who was chosen. */
export const Sections = ({ one }: { one: Case }) => (
  <Box>
    {one.sections.map((section, place) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: their order is that of the server
      <One key={place} section={section} />
    ))}
  </Box>
)

const One = ({ section: { title, lines, note, law } }: { section: Section }) => (
  <Box as="section">
    <Heading>{title}</Heading>
    <Card>
      <Lines lines={lines} />
      {note && <Box className="section__note">{note}</Box>}
      {law && <Box className="section__law">{law}</Box>}
    </Card>
  </Box>
)
