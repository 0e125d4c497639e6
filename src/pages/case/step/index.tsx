import { useRouter } from '@tarojs/taro'
import { useState } from 'react'

import { Await, Empty } from '#components/Await'
import { Button } from '#components/Button'
import { Notice } from '#components/Notice'
import { Confirm } from '#components/Sheet'
import { Title } from '#components/Title'
import { Box, Words } from '#components/tags'
import type { Case, CaseAction } from '#contract/case'
import { goBack } from '#services/route'
import { loadCase, useCase } from '#store/cases'
import { callLegalLine } from '../../help.ts'
import { Screen } from '../../Screen.tsx'
import { useLoaded } from '../../use-loaded.ts'
import { placeOf } from './attached.ts'
import { Fields } from './Fields.tsx'
import { useStep } from './use-step.ts'
import { STEP_WORDS } from './words.ts'

/** Any step of any case that asks for more than a word or two: what it asks for comes from the server. */
export default function StepPage() {
  const { id = '', action = '' } = useRouter().params
  const { loaded, reload } = useLoaded(() => loadCase(id), [id])
  const known = useCase(id)
  const title = known?.actions.find((one) => one.action === action)?.text ?? STEP_WORDS.title
  return (
    <Screen title={title}>
      <Await loaded={loaded} onRetry={reload} onCall={callLegalLine} skeletonRows={4}>
        {(read) => <Asked one={known ?? read} action={action} onRefused={reload} />}
      </Await>
    </Screen>
  )
}

type AskedProps = { one: Case; action: string; onRefused: () => void }

/** What was refused stays readable beside the newest state of the case. */
function Asked({ one, action, onRefused }: AskedProps) {
  const [refused, setRefused] = useState<string | null>(null)
  const step = one.actions.find((offered) => offered.action === action)
  const onNo = (words: string) => {
    setRefused(words)
    onRefused()
  }
  return (
    <Box>
      <Box>{refused && <Notice tone="warn" title={refused} news />}</Box>
      {step ? <Form key={`${one.id}/${action}`} one={one} step={step} onRefused={onNo} /> : <Gone />}
    </Box>
  )
}

const Gone = () => (
  <Empty title={STEP_WORDS.gone} action={<Button onTap={() => void goBack()}>{STEP_WORDS.back}</Button>}>
    {STEP_WORDS.goneText}
  </Empty>
)

/** Which case it is; its number is never broken. */
const Which = ({ one: { title, number } }: { one: Case }) => (
  <>
    {`${title} · `}
    <Words className="step__number">{number}</Words>
  </>
)

type FormProps = { one: Case; step: CaseAction; onRefused: (words: string) => void }

function Form({ one, step, onRefused }: FormProps) {
  const [asking, setAsking] = useState(false)
  const onNo = (words: string) => {
    setAsking(false)
    onRefused(words)
  }
  const { filling, problems, busy, trouble, fill, check, send } = useStep(one, step, step.fields, {
    onDone: () => void goBack(),
    onRefused: onNo,
  })
  const go = () => {
    if (!check()) return
    if (step.final) return setAsking(true)
    send()
  }
  const confirm = () => {
    setAsking(false)
    send()
  }
  return (
    <Box>
      <Title hint={<Which one={one} />}>{step.text}</Title>
      <Box className="step__means">
        {step.means && <Notice tone={step.final ? 'warn' : 'info'}>{step.means}</Notice>}
      </Box>
      <Fields
        fields={step.fields}
        placeOf={(name) => placeOf(one.id, step.action, name)}
        filling={filling}
        problems={problems}
        onFill={fill}
      />
      <Box className="step__trouble">
        {trouble && (
          <Notice tone="warn" news>
            {trouble}
          </Notice>
        )}
      </Box>
      <Box className="step__go">
        <Button busy={busy} onTap={go}>
          {step.text}
        </Button>
      </Box>
      {asking && (
        <Confirm
          title={STEP_WORDS.ask(step.text)}
          yes={STEP_WORDS.sure(step.text)}
          no={STEP_WORDS.notNow}
          danger
          onYes={confirm}
          onNo={() => setAsking(false)}
        >
          {step.means}
        </Confirm>
      )}
    </Box>
  )
}
