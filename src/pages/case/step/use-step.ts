import { useState } from 'react'

import type { Case, CaseAction, StepField } from '#contract/case'
import { dropStep, type Filled, type Filling, filledStep, keepStep } from '#services/step-draft'
import { goToFirstWrong } from '../../first-wrong.ts'
import { useAct } from '../../use-act.ts'
import { dropFiles, underWayIn, withFiles } from './attached.ts'
import { bodyOf, filledIn, missingIn, without } from './fill.ts'

type Outcome = { onDone: () => void; onRefused: (words: string) => void }

/** A step that is being filled in: kept on the telephone until it has been taken. */
export function useStep(
  one: Case,
  { action }: CaseAction,
  fields: readonly StepField[],
  { onDone, onRefused }: Outcome,
) {
  const [filling, setFilling] = useState<Filling>(() => filledStep(one.id, action))
  const place = { caseId: one.id, action }
  const done = () => {
    dropStep(one.id, action)
    dropFiles(place, fields)
    onDone()
  }
  const { busy, problems, trouble, send, complain } = useAct(one, action, done, onRefused)
  const fill = (name: string, filled: Filled) => {
    const next = filledIn(fields, filling, [name, filled])
    setFilling(next)
    keepStep(one.id, action, next)
    complain(without(problems, name))
  }
  /** True when nothing is missing; otherwise it stands beside the fields. */
  const check = () => {
    const missing = {
      ...missingIn(fields, withFiles(place, fields, filling)),
      ...underWayIn(place, fields),
    }
    complain(missing)
    goToFirstWrong()
    return Object.keys(missing).length === 0
  }
  return {
    filling,
    problems,
    busy,
    trouble,
    fill,
    check,
    send: () => send(bodyOf(fields, withFiles(place, fields, filling))),
  }
}
