import './admin.scss'

import type { ReactNode } from 'react'

import { Empty } from '#components/Await'
import { Button } from '#components/Button'
import { go, goBack } from '#services/route'
import { isAdmin, useSession } from '#store/session'
import { Screen } from '../../Screen.tsx'
import { ADMIN } from './words.ts'

type Props = { title: string; bottom?: ReactNode; children?: ReactNode }

/** For the administrator alone; the server decides, this only saves others the way. */
export function AdminScreen({ title, bottom, children }: Props) {
  const signedIn = useSession((session) => session.signedIn)
  const isOther = useSession((session) => session.account !== null && !isAdmin(session))
  if (signedIn && !isOther)
    return (
      <Screen title={title} wide bottom={bottom}>
        {children}
      </Screen>
    )
  return (
    <Screen title={title} wide>
      {isOther ? <Other /> : <Guest />}
    </Screen>
  )
}

const Guest = () => (
  <Empty title={ADMIN.signIn} action={<Button onTap={() => go('signIn')}>{ADMIN.toSignIn}</Button>}>
    {ADMIN.signInText}
  </Empty>
)

const Other = () => (
  <Empty title={ADMIN.notAdmin} action={<Button onTap={goBack}>返回</Button>}>
    {ADMIN.notAdminText}
  </Empty>
)
