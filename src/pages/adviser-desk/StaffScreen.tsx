import './adviser-desk.scss'

import type { ReactNode } from 'react'

import { Empty } from '#components/Await'
import { Button } from '#components/Button'
import { Skeleton } from '#components/Skeleton'
import { Title } from '#components/Title'
import { Box } from '#components/tags'
import type { StaffRole } from '#domain/actor'
import { go } from '#services/route'
import { hasStaffRole, useSession } from '#store/session'
import { Screen } from '../Screen.tsx'
import { DESK } from './words.ts'

type Props = {
  title: string
  /** For whom the page is; the server decides, this only saves others the way. */
  roles: readonly StaffRole[]
  wide?: boolean
  bottom?: ReactNode
  children?: ReactNode
}

export const ADVISER: readonly StaffRole[] = ['village_adviser']
export const MANAGERS: readonly StaffRole[] = ['township_officer', 'bureau_officer', 'city_admin']

/** The frame of a page for people who work with village advisers. */
export function StaffScreen({ title, roles, wide = false, bottom, children }: Props) {
  const mine = useSession(hasStaffRole(roles))
  const unknown = useSession(({ signedIn, account }) => signedIn && account === null)
  return (
    <Screen title={title} wide={wide} bottom={mine && bottom}>
      {mine ? children : unknown ? <Waiting title={title} /> : <Guest />}
    </Screen>
  )
}

/** Who this is, is being asked. */
const Waiting = ({ title }: { title: string }) => (
  <Box>
    <Title>{title}</Title>
    <Skeleton />
  </Box>
)

const Guest = () => (
  <Empty title={DESK.guest} action={<Button onTap={() => go('signIn')}>{DESK.signIn}</Button>}>
    {DESK.guestText}
  </Empty>
)
