import { useEffect, useRef } from 'react'

import { goInstead } from '#services/route'
import { askToRemind, canRemind } from '#services/wechat'
import { check, type FieldName, problemNames, startAnew, submit, useIsUnsure } from '#store/booking'
import { refreshDraft } from '#store/draft'
import { usePlace } from '#store/place'
import { useSession } from '#store/session'
import { goToFirstWrong } from '../../first-wrong.ts'
import { useSignInFirst } from '../../use-sign-in-first.ts'

type Sending = {
  signedIn: boolean
  /** Checks, asks to sign in where that is missing, books, and leads to the number. */
  send: () => void
}

/** `onWrong` hears which answers must be mended, so that the page can show them. */
export function useBooking(onWrong: (names: readonly string[]) => void = () => undefined): Sending {
  const region = usePlace(({ place }) => place?.code ?? '')
  const signedIn = useSession((session) => session.signedIn)
  const unsure = useIsUnsure()
  const isAsking = useRef(false)

  const showWrong = () => {
    onWrong(problemNames())
    goToFirstWrong()
  }
  const askToSignIn = useSignInFirst(() => book())
  const book = async () => {
    const made = await submit(region)
    if (made) return goInstead('bookingDone', { id: made.id })
    if (!useSession.getState().signedIn) return askToSignIn()
    if (problemNames().length > 0) showWrong()
  }

  useEffect(() => {
    startAnew()
    if (useSession.getState().signedIn) refreshDraft('hotline')
  }, [])

  // In the tap itself WeChat lets us ask for leave to remind; whatever is answered, it is booked (WX-4).
  const askFirst = () => {
    if (isAsking.current) return
    isAsking.current = true
    return askToRemind()
      .finally(() => {
        isAsking.current = false
      })
      .then(book)
  }
  const send = () => {
    if (!unsure && !check(region)) return showWrong()
    if (!signedIn) return askToSignIn()
    return canRemind ? askFirst() : book()
  }
  return { signedIn, send }
}

/** Checks one screen of several before the next one. */
export function checkOnly(names: readonly FieldName[]): boolean {
  const isRight = check(usePlace.getState().place?.code ?? '', names)
  if (!isRight) goToFirstWrong()
  return isRight
}
