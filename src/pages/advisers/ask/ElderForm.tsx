import { useState } from 'react'

import { BottomBar } from '#components/BottomBar'
import { Button, LinkButton } from '#components/Button'
import { Row, Rows } from '#components/Card'
import { Steps } from '#components/Steps'
import { Title } from '#components/Title'
import { Box } from '#components/tags'
import { TOPIC_NAME, type Topic } from '#domain/topic'
import { goBack } from '#services/route'
import { type FieldName, useAsking, useTyped } from '#store/inquiry'
import { CallCard } from '../../CallCard.tsx'
import { Screen } from '../../Screen.tsx'
import type { Addressed } from '../load.ts'
import { ASK, type AskStep, LINE, STEP_NAME } from '../words.ts'
import { More, QuestionField, TopicQuestion } from './Fields.tsx'
import { Promised } from './Promised.tsx'
import { Trouble } from './Trouble.tsx'
import { Submit } from './UsualForm.tsx'
import { checkOnly, useQuestion } from './use-question.ts'

const STEPS: readonly AskStep[] = ['topic', 'question', 'check']
const ASKS: Readonly<Record<AskStep, readonly FieldName[]>> = {
  topic: ['topic'],
  question: ['question'],
  check: [],
}

const stepWith = (names: readonly string[]) =>
  STEPS.find((step) => ASKS[step].some((name) => names.includes(name)))

/** One question after the other; whoever comes back goes on where something is still to be said. */
export function ElderForm(asked: Addressed) {
  const village = asked.answer.village.code
  const topic = useTyped('topic', '')
  const question = useTyped('question', '')
  const unsure = useAsking((sending) => sending.unsure)
  const [step, setStep] = useState<AskStep>(() =>
    unsure || question ? 'check' : topic ? 'question' : 'topic',
  )
  const { signedIn, send } = useQuestion(village, (names) => setStep((now) => stepWith(names) ?? now))
  const at = STEPS.indexOf(step)
  const back = STEPS[at - 1]
  const next = STEPS[at + 1]
  const goOn = () => next && checkOnly(village, ASKS[step]) && setStep(next)
  return (
    <Screen
      title={ASK.title}
      onBack={() => (back ? setStep(back) : goBack())}
      bottom={
        next ? (
          <BottomBar>
            <Button onTap={goOn}>{ASK.next}</Button>
          </BottomBar>
        ) : (
          <Submit signedIn={signedIn} onTap={send} />
        )
      }
    >
      <Steps now={at + 1} of={STEPS.length} name={STEP_NAME[step]} />
      {step === 'topic' && <CallCard title={LINE.call} hint={LINE.hint} />}
      {step === 'topic' && <TopicQuestion />}
      {step === 'question' && <QuestionField />}
      {step === 'check' && <Check asked={asked} onEdit={setStep} />}
      {back && <LinkButton onTap={() => setStep(back)}>{ASK.back}</LinkButton>}
    </Screen>
  )
}

function Check({ asked, onEdit }: { asked: Addressed; onEdit: (step: AskStep) => void }) {
  const topic = useTyped<Topic | ''>('topic', '')
  const question = useTyped('question', '')
  return (
    <Box className="ask__check">
      <Title>{ASK.check}</Title>
      <Trouble />
      <Rows>
        <Row title={topic ? TOPIC_NAME[topic] : ''} end={ASK.edit} onTap={() => onEdit('topic')} />
        <Row title={question} end={ASK.edit} onTap={() => onEdit('question')} />
      </Rows>
      <Promised {...asked} />
      <More />
    </Box>
  )
}
