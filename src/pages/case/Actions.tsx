import { useState } from 'react'

import { Button } from '#components/Button'
import { Notice } from '#components/Notice'
import { Sheet } from '#components/Sheet'
import { TextField } from '#components/TextField'
import { Box } from '#components/tags'
import type { Case, CaseAction } from '#contract/case'
import { type FieldProblems, Refusal } from '#domain/refusal'
import { NoAnswer } from '#services/call'
import { go } from '#services/route'
import { actOn } from '#store/cases'
import { explain } from '../use-loaded.ts'
import { askFor, toneOf } from './ask.ts'
import { ASK, CASE_WORDS, FIELD_NAME } from './words.ts'

type Words = Readonly<Record<string, string>>

/** Steps whose answer is not a text: they have pages of their own. */
const ELSEWHERE: Readonly<Record<string, (one: Case) => void>> = {
  reschedule: ({ id }) => void go('slots', { caseId: id }),
  record_answer: ({ id }) => void go('ticket', { id }),
  refer: ({ id }) => void go('refer', { id }),
  report_danger: ({ id }) => void go('danger', { id }),
}

type Props = {
  one: Case
  /** The step was taken, or refused because the case is not what was shown: in words. */
  onDone: (news: string) => void
  onRefused: (news: string) => void
}

/** The steps that the server offers, no others. */
export function Actions({ one, onDone, onRefused }: Props) {
  const [asking, setAsking] = useState<CaseAction | null>(null)
  const [busy, setBusy] = useState<string | null>(null)
  const start = (step: CaseAction) => {
    const elsewhere = ELSEWHERE[step.action]
    if (elsewhere) return elsewhere(one)
    if (askFor(one, step) || step.fields.length > 0) return setAsking(step)
    setBusy(step.action)
    actOn(one, step.action)
      .then(
        () => onDone(`${CASE_WORDS.done}${step.text}`),
        (error: unknown) => onRefused(wordsOf(error)),
      )
      .finally(() => setBusy(null))
  }
  return (
    <Box>
      <Box className="actions">
        {dangerLast(one.actions).map((step) => (
          <Button key={step.action} tone={toneOf(step)} busy={busy === step.action} onTap={() => start(step)}>
            {step.text}
          </Button>
        ))}
      </Box>
      {asking && (
        <Ask
          key={asking.action}
          one={one}
          step={asking}
          onClose={() => setAsking(null)}
          onDone={() => {
            setAsking(null)
            onDone(`${CASE_WORDS.done}${asking.text}`)
          }}
          onRefused={(news) => {
            setAsking(null)
            onRefused(news)
          }}
        />
      )}
    </Box>
  )
}

/** In the order of the server, but what cannot be undone comes last. */
const dangerLast = (steps: readonly CaseAction[]) =>
  [...steps].sort((a, b) => Number(ASK[a.action]?.danger ?? false) - Number(ASK[b.action]?.danger ?? false))

/** Whoever undoes something owes no reason: only what is required is asked. */
const fieldsOf = ({ action, fields }: CaseAction) =>
  ASK[action]?.danger ? fields.filter(({ required }) => required) : fields

const wordsOf = (error: unknown) => (error instanceof NoAnswer ? CASE_WORDS.lost : explain(error).words)

type AskProps = {
  one: Case
  step: CaseAction
  onClose: () => void
  onDone: () => void
  onRefused: (news: string) => void
}

/** What the step means, and the words it takes. What is typed stays until it is done or left. */
function Ask({ one, step, onClose, onDone, onRefused }: AskProps) {
  const [typed, setTyped] = useState<Words>({})
  const [problems, setProblems] = useState<FieldProblems>({})
  const [lost, setLost] = useState(false)
  const [busy, setBusy] = useState(false)
  const ask = askFor(one, step)
  const fail = (error: unknown) => {
    if (error instanceof NoAnswer) return setLost(true)
    if (error instanceof Refusal && error.fields) return setProblems(error.fields)
    onRefused(explain(error).words)
  }
  const send = () => {
    setBusy(true)
    setProblems({})
    actOn(one, step.action, said(typed))
      .then(onDone, fail)
      .finally(() => setBusy(false))
  }
  return (
    <Sheet title={ask?.title ?? step.text} onClose={onClose}>
      {ask && <Box className="sheet__text">{ask.means}</Box>}
      {fieldsOf(step).map(({ name, required }) => (
        <TextField
          key={name}
          kind="long"
          label={FIELD_NAME[name] ?? name}
          optional={!required}
          max={200}
          error={problems[name]}
          value={typed[name] ?? ''}
          onChange={(value) => setTyped({ ...typed, [name]: value })}
        />
      ))}
      <Box>
        {lost && (
          <Notice tone="warn" news>
            {CASE_WORDS.lost}
          </Notice>
        )}
      </Box>
      <Box className="sheet__buttons">
        {ask?.danger ? (
          <>
            <Button onTap={onClose}>{ask.no}</Button>
            <Button tone="danger" busy={busy} onTap={send}>
              {ask.yes}
            </Button>
          </>
        ) : (
          <>
            <Button busy={busy} onTap={send}>
              {ask?.yes ?? step.text}
            </Button>
            <Button tone="quiet" onTap={onClose}>
              {ask?.no ?? CASE_WORDS.close}
            </Button>
          </>
        )}
      </Box>
    </Sheet>
  )
}

/** What is left empty is not sent. */
const said = (typed: Words) =>
  Object.fromEntries(Object.entries(typed).filter(([, text]) => text.trim() !== ''))
