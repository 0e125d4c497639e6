import { useState } from 'react'

import { Muted } from '#components/Title'
import { Box } from '#components/tags'
import { Question } from '../Question.tsx'
import { ASKS, ROUTE_WORDS, TROUBLE_GROUPS, TROUBLE_TEXT } from './words.ts'

/** First what it is about, then which of these. */
export function AskTrouble({ onAnswer }: { onAnswer: (trouble: string) => void }) {
  const [group, setGroup] = useState<number | null>(null)
  const within = group === null ? undefined : TROUBLE_GROUPS[group]
  const { ask, hint } = ASKS.trouble
  return (
    <Box>
      {within ? (
        <Question
          key={group}
          now={1}
          of={5}
          flow={ROUTE_WORDS.title}
          ask={within.text}
          hint={within.detail}
          answers={within.troubles.map((trouble) => ({ value: trouble, text: TROUBLE_TEXT[trouble] }))}
          back={ROUTE_WORDS.back}
          onAnswer={onAnswer}
          onBack={() => setGroup(null)}
        />
      ) : (
        <Question
          now={1}
          of={5}
          flow={ROUTE_WORDS.title}
          ask={ask}
          hint={hint}
          answers={TROUBLE_GROUPS.map(({ text, detail }, index) => ({ value: String(index), text, detail }))}
          back={ROUTE_WORDS.back}
          onAnswer={(index) => setGroup(Number(index))}
          onBack={undefined}
        />
      )}
      <Muted>{ROUTE_WORDS.private}</Muted>
    </Box>
  )
}
