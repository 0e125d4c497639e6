import { useState } from 'react'

import { Button, LinkButton } from '#components/Button'
import { Choices } from '#components/Choices'
import { Steps } from '#components/Steps'
import { TextField } from '#components/TextField'
import { Muted, Title } from '#components/Title'
import { Box } from '#components/tags'
import type { CheckAnswers, Question as Name } from '#domain/aid-check'
import type { Exemption } from '#domain/aid-means'
import { isDay } from '#domain/day'
import { answerCheck, passOver } from '#store/aid-check'
import { Question } from '../Question.tsx'
import {
  CHECK_ANSWERS,
  CHECK_ASKS,
  CHECK_WORDS,
  MATTER_GROUPS,
  matterAnswers,
  SITUATIONS,
  TRUE_OR_FALSE,
  YES,
} from './words.ts'

type Props = { question: Name; now: number; of: number; onBack: (() => void) | undefined }

/** One question of the check. */
export function Ask(props: Props) {
  const { question } = props
  if (question === 'matter') return <AskMatter {...props} />
  if (question === 'situations') return <AskSituations {...props} />
  if (question === 'deadlineOn') return <AskDeadline {...props} />
  return (
    <Question
      {...props}
      {...CHECK_ASKS[question as keyof typeof CHECK_ASKS]}
      flow={CHECK_WORDS.title}
      back={CHECK_WORDS.back}
      answers={CHECK_ANSWERS[question] ?? []}
      onAnswer={(value) => answerCheck(question, meant(question, value))}
    />
  )
}

const meant = (question: Name, value: string) =>
  (TRUE_OR_FALSE.includes(question) ? value === YES : value) as CheckAnswers[Name]

/** First what it is about, then which of these. */
function AskMatter({ now, of, onBack }: Props) {
  const [group, setGroup] = useState<number | null>(null)
  const within = group === null ? undefined : MATTER_GROUPS[group]
  const { ask, hint } = CHECK_ASKS.matter
  const common = { now, of: Math.max(of, 4), back: CHECK_WORDS.back, flow: CHECK_WORDS.title }
  const take = (value: string) => answerCheck('matter', value as CheckAnswers['matter'])
  return (
    <Box>
      {within ? (
        <Question
          key={group}
          {...common}
          ask={within.text}
          hint={within.detail}
          answers={matterAnswers(within.matters)}
          onAnswer={take}
          onBack={() => setGroup(null)}
        />
      ) : (
        <Question
          {...common}
          ask={ask}
          hint={hint}
          answers={MATTER_GROUPS.map(({ text, detail }, index) => ({ value: String(index), text, detail }))}
          onAnswer={(index) => setGroup(Number(index))}
          onBack={onBack}
        />
      )}
      <Muted>{CHECK_WORDS.private}</Muted>
    </Box>
  )
}

function AskSituations({ now, of, onBack }: Props) {
  const [chosen, setChosen] = useState<readonly string[]>([])
  const { ask, hint } = CHECK_ASKS.situations
  const take = (values: readonly string[]) => answerCheck('situations', values as readonly Exemption[])
  return (
    <Box className="question">
      <Steps now={now} of={of} name={CHECK_WORDS.title} />
      <Title hint={hint}>{ask}</Title>
      <Choices label={CHECK_WORDS.chooseSome} options={SITUATIONS} values={chosen} onChange={setChosen} />
      <Button disabled={chosen.length === 0} onTap={() => take(chosen)}>
        {CHECK_WORDS.next}
      </Button>
      <Button tone="ghost" onTap={() => take([])}>
        {CHECK_WORDS.none}
      </Button>
      <Box className="question__back">
        {onBack && <LinkButton onTap={onBack}>{CHECK_WORDS.back}</LinkButton>}
      </Box>
    </Box>
  )
}

function AskDeadline({ now, of, onBack }: Props) {
  const [day, setDay] = useState('')
  const { ask, hint } = CHECK_ASKS.deadlineOn
  return (
    <Box className="question">
      <Steps now={now} of={of} name={CHECK_WORDS.title} />
      <Title hint={hint}>{ask}</Title>
      <TextField kind="date" label={CHECK_WORDS.deadlineLabel} value={day} onChange={setDay} />
      <Button disabled={!isDay(day)} onTap={() => answerCheck('deadlineOn', day)}>
        {CHECK_WORDS.next}
      </Button>
      <Button tone="quiet" onTap={() => passOver('deadlineOn')}>
        {CHECK_WORDS.daySkip}
      </Button>
      <Box className="question__back">
        {onBack && <LinkButton onTap={onBack}>{CHECK_WORDS.back}</LinkButton>}
      </Box>
    </Box>
  )
}
