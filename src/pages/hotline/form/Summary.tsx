import { EmergencyCard } from '#components/Notice'
import { TextField } from '#components/TextField'
import { Box } from '#components/tags'
import { CONTACTS, type Contact, type Danger, dangerIn } from '#domain/danger'
import type { Topic } from '#domain/topic'
import { callPhone } from '#services/device'
import { keep, useProblem, useTyped } from '#store/booking'
import { FORM_WORDS, TOPIC_EXAMPLE, typedOf } from './words.ts'

const MOST = 200

/** Each number once, the most urgent first. */
const linesFor = (dangers: readonly Danger[]): Contact[] => [
  ...new Map(dangers.flatMap((danger) => CONTACTS[danger]).map((line) => [line.number, line])).values(),
]

export const useDangers = (): Danger[] => dangerIn(useTyped('summary', ''))

/** The card comes while one is still typing, and stands in nobody's way. */
export const Emergency = ({ dangers }: { dangers: readonly Danger[] }) => (
  <Box className="emergency-place">
    {dangers.length > 0 && (
      <EmergencyCard title={FORM_WORDS.dangerTitle} lines={linesFor(dangers)} onCall={callPhone}>
        {FORM_WORDS.dangerText}
      </EmergencyCard>
    )}
  </Box>
)

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
      <Emergency dangers={dangers} />
    </Box>
  )
}
