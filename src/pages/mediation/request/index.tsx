import { useState } from 'react'

import { BottomBar } from '#components/BottomBar'
import { Button, LinkButton } from '#components/Button'
import { Steps } from '#components/Steps'
import { Box } from '#components/tags'
import { goBack } from '#services/route'
import { useFiles } from '#store/files'
import { check, FILES, useRequesting, useTyped } from '#store/mediation'
import { usePlace } from '#store/place'
import { useSettings } from '#store/settings'
import { goToFirstWrong } from '../../first-wrong.ts'
import { useManners } from '../../polite.ts'
import { MediationScreen } from '../MediationScreen.tsx'
import { REQUEST, STEP_NAME, type Step } from '../words.ts'
import { AlreadyStep } from './AlreadyStep.tsx'
import { CheckStep } from './CheckStep.tsx'
import { ElderBegin } from './ElderBegin.tsx'
import { FilesStep } from './FilesStep.tsx'
import { ASKS, BY_FILES, STEPS, stepWith } from './steps.ts'
import { TypeStep } from './TypeStep.tsx'
import { useRequest } from './use-request.ts'
import { WhereStep } from './WhereStep.tsx'
import { WhoStep } from './WhoStep.tsx'
import { WishStep } from './WishStep.tsx'

/** One question after the other; whoever comes back goes on where something is still to be said. */
function useWhere() {
  const type = useTyped('type', '')
  const other = useTyped('otherName', '')
  const wish = useTyped('wish', '')
  const unsure = useRequesting((sending) => sending.unsure)
  const elder = useSettings((settings) => settings.elder)
  const [step, setStep] = useState<Step | 'begin'>(() => {
    if (unsure || (type && other && wish)) return 'check'
    if (type) return other ? 'wish' : 'who'
    return elder ? 'begin' : 'type'
  })
  return { step, setStep, elder }
}

export default function Request() {
  const { step, setStep, elder } = useWhere()
  const region = usePlace(({ place }) => place?.code ?? '')
  const { signedIn, send } = useRequest((names) => {
    setStep((now) => stepWith(names) ?? now)
    goToFirstWrong()
  })
  const files = useFiles(FILES).length
  const shown = useTyped('otherName', '') === '' && files > 0
  if (step === 'begin') return <ElderBegin onBegin={() => setStep('type')} onFiles={() => setStep('files')} />
  const steps = step === 'files' || (shown && BY_FILES.includes(step)) ? BY_FILES : STEPS
  const at = steps.indexOf(step)
  const before = steps[at - 1] ?? (step !== 'type' ? 'type' : elder ? 'begin' : undefined)
  const next = steps[at + 1]
  const goOn = () => {
    if (!next) return
    if (check(region, ASKS[step]) && (step !== 'files' || shown)) setStep(next)
    else goToFirstWrong()
  }
  const back = () => (before ? setStep(before) : goBack())
  return (
    <MediationScreen
      title={REQUEST.title}
      onBack={back}
      bottom={
        next ? (
          <BottomBar>
            <Button onTap={goOn}>{REQUEST.next}</Button>
          </BottomBar>
        ) : (
          <Submit signedIn={signedIn} onTap={send} />
        )
      }
    >
      <Steps now={at + 1} of={steps.length} name={STEP_NAME[step]} />
      <Box key={step} className="step-words">
        <Asked step={step} onStep={setStep} />
      </Box>
      <Box>{(at > 0 || step === 'files') && <LinkButton onTap={back}>{REQUEST.back}</LinkButton>}</Box>
    </MediationScreen>
  )
}

const Asked = ({ step, onStep }: { step: Step; onStep: (step: Step) => void }) => {
  if (step === 'files') return <FilesStep />
  if (step === 'type') return <TypeStep onFiles={() => onStep('files')} />
  if (step === 'already') return <AlreadyStep />
  if (step === 'who') return <WhoStep />
  if (step === 'wish') return <WishStep />
  if (step === 'where') return <WhereStep />
  return <CheckStep onEdit={onStep} />
}

/** Says what the tap will do: ask, sign in first, or repeat what got no answer. */
function Submit({ signedIn, onTap }: { signedIn: boolean; onTap: () => void }) {
  const busy = useRequesting((sending) => sending.busy)
  const unsure = useRequesting((sending) => sending.unsure)
  const say = useManners()
  return (
    <BottomBar>
      <Button busy={busy} busyWords={REQUEST.sending} onTap={onTap}>
        {say(unsure ? REQUEST.retry : signedIn ? REQUEST.submit : REQUEST.signIn)}
      </Button>
    </BottomBar>
  )
}
