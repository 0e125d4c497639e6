import type { ReactNode } from 'react'

import { Empty } from '#components/Await'
import { Button } from '#components/Button'
import { Skeleton } from '#components/Skeleton'
import { Title } from '#components/Title'
import { Box } from '#components/tags'
import type { StaffRole } from '#domain/actor'
import { go } from '#services/route'
import { hasStaffRole, useSession } from '#store/session'
import { Screen } from './Screen.tsx'

export type DeskPage = {
  title: string
  /** For whom the page is; the server decides, this only saves others the way. */
  roles: readonly StaffRole[]
  wide?: boolean
  bottom?: ReactNode
  children?: ReactNode
}

type Words = { guest: string; guestText: string; signIn: string }

/** The frame of a page for those who work on cases; anybody else hears in `words` whose it is. */
export function DeskScreen({
  title,
  roles,
  wide = false,
  bottom,
  children,
  words,
}: DeskPage & { words: Words }) {
  const mine = useSession(hasStaffRole(roles))
  const unknown = useSession(({ signedIn, account }) => signedIn && account === null)
  return (
    <Screen title={title} wide={wide} bottom={mine && bottom}>
      {mine ? children : unknown ? <Waiting title={title} /> : <Guest {...words} />}
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

const Guest = ({ guest, guestText, signIn }: Words) => (
  <Empty title={guest} action={<Button onTap={() => go('signIn')}>{signIn}</Button>}>
    {guestText}
  </Empty>
)
