import './aid-desk.scss'

import type { ReactNode } from 'react'

import { Empty } from '#components/Await'
import { Button } from '#components/Button'
import type { StaffRole } from '#domain/actor'
import { go } from '#services/route'
import { hasStaffRole, useSession } from '#store/session'
import { Screen } from '../Screen.tsx'
import { WORK } from './words.ts'

type Props = { title: string; roles: readonly StaffRole[]; children?: ReactNode }

/** The frame of a page for those who work on legal aid; the server decides, this only saves others the way. */
export function StaffScreen({ title, roles, children }: Props) {
  const mine = useSession(hasStaffRole(roles))
  const unknown = useSession(({ signedIn, account }) => signedIn && account === null)
  return <Screen title={title}>{mine || unknown ? children : <Guest />}</Screen>
}

const Guest = () => (
  <Empty title={WORK.guest} action={<Button onTap={() => go('signIn')}>{WORK.signIn}</Button>}>
    {WORK.guestText}
  </Empty>
)
