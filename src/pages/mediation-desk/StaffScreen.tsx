import './mediation-desk.scss'

import type { ReactNode } from 'react'

import { Empty } from '#components/Await'
import { Button } from '#components/Button'
import type { StaffRole } from '#domain/actor'
import { go } from '#services/route'
import { hasStaffRole, useSession } from '#store/session'
import { Screen } from '../Screen.tsx'
import { DESK } from './words.ts'

export const MEDIATORS: readonly StaffRole[] = ['mediator', 'committee_secretary']
export const KEEPERS: readonly StaffRole[] = ['committee_secretary', 'township_officer', 'bureau_officer']

type Props = { title: string; roles: readonly StaffRole[]; wide?: boolean; children?: ReactNode }

/** The frame of a page for those who mediate; the server decides, this only saves others the way. */
export function StaffScreen({ title, roles, wide = false, children }: Props) {
  const mine = useSession(hasStaffRole(roles))
  const unknown = useSession(({ signedIn, account }) => signedIn && account === null)
  return (
    <Screen title={title} wide={wide}>
      {mine || unknown ? children : <Guest />}
    </Screen>
  )
}

const Guest = () => (
  <Empty title={DESK.guest} action={<Button onTap={() => go('signIn')}>{DESK.signIn}</Button>}>
    {DESK.guestText}
  </Empty>
)
