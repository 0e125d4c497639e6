import { TextField } from '#components/TextField'
import { Box } from '#components/tags'
import { type Danger, dangerIn } from '#domain/danger'
import type { Topic } from '#domain/topic'
import { keep, useProblem, useTyped } from '#store/booking'
import { InDanger } from '../../InDanger.tsx'
import { FORM_WORDS, TOPIC_EXAMPLE, typedOf } from './words.ts'

const MOST = 200

export const useDangers = (): Danger[] => dangerIn(useTyped('summary', ''))

export function SummaryQuestion() {
  const summary = useTyped('summary', '')
  const topic = useTyped<Topic | ''>('topic', '')
  const dangers = dangerIn(summary)
  return (
    <Box className="summary">
      <TextField
        kind="long"
        label={FORM_WORDS.summary}
        hint={`${FORM_WORDS.example}${TOPIC_EXAMPLE[topic || 'labour']}`}
        purpose={FORM_WORDS.summaryWhy}
        error={useProblem('summary')}
        max={MOST}
        value={summary}
        onChange={(value) => keep('summary', value)}
      />
      <Box className="summary__count">{typedOf([...summary].length, MOST)}</Box>
      <InDanger dangers={dangers}>{FORM_WORDS.dangerText}</InDanger>
    </Box>
  )
}
