import { useState } from 'react'

import { Await } from '#components/Await'
import { Button } from '#components/Button'
import { Choice } from '#components/Choice'
import { Fold } from '#components/Fold'
import { Select } from '#components/Select'
import { Steps } from '#components/Steps'
import { TextField } from '#components/TextField'
import { Box } from '#components/tags'
import { dayOf } from '#domain/day'
import { RESULTS, SERVICES, type Service, WAYS } from '#domain/ledger'
import { RESULT_NAME, SERVICE_NAME, WAY_NAME } from '#domain/ledger-words'
import type { FieldProblems } from '#domain/refusal'
import { askAbout } from '#services/about'
import { addLine, readDesk } from '#services/adviser-desk'
import { goBack } from '#services/route'
import { callLegalLine } from '../../help.ts'
import { useLoaded } from '../../use-loaded.ts'
import { useSend } from '../../use-send.ts'
import { SpanFields, spanOf, spanProblems, type TypedSpan } from '../SpanFields.tsx'
import { ADVISER, StaffScreen } from '../StaffScreen.tsx'
import { Trouble } from '../Trouble.tsx'
import { DESK, RECORD } from '../words.ts'

type Step = keyof typeof RECORD.steps
const STEPS = Object.keys(RECORD.steps) as Step[]

/** The ones that do not write themselves come first. */
const OWN: readonly Service[] = ['lecture', 'review', 'mediation', 'drafting', 'sweep', 'opinion']
const OFFERED = [...OWN, ...SERVICES.filter((one) => !OWN.includes(one) && one !== 'visit')]

const SERVICE_OPTIONS = OFFERED.map((value) => ({ value, text: SERVICE_NAME[value] }))
const WAY_ENTRIES = WAYS.map((value) => ({ value, text: WAY_NAME[value] }))
const RESULT_ENTRIES = RESULTS.map((value) => ({ value, text: RESULT_NAME[value] }))

async function load() {
  const [{ now }, { villages }] = await Promise.all([askAbout(), readDesk()])
  return { today: dayOf(now), villages }
}

type Loaded = Awaited<ReturnType<typeof load>>

/** A lecture or a review in three taps; everything else has written itself. */
export default function RecordPage() {
  const { loaded, reload } = useLoaded(load, [])
  return (
    <StaffScreen title={RECORD.title} roles={ADVISER}>
      <Await loaded={loaded} onRetry={reload} onCall={callLegalLine}>
        {(shown) => <Form {...shown} />}
      </Await>
    </StaffScreen>
  )
}

const BLANK = { about: '', people: '', leaflets: '', trained: '', way: 'on_site', result: '' }
type Typed = typeof BLANK

const countOf = (name: string, text: string) => (text.trim() ? { [name]: Number(text) } : {})

function Form({ today, villages }: Loaded) {
  const only = villages.length === 1 ? villages[0]?.code : undefined
  const [step, setStep] = useState<Step>('what')
  const [service, setService] = useState<Service | null>(null)
  const [village, setVillage] = useState(only ?? '')
  const [span, setSpan] = useState<TypedSpan>({ day: today, from: '09:00', to: '10:00' })
  const [typed, setTyped] = useState<Typed>(BLANK)
  const { busy, problems, trouble, send, complain } = useSend()
  const at = STEPS.indexOf(step)
  const pick = (chosen: Service) => {
    setService(chosen)
    setStep('where')
  }
  const goOn = () => {
    const wrong = spanProblems(span)
    const all = { ...wrong, ...(!village && { villageCode: DESK.choose }) }
    complain(all)
    if (Object.keys(all).length === 0) setStep('about')
  }
  const { way, result, about, ...counts } = typed
  const write = () => {
    if (!service) return setStep('what')
    const said = Object.assign({}, ...Object.entries(counts).map(([name, text]) => countOf(name, text)))
    send(
      () =>
        addLine({
          villageCode: village,
          service,
          ...spanOf(span),
          about: about.trim() || SERVICE_NAME[service],
          way: WAYS.find((one) => one === way) ?? 'on_site',
          ...(result && { result: RESULTS.find((one) => one === result) }),
          ...said,
        }),
      () => void goBack(),
    )
  }
  return (
    <Box className="narrow">
      <Steps now={at + 1} of={STEPS.length} name={RECORD.steps[step]} />
      {step === 'what' && (
        <Choice
          label={RECORD.what}
          layout="pair"
          options={SERVICE_OPTIONS}
          error={problems.service}
          value={service}
          onChange={pick}
        />
      )}
      {step === 'where' && (
        <Box>
          <Choice
            label={RECORD.village}
            options={villages.map(({ code, name }) => ({ value: code, text: name }))}
            error={problems.villageCode}
            value={village || null}
            onChange={setVillage}
          />
          <SpanFields span={span} problems={problems} onSpan={(more) => setSpan({ ...span, ...more })} />
          <Button onTap={goOn}>{RECORD.next}</Button>
        </Box>
      )}
      {step === 'about' && (
        <Box>
          <About typed={typed} problems={problems} onType={(more) => setTyped({ ...typed, ...more })} />
          <Trouble words={trouble} />
          <Button busy={busy} busyWords={DESK.saving} onTap={write}>
            {RECORD.go}
          </Button>
        </Box>
      )}
      {at > 0 && (
        <Box className="after">
          <Button tone="quiet" onTap={() => setStep(STEPS[at - 1] ?? 'what')}>
            {RECORD.back}
          </Button>
        </Box>
      )}
    </Box>
  )
}

type AboutProps = { typed: Typed; problems: FieldProblems; onType: (more: Partial<Typed>) => void }

const About = ({ typed, problems, onType }: AboutProps) => (
  <Box>
    <TextField
      label={RECORD.about}
      hint={RECORD.aboutHint}
      optional
      error={problems.about}
      max={500}
      value={typed.about}
      onChange={(about) => onType({ about })}
    />
    <TextField
      kind="number"
      label={RECORD.people}
      hint={RECORD.peopleHint}
      optional
      error={problems.people}
      max={4}
      value={typed.people}
      onChange={(people) => onType({ people })}
    />
    <Box className="folded">
      <Fold title={RECORD.more} hint={RECORD.moreHint}>
        <Select
          label={RECORD.way}
          blank={DESK.choose}
          entries={WAY_ENTRIES}
          value={typed.way}
          onChange={(way) => onType({ way })}
        />
        <TextField
          kind="number"
          label={RECORD.leaflets}
          optional
          error={problems.leaflets}
          max={5}
          value={typed.leaflets}
          onChange={(leaflets) => onType({ leaflets })}
        />
        <TextField
          kind="number"
          label={RECORD.trained}
          optional
          error={problems.trained}
          max={4}
          value={typed.trained}
          onChange={(trained) => onType({ trained })}
        />
        <Select
          label={RECORD.result}
          blank={DESK.choose}
          entries={RESULT_ENTRIES}
          value={typed.result}
          onChange={(result) => onType({ result })}
        />
      </Fold>
    </Box>
  </Box>
)
