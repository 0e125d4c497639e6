import { useEffect, useState } from 'react'

import type { Reply } from '#contract/endpoint'
import type { askPromise } from '#contract/legal-aid'
import { askBar } from '#services/legal-aid'
import { keep, said, useSaid } from '#store/aid-form'
import { useSession } from '#store/session'

export type Bar = NonNullable<Reply<typeof askPromise>['bar']>

/** LP-8. Without an answer nobody is held up: the server looks again when the application is sent. */
export function usePromiseBar(): Bar | null {
  const signedIn = useSession((session) => session.signedIn)
  const name = useSaid('applicant.name', '')
  const idNumber = useSaid('applicant.idNumber', '')
  const [bar, setBar] = useState<Bar | null>(null)
  useEffect(() => {
    let isOpen = true
    const take = (found: Bar | null) => {
      if (!isOpen) return
      setBar(found)
      if (found && said()['means.route'] === 'promise') keep('means.route', null)
    }
    if (signedIn && name && idNumber)
      askBar({ name, idNumber }).then(
        (answer) => take(answer.bar),
        () => undefined,
      )
    return () => {
      isOpen = false
    }
  }, [signedIn, name, idNumber])
  return bar
}
