import { Card } from '#components/Card'
import { Notice } from '#components/Notice'
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

const One = ({ section: { title, lines, note, law, urgent } }: { section: Section }) =>
  urgent ? (
    <Box as="section" className="section__urgent">
      <Notice
        tone="danger"
        title={[title, ...lines.map(({ label, text }) => `${label} ${text}`)].join(' · ')}
      >
        {[note, law && `（${law}）`].filter(Boolean).join('')}
      </Notice>
    </Box>
  ) : (
    <Box as="section">
      <Heading>{title}</Heading>
      <Card>
        <Lines lines={lines} />
        {note && <Box className="section__note">{note}</Box>}
        {law && <Box className="section__law">{law}</Box>}
      </Card>
    </Box>
  )
