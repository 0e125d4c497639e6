import { useState } from 'react'

import { Button, LinkButton } from '#components/Button'
import { Steps } from '#components/Steps'
import { Box } from '#components/tags'
import type { Case } from '#contract/case'
import type { RulesReviewOwn } from '#contract/rules-review'
import { OPINION } from '../words.ts'
import { Clause } from './Clause.tsx'
import { begunOpinions, keepOpinions, missingIn, type Opinion } from './opinions.ts'
import { Summary } from './Summary.tsx'

type Props = { one: Case; own: RulesReviewOwn }

/** One clause on a screen, then all of them once more before they are sent. */
export function Review({ one, own }: Props) {
  const [opinions, setOpinions] = useState(() => begunOpinions(one.id, own))
  const [at, setAt] = useState(() => missingIn(opinions)[0] ?? own.clauses.length)
  const keep = (next: typeof opinions) => {
    keepOpinions(one.id, own, next)
    setOpinions(next)
  }
  const change = (more: Partial<Opinion>) =>
    keep({
      ...opinions,
      clauses: opinions.clauses.map((opinion, n) => (n === at ? { ...opinion, ...more } : opinion)),
    })
  const clause = own.clauses[at]
  const opinion = opinions.clauses[at]
  return (
    <Box className="narrow">
      <Steps
        now={at + 1}
        of={own.clauses.length + 1}
        name={clause ? OPINION.clause(at + 1, own.clauses.length) : OPINION.final}
      />
      {clause && opinion ? (
        <Box>
          <Clause key={at} text={clause.text} flags={own.redFlags} opinion={opinion} onChange={change} />
          <Button onTap={() => setAt(at + 1)}>{OPINION.next}</Button>
        </Box>
      ) : (
        <Summary
          one={one}
          own={own}
          opinions={opinions}
          onSummary={(summary) => keep({ ...opinions, summary })}
          onEdit={setAt}
        />
      )}
      {at > 0 && <LinkButton onTap={() => setAt(at - 1)}>{OPINION.before}</LinkButton>}
    </Box>
  )
}
