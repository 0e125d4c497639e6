import { useRouter } from '@tarojs/taro'
import { useEffect } from 'react'

import { goInstead } from '#services/route'
import { loadCase } from '#store/cases'
import { refreshDraft } from '#store/draft'
import { check, goOnFrom, problemNames, startAnew, submit, useRequesting, useTyped } from '#store/mediation'
import { usePlace } from '#store/place'
import { useSession } from '#store/session'
import { useSignInFirst } from '../../use-sign-in-first.ts'

/** An earlier case that this one goes on from: its words are there before the first question. */
function useEarlier(signedIn: boolean): void {
  const { fromCaseId } = useRouter().params
  const kept = useTyped('fromCaseId', '')
  useEffect(() => {
    if (!signedIn || !fromCaseId || kept === fromCaseId) return
    refreshDraft('mediation')
      .then(() => loadCase(fromCaseId))
      .then(goOnFrom, () => undefined)
  }, [signedIn, fromCaseId, kept])
}

/** `onWrong` hears which answers must be mended, so that the page can show them. */
export function useRequest(onWrong: (names: readonly string[]) => void) {
  const signedIn = useSession((session) => session.signedIn)
  const unsure = useRequesting((sending) => sending.unsure)
  const place = usePlace((kept) => kept.place)
  useEarlier(signedIn)

  const askToSignIn = useSignInFirst(() => deliver())
  const deliver = async () => {
    const made = await submit(place?.code ?? '')
    if (made) return goInstead('mediationDone', { id: made.id })
    if (!useSession.getState().signedIn) return askToSignIn()
    if (problemNames().length > 0) onWrong(problemNames())
  }

  useEffect(() => {
    startAnew()
    if (useSession.getState().signedIn) void refreshDraft('mediation')
  }, [])

  const send = () => {
    if (!unsure && !check(place?.code ?? '')) return onWrong(problemNames())
    return signedIn ? deliver() : askToSignIn()
  }
  return { signedIn, send: () => void send() }
}
