import '../adviser-desk.scss'

import { Empty } from '#components/Await'
import { Card } from '#components/Card'
import { Notice } from '#components/Notice'
import { Tag } from '#components/Tag'
import { Heading } from '#components/Title'
import { Box } from '#components/tags'
import type { RulesReviewOwn } from '#contract/rules-review'
import { spokenDay } from '#domain/day'
import { StepScreen } from '../../StepScreen.tsx'
import { ownOf } from '../own-review.ts'
import { VERDICT_TONE } from '../verdict-tone.ts'
import { OPINION, REVIEW } from '../words.ts'

/** The draft that is on the table, with what the adviser says to each clause. */
export default function ReviewPage() {
  return (
    <StepScreen title={REVIEW.title}>
      {(one) => {
        const own = ownOf(one)
        return own ? <Draft own={own} /> : <Empty title={OPINION.none} />
      }}
    </StepScreen>
  )
}

const Draft = ({ own }: { own: RulesReviewOwn }) => (
  <Box className="narrow">
    {own.correction && (
      <Notice tone="danger" title={REVIEW.correction}>
        {own.correction}
      </Notice>
    )}
    {own.passedOn && <Notice tone="ok" title={REVIEW.passed(spokenDay(own.passedOn))} />}
    {own.summary ? <Notice title={OPINION.summary}>{own.summary}</Notice> : <Notice>{REVIEW.waiting}</Notice>}
    <Heading>{`${own.title} · ${REVIEW.count(own.clauses.length)}`}</Heading>
    {own.clauses.map((clause) => (
      <Clause key={clause.number} clause={clause} />
    ))}
  </Box>
)

type ClauseProps = { clause: RulesReviewOwn['clauses'][number] }

const Clause = ({ clause: { number, text, opinion } }: ClauseProps) => (
  <Card as="article">
    <Box className="visit__top">
      <Box className="visit__where">{REVIEW.clause(number)}</Box>
      {opinion && <Tag tone={VERDICT_TONE[opinion.verdict]}>{opinion.verdictText}</Tag>}
    </Box>
    <Box className="thread__text">{text}</Box>
    {opinion?.flags.map((flag) => (
      <Box key={flag.flag} className="visit__flag">
        {[flag.text, flag.law].filter(Boolean).join(' · ')}
      </Box>
    ))}
    {opinion?.advice && <Box className="review__advice">{opinion.advice}</Box>}
  </Card>
)
