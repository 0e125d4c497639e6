import { useRouter } from '@tarojs/taro'
import { useState } from 'react'

import { Button } from '#components/Button'
import { Choices } from '#components/Choices'
import { Confirm } from '#components/Sheet'
import { TextField } from '#components/TextField'
import { Muted } from '#components/Title'
import { Box } from '#components/tags'
import type { CaseAction } from '#contract/case'
import type { MediationOwn } from '#contract/mediation'
import { dayOf, type Instant } from '#domain/day'
import { goBack } from '#services/route'
import { dropStep, filledStep, keepStep } from '#services/step-draft'
import { clearFiles, idsIn, useFiles } from '#store/files'
import { AddFiles } from '../../AddFiles.tsx'
import { goToFirstWrong } from '../../first-wrong.ts'
import { useAct } from '../../use-act.ts'
import { type Step, StepOf } from '../StepOf.tsx'
import { Trouble } from '../Trouble.tsx'
import { DRAFT } from '../words.ts'
import { Clauses } from './Clauses.tsx'
import { OralWhen } from './OralWhen.tsx'
import { Parts } from './Parts.tsx'
import { bodyOf, problemsIn, type Terms } from './terms.ts'

/** An agreement from the clauses of its type, with instalments; in writing, or what was agreed by word of mouth. */
export default function DraftPage() {
  const oral = useRouter().params.oral === 'yes'
  const action = oral ? 'record_oral_agreement' : 'draft_agreement'
  return (
    <StepOf title={oral ? DRAFT.oral : DRAFT.written} action={action}>
      {(step) => <Form key={step.one.id} {...step} oral={oral} />}
    </StepOf>
  )
}

const begun = (own: MediationOwn, oral: boolean, now: Instant): Terms => ({
  facts: '',
  disputed: own.wish ?? '',
  duty: '',
  clauses: own.template,
  ways: [],
  amount: '0',
  parts: [],
  place: oral ? (own.committee.address ?? own.committee.name) : '',
  touches: [],
  reachedOn: dayOf(now),
})

/** Kept on the telephone as one text until it has been sent. */
function useTerms({ one, own, step, now }: Step, oral: boolean) {
  const [terms, setTerms] = useState<Terms>(() => {
    const kept = filledStep(one.id, step.action).terms
    return typeof kept === 'string' ? JSON.parse(kept) : begun(own, oral, now)
  })
  const change = (more: Partial<Terms>) => {
    const next = { ...terms, ...more }
    setTerms(next)
    keepStep(one.id, step.action, { terms: JSON.stringify(next) })
  }
  return { terms, change }
}

const optionsOf = ({ fields }: CaseAction, name: string) =>
  fields.find((field) => field.name === name)?.options ?? []

/** Nothing of it touches what the law treats apart, or some of it does. */
const eitherNone = (values: readonly string[], before: readonly string[]) =>
  values.includes('none') && !before.includes('none') ? ['none'] : values.filter((one) => one !== 'none')

function Form({ oral, ...given }: Step & { oral: boolean }) {
  const { one, step } = given
  const { terms, change: type } = useTerms(given, oral)
  const [asking, setAsking] = useState(false)
  const place = `oral:${one.id}`
  const fileIds = idsIn(useFiles(place))
  const done = () => {
    clearFiles(place)
    dropStep(one.id, step.action)
    void goBack()
  }
  const { busy, problems, trouble, send, complain } = useAct(one, step.action, done)
  const change = (more: Partial<Terms>) => {
    type(more)
    complain({})
  }
  const check = () => {
    const wrong = problemsIn(terms, oral)
    complain(wrong)
    if (Object.keys(wrong).length > 0) return goToFirstWrong()
    setAsking(true)
  }
  const keep = () => {
    setAsking(false)
    send({ ...bodyOf(terms, oral), ...(oral && fileIds?.length ? { fileIds } : {}) })
  }
  return (
    <Box className="narrow">
      <Muted>{oral ? DRAFT.oralHint : DRAFT.hint}</Muted>
      <Box className="below">
        {oral && <OralWhen terms={terms} problems={problems} onChange={change} />}
        <TextField
          kind="long"
          label={oral ? DRAFT.oralFacts : DRAFT.facts}
          hint={DRAFT.factsHint}
          error={problems.facts}
          max={2000}
          value={terms.facts}
          onChange={(facts) => change({ facts })}
        />
        {!oral && (
          <TextField
            kind="long"
            label={DRAFT.disputed}
            error={problems.disputed}
            max={1000}
            value={terms.disputed}
            onChange={(disputed) => change({ disputed })}
          />
        )}
        {!oral && (
          <TextField
            kind="long"
            label={DRAFT.duty}
            optional
            error={problems.duty}
            max={1000}
            value={terms.duty}
            onChange={(duty) => change({ duty })}
          />
        )}
      </Box>
      <Clauses
        clauses={terms.clauses}
        error={problems.clauses}
        onClauses={(clauses) => change({ clauses })}
      />
      <Choices
        label={DRAFT.ways}
        error={problems.ways}
        options={optionsOf(step, 'ways')}
        values={terms.ways}
        onChange={(ways) => change({ ways })}
      />
      <TextField
        kind="number"
        label={DRAFT.amount}
        hint={DRAFT.amountHint}
        error={problems.amount}
        value={terms.amount}
        onChange={(amount) => change({ amount })}
      />
      <Parts parts={terms.parts} error={problems.instalments} onParts={(parts) => change({ parts })} />
      <TextField
        label={oral ? DRAFT.at : DRAFT.place}
        optional={!oral}
        error={problems.place}
        max={200}
        value={terms.place}
        onChange={(place) => change({ place })}
      />
      <Choices
        label={DRAFT.touches}
        hint={DRAFT.touchesHint}
        error={problems.touches}
        options={optionsOf(step, 'touches')}
        values={terms.touches}
        onChange={(values) => change({ touches: eitherNone(values, terms.touches) })}
      />
      {oral && (
        <AddFiles
          place={place}
          label={DRAFT.photos}
          hint={DRAFT.photosHint}
          error={problems.fileIds}
          optional
        />
      )}
      <Trouble words={trouble} />
      <Button busy={busy} disabled={fileIds === null} onTap={check}>
        {oral ? DRAFT.goOral : DRAFT.goWritten}
      </Button>
      {asking && (
        <Confirm
          title={oral ? DRAFT.askOral : DRAFT.askWritten}
          yes={DRAFT.yes}
          no={DRAFT.no2}
          danger={oral}
          onYes={keep}
          onNo={() => setAsking(false)}
        >
          {oral ? DRAFT.meansOral : DRAFT.meansWritten}
        </Confirm>
      )}
    </Box>
  )
}
