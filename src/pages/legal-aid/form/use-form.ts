import { useState } from 'react'

import type { Case } from '#contract/case'
import type { FormStep, Scene } from '#domain/aid-form'
import { goBack, goInstead } from '#services/route'
import {
  checkAll,
  checkStep,
  firstOpen,
  firstWrong,
  pass,
  submit,
  useApplying,
  useSteps,
} from '#store/aid-form'
import { useSession } from '#store/session'
import { goToFirstWrong } from '../../first-wrong.ts'
import { useSignInFirst } from '../../use-sign-in-first.ts'

/** `check`: everything is said, and is looked at once more. */
export type At = FormStep | 'check'

/** Where one is in the form, and every way on from there. `completes`: a case from another service. */
export function useForm(scene: Scene, completes: Case | null) {
  const signedIn = useSession((session) => session.signedIn)
  const unsure = useApplying((sending) => sending.unsure)
  const steps = useSteps(scene)
  const [at, setAt] = useState<At>(() => (unsure ? 'check' : (firstOpen(scene) ?? 'check')))
  const [editing, setEditing] = useState(false)

  const place = at === 'check' ? steps.length : Math.max(0, steps.indexOf(at))
  const before = steps[place - 1]

  const goOn = () => {
    if (at === 'check' || !checkStep(at, scene)) return goToFirstWrong()
    pass(at)
    // What is known already is not asked again; the answer may also have brought or taken away screens.
    const open = firstOpen(scene)
    if (editing) setEditing(open !== null)
    setAt(open ?? 'check')
  }
  const back = () => {
    if (editing) {
      setEditing(false)
      return setAt('check')
    }
    return before ? setAt(before) : goBack()
  }
  const edit = (step: FormStep) => {
    setEditing(true)
    setAt(step)
  }
  const showWrong = () => {
    const step = firstWrong(scene)
    if (step) edit(step)
    goToFirstWrong()
  }
  const askToSignIn = useSignInFirst(() => deliver())
  const deliver = async () => {
    const made = await submit(scene, completes)
    if (made) return goInstead('aidDone', { id: made.id })
    if (!useSession.getState().signedIn) return askToSignIn()
    if (Object.keys(useApplying.getState().fields).length > 0) showWrong()
  }

  const send = () => {
    if (!unsure && !checkAll(scene)) return showWrong()
    return signedIn ? deliver() : askToSignIn()
  }
  return {
    at,
    place,
    of: steps.length + 1,
    editing,
    signedIn,
    hasBefore: before !== undefined,
    goOn: () => void goOn(),
    back: () => void back(),
    edit,
    send: () => void send(),
  }
}
