import { Card } from '#components/Card'
import { Notice } from '#components/Notice'
import { Tag } from '#components/Tag'
import { Heading } from '#components/Title'
import { Box } from '#components/tags'
import type { Case } from '#contract/case'
import type { LegalAid } from '#contract/legal-aid'
import { HINT, PART_VERDICT, REVIEW } from '../words.ts'
import { Urgent } from './Urgent.tsx'

type Staff = NonNullable<LegalAid['staff']>

type Props = { one: Case; own: LegalAid; onRefused: () => void }

/** What was asked for, what to look out for, and what the conditions say of it. */
export const Asked = ({ one, own: { staff, urgent }, onRefused }: Props) => (
  <Box>
    <Box>{urgent && <Urgent one={one} urgent={urgent} onRefused={onRefused} />}</Box>
    <Box>{staff && staff.hints.length > 0 && <Hints hints={staff.hints} />}</Box>
    <Box>{staff && staff.sheet.length > 0 && <Sheet sheet={staff.sheet} />}</Box>
    <Box as="section">
      <Heading>{REVIEW.application}</Heading>
      <Card>
        {one.formHeld && <Notice title={REVIEW.held} />}
        {one.lines.map(({ name, label, text }) => (
          <Box key={name} className="review__line">
            <Box className="review__label">{label}</Box>
            <Box className="review__text">{text}</Box>
          </Box>
        ))}
      </Card>
    </Box>
  </Box>
)

const Hints = ({ hints }: { hints: Staff['hints'] }) => (
  <Box as="section">
    <Heading>{REVIEW.hints}</Heading>
    {hints.map(({ hint, text, number }) => (
      <Notice key={`${hint}/${number}`} tone="warn" title={HINT[hint]}>
        {`${text}（${number}）`}
      </Notice>
    ))}
  </Box>
)

const Sheet = ({ sheet }: { sheet: Staff['sheet'] }) => (
  <Box as="section">
    <Heading>{REVIEW.sheet}</Heading>
    <Card>
      {sheet.map(({ part, verdict, text, law }) => (
        <Box key={part} className="review__part">
          <Tag tone={PART_VERDICT[verdict].tone}>{PART_VERDICT[verdict].text}</Tag>
          <Box className="review__text">{text}</Box>
          <Box>{law && <Box className="review__label">{`${REVIEW.law}：${law}`}</Box>}</Box>
        </Box>
      ))}
    </Card>
  </Box>
)
