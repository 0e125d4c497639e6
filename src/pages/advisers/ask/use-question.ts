import { useEffect } from 'react'

import { goInstead } from '#services/route'
import { refreshDraft } from '#store/draft'
import { check, type FieldName, problemNames, startAnew, submit, useAsking } from '#store/inquiry'
import { useSession } from '#store/session'
import { goToFirstWrong } from '../../first-wrong.ts'
import { useSignInFirst } from '../../use-sign-in-first.ts'

type Sending = {
  signedIn: boolean
  /** Checks, asks to sign in where that is missing, sends, and leads to the number. */
  send: () => void
}

/** `onWrong` hears which answers must be mended, so that the page can show them. */
export function useQuestion(village: string, onWrong: (names: readonly string[]) => void): Sending {
  const signedIn = useSession((session) => session.signedIn)
  const unsure = useAsking((sending) => sending.unsure)

  const showWrong = () => {
    onWrong(problemNames())
    goToFirstWrong()
  }
  const askToSignIn = useSignInFirst(() => deliver())
  const deliver = async () => {
    const made = await submit(village)
    if (made) return goInstead('asked', { id: made.id })
    if (!useSession.getState().signedIn) return askToSignIn()
    if (problemNames().length > 0) showWrong()
  }

  useEffect(() => {
    startAnew()
    if (useSession.getState().signedIn) refreshDraft('inquiry')
  }, [])

  const send = () => {
    if (!unsure && !check(village)) return showWrong()
    return signedIn ? deliver() : askToSignIn()
  }
  return { signedIn, send: () => void send() }
}

/** Checks one screen of several before the next one. */
export function checkOnly(village: string, names: readonly FieldName[]): boolean {
  const isRight = check(village, names)
  if (!isRight) goToFirstWrong()
  return isRight
}
