import { useState } from 'react'

import { Button, LinkButton } from '#components/Button'
import { Row, Rows } from '#components/Card'
import { Steps } from '#components/Steps'
import { Title } from '#components/Title'
import { Box } from '#components/tags'
import { TOPIC_NAME, type Topic } from '#domain/topic'
import { goBack } from '#services/route'
import { type ChosenSlot, type FieldName, useIsUnsure, useTyped } from '#store/booking'
import { useSession } from '#store/session'
import { Screen } from '../../Screen.tsx'
import { Bottom, BottomSpace } from './Bottom.tsx'
import { Chosen } from './Chosen.tsx'
import { PhoneQuestion } from './Contact.tsx'
import { GoingOn } from './GoingOn.tsx'
import { More } from './More.tsx'
import { SafetyQuestions } from './Safety.tsx'
import { SummaryQuestion, useDangers } from './Summary.tsx'
import { TopicQuestion } from './Topic.tsx'
import { Trouble } from './Trouble.tsx'
import { Submit } from './UsualForm.tsx'
import { checkOnly, useBooking } from './use-booking.ts'
import { FORM_WORDS, STEP_NAME, type Step, YES_NO } from './words.ts'

const ASKS: Readonly<Record<Step, readonly FieldName[]>> = {
  topic: ['topic'],
  summary: ['summary'],
  safety: [],
  phone: ['phone'],
  check: [],
}

const STEPS: readonly Step[] = ['topic', 'summary', 'safety', 'phone', 'check']

/** How to be called safely is asked where there is danger; others find it at the end. */
const stepsFor = (isInDanger: boolean) => STEPS.filter((step) => step !== 'safety' || isInDanger)

const stepWith = (names: readonly string[]): Step | undefined =>
  STEPS.find((step) => ASKS[step].some((name) => names.includes(name)))

/** One question after the other; whoever comes back goes on where something is still to be said. */
export function ElderForm({ slot }: { slot: ChosenSlot | null }) {
  const topic = useTyped('topic', '')
  const summary = useTyped('summary', '')
  const unsure = useIsUnsure()
  const isInDanger = useDangers().length > 0
  const steps = stepsFor(isInDanger)
  const [step, setStep] = useState<Step>(() => (unsure || summary ? 'check' : topic ? 'summary' : 'topic'))
  const { signedIn, send } = useBooking((names) => setStep((now) => stepWith(names) ?? now))
  const at = Math.max(steps.indexOf(step), 0)
  const back = steps[at - 1]
  const next = steps[at + 1]
  const goOn = () => next && checkOnly(ASKS[step]) && setStep(next)
  return (
    <Screen
      title={FORM_WORDS.title}
      onBack={() => (back ? setStep(back) : goBack())}
      bottom={
        next ? (
          <Bottom>
            <Button onTap={goOn}>{FORM_WORDS.next}</Button>
          </Bottom>
        ) : (
          <Submit signedIn={signedIn} onTap={send} />
        )
      }
    >
      <Steps now={at + 1} of={steps.length} name={STEP_NAME[step]} />
      {step === 'topic' && <TopicQuestion />}
      {step === 'summary' && <SummaryQuestion />}
      {step === 'safety' && <SafetyQuestions />}
      {step === 'phone' && <PhoneQuestion />}
      {step === 'check' && <Check slot={slot} isInDanger={isInDanger} onEdit={setStep} />}
      {back && <LinkButton onTap={() => setStep(back)}>{FORM_WORDS.back}</LinkButton>}
      <BottomSpace />
    </Screen>
  )
}

type CheckProps = { slot: ChosenSlot | null; isInDanger: boolean; onEdit: (step: Step) => void }

function Check({ slot, isInDanger, onEdit }: CheckProps) {
  const topic = useTyped<Topic | ''>('topic', '')
  const summary = useTyped('summary', '')
  const phone = useTyped('phone', '')
  const maySay = useTyped('maySayWhoWeAre', true)
  const mine = useSession(({ account }) => account?.phone)
  return (
    <Box className="check">
      <Title>{FORM_WORDS.checkTitle}</Title>
      <Trouble slot={slot} onForm={false} />
      {slot && <Chosen slot={slot} />}
      <GoingOn />
      <Rows>
        <Row title={topic ? TOPIC_NAME[topic] : ''} end={FORM_WORDS.edit} onTap={() => onEdit('topic')} />
        <Row title={summary} end={FORM_WORDS.edit} onTap={() => onEdit('summary')} />
        {isInDanger && (
          <Row
            title={maySay ? YES_NO.sayWho.yes : YES_NO.sayWho.no}
            end={FORM_WORDS.edit}
            onTap={() => onEdit('safety')}
          />
        )}
        <Row
          title={phone || mine || FORM_WORDS.phoneLater}
          detail={FORM_WORDS.phone}
          end={FORM_WORDS.edit}
          onTap={() => onEdit('phone')}
        />
      </Rows>
      <More withSafety={!isInDanger} />
    </Box>
  )
}
