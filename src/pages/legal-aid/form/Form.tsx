import { type ReactNode, useState } from 'react'

import { BottomBar } from '#components/BottomBar'
import { Button, LinkButton } from '#components/Button'
import { Notice } from '#components/Notice'
import { Confirm } from '#components/Sheet'
import { Steps } from '#components/Steps'
import { Muted, Title } from '#components/Title'
import { Box } from '#components/tags'
import type { Case } from '#contract/case'
import type { FormStep, Scene } from '#domain/aid-form'
import type { ApplicantState } from '#domain/aid-terms'
import { beginAfresh, useApplying, useSaid } from '#store/aid-form'
import { useSettings } from '#store/settings'
import { CallCard } from '../../CallCard.tsx'
import { useManners } from '../../polite.ts'
import { Screen } from '../../Screen.tsx'
import { Check } from './Check.tsx'
import type { StepProps } from './Inputs.tsx'
import { One, optionsOf, YesNo } from './Inputs.tsx'
import { MaterialStep } from './Materials.tsx'
import { ExemptionStep, MeansStep, StatementStep } from './Means.tsx'
import { useForm } from './use-form.ts'
import {
  DeadlineStep,
  MatterStep,
  OrganStep,
  OtherSideStep,
  PlaceStep,
  StoryStep,
  WishStep,
} from './What.tsx'
import { AgentStep, ContactStep, FillerStep, GuardianStep, PersonStep, WhoseStep } from './Who.tsx'
import { ACCUSED, FORM, PERSON_ASK, STEP } from './words.ts'

const only = (inside: ReactNode) => <Box className="only">{inside}</Box>

const BODY: Readonly<Record<FormStep, (props: StepProps) => ReactNode>> = {
  matter: (props) => <MatterStep {...props} />,
  hurt: () => only(<YesNo name="hurt" yes="有" no="没有" />),
  violence: () => only(<YesNo name="violence" yes="有" no="没有" />),
  migrantWorker: () => only(<YesNo name="migrantWorker" />),
  accused: () => only(<One name="accusedIs" options={optionsOf(ACCUSED)} />),
  place: () => <PlaceStep />,
  story: () => <StoryStep />,
  wish: () => <WishStep />,
  otherSide: () => <OtherSideStep />,
  organ: () => <OrganStep />,
  deadline: (props) => <DeadlineStep {...props} />,
  whose: () => <WhoseStep />,
  person: (props) => <PersonStep {...props} />,
  contact: () => <ContactStep />,
  agent: (props) => <AgentStep {...props} />,
  guardian: () => <GuardianStep />,
  exemption: () => <ExemptionStep />,
  means: () => <MeansStep />,
  statement: () => <StatementStep />,
  material: (props) => <MaterialStep {...props} />,
  filler: () => <FillerStep />,
}

export type FormProps = {
  scene: Scene
  /** Case and draft this form is for; empty for a new application. */
  target: string
  completes: Case | null
  /** What the form began with, said once. */
  begun: 'known' | 'typed' | null
}

/** One question on a screen, then all of it once more. */
export function Form({ scene, target, completes, begun }: FormProps) {
  const elder = useSettings((settings) => settings.elder)
  const say = useManners()
  const form = useForm(scene, completes)
  const { at, place, of, editing, signedIn } = form
  const [first, setFirst] = useState(true)
  const next = () => {
    setFirst(false)
    form.goOn()
  }
  if (at === 'check')
    return (
      <Screen title={FORM.title} onBack={form.back} bottom={<Send signedIn={signedIn} onTap={form.send} />}>
        <Steps now={of} of={of} name={FORM.checkStep} />
        <Box>{elder && <CallCard quiet title={FORM.call} hint={FORM.callHint} />}</Box>
        <Check scene={scene} onEdit={form.edit} />
      </Screen>
    )
  const Body = BODY[at]
  return (
    <Screen
      title={FORM.title}
      onBack={form.back}
      bottom={
        <BottomBar>
          <Button onTap={next}>{editing ? FORM.edited : FORM.next}</Button>
        </BottomBar>
      }
    >
      <Steps now={place + 1} of={of} name={STEP[at].name} />
      <Box>{elder && first && <CallCard title={FORM.call} hint={FORM.callHint} />}</Box>
      <Box>{first && begun && <Begun begun={begun} target={target} />}</Box>
      <Ask at={at} />
      <Box key={at} className="aid-step">
        {Body({ scene, onNext: next })}
      </Box>
      <Box>{(form.hasBefore || editing) && <LinkButton onTap={form.back}>{FORM.back}</LinkButton>}</Box>
      <Box>{first && !elder && <Muted>{say(FORM.help)}</Muted>}</Box>
      <Muted>{signedIn ? FORM.saved : FORM.savedHere}</Muted>
    </Screen>
  )
}

function Ask({ at }: { at: FormStep }) {
  const say = useManners()
  const state = useSaid<ApplicantState>('applicant.state', 'adult')
  const { ask, hint } = STEP[at]
  return <Title hint={hint && say(hint)}>{say(at === 'person' ? PERSON_ASK[state] : ask)}</Title>
}

/** Where the words come from, and how to be rid of them. */
function Begun({ begun, target }: { begun: 'known' | 'typed'; target: string }) {
  const [asking, setAsking] = useState(false)
  const say = useManners()
  const yes = () => {
    beginAfresh(target)
    setAsking(false)
  }
  return (
    <Box className="aid-begun">
      <Notice title={say(begun === 'known' ? FORM.known : FORM.goingOn)}>
        {say(begun === 'known' ? FORM.knownText : FORM.goingOnText)}
        <Box>
          <LinkButton onTap={() => setAsking(true)}>{FORM.afresh}</LinkButton>
        </Box>
      </Notice>
      {asking && (
        <Confirm
          title={FORM.afreshAsk}
          yes={FORM.afresh}
          no={FORM.afreshNo}
          danger
          onYes={yes}
          onNo={() => setAsking(false)}
        >
          {FORM.afreshText}
        </Confirm>
      )}
    </Box>
  )
}

/** Says what the tap will do: send, sign in first, or repeat what got no answer. */
function Send({ signedIn, onTap }: { signedIn: boolean; onTap: () => void }) {
  const busy = useApplying((sending) => sending.busy)
  const unsure = useApplying((sending) => sending.unsure)
  return (
    <BottomBar>
      <Button busy={busy} busyWords={FORM.sending} onTap={onTap}>
        {unsure ? FORM.retry : signedIn ? FORM.send : FORM.signInSend}
      </Button>
    </BottomBar>
  )
}
