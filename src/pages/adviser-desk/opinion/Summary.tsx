import { useState } from 'react'

import { Button, LinkButton } from '#components/Button'
import { Row, Rows } from '#components/Card'
import { Notice } from '#components/Notice'
import { Confirm } from '#components/Sheet'
import { Tag } from '#components/Tag'
import { TextField } from '#components/TextField'
import { Heading } from '#components/Title'
import { Box } from '#components/tags'
import type { Case } from '#contract/case'
import type { RulesReviewOwn } from '#contract/rules-review'
import type { Verdict } from '#domain/rules-review'
import { VERDICT_NAME } from '#domain/rules-review-words'
import { goBack } from '#services/route'
import { useAct } from '../../use-act.ts'
import { Trouble } from '../Trouble.tsx'
import { VERDICT_TONE } from '../verdict-tone.ts'
import { OPINION } from '../words.ts'
import { bodyOf, dropOpinions, missingIn, type Opinions } from './opinions.ts'

type Props = {
  one: Case
  own: RulesReviewOwn
  opinions: Opinions
  onSummary: (summary: string) => void
  onEdit: (at: number) => void
}

/** All opinions once more, the whole of it in words, and off it goes. */
export function Summary({ one, own, opinions, onSummary, onEdit }: Props) {
  const [asking, setAsking] = useState(false)
  const done = () => {
    dropOpinions(one.id, own)
    void goBack()
  }
  const { busy, problems, trouble, send } = useAct(one, 'give_opinion', done)
  const missing = missingIn(opinions)
  const confirm = () => {
    setAsking(false)
    send(bodyOf(opinions))
  }
  return (
    <Box>
      {missing.length > 0 && (
        <Notice tone="warn" title={OPINION.missing(missing.length)}>
          <LinkButton onTap={() => onEdit(missing[0] ?? 0)}>{OPINION.jump}</LinkButton>
        </Notice>
      )}
      <Heading>{OPINION.list}</Heading>
      <Rows>
        {own.clauses.map(({ number, text }, n) => (
          <Row
            key={number}
            title={`${number}. ${text.slice(0, 24)}${text.length > 24 ? '…' : ''}`}
            detail={opinions.clauses[n]?.advice || undefined}
            end={<VerdictTag verdict={opinions.clauses[n]?.verdict ?? null} />}
            onTap={() => onEdit(n)}
          />
        ))}
      </Rows>
      <Box className="below">
        <TextField
          kind="long"
          label={OPINION.summary}
          hint={OPINION.summaryHint}
          error={problems.summary}
          max={1000}
          value={opinions.summary}
          onChange={onSummary}
        />
      </Box>
      <Trouble words={trouble} />
      <Button
        busy={busy}
        disabled={missing.length > 0 || opinions.summary.trim() === ''}
        onTap={() => setAsking(true)}
      >
        {OPINION.go}
      </Button>
      {asking && (
        <Confirm
          title={OPINION.ask}
          yes={OPINION.yes}
          no={OPINION.no}
          onYes={confirm}
          onNo={() => setAsking(false)}
        >
          {OPINION.means}
        </Confirm>
      )}
    </Box>
  )
}

const VerdictTag = ({ verdict }: { verdict: Verdict | null }) =>
  verdict ? (
    <Tag tone={VERDICT_TONE[verdict]}>{VERDICT_NAME[verdict]}</Tag>
  ) : (
    <Tag tone="warn">{OPINION.unsaid}</Tag>
  )
