import { useRouter } from '@tarojs/taro'
import type { ReactNode } from 'react'

import { Await, Empty } from '#components/Await'
import { Button } from '#components/Button'
import type { Case } from '#contract/case'
import type { MediationOwn } from '#contract/mediation'
import { go, goInstead } from '#services/route'
import { loadCase, useCase } from '#store/cases'
import { useSession } from '#store/session'
import { callLegalLine } from '../help.ts'
import { useLoaded } from '../use-loaded.ts'
import { MediationScreen } from './MediationScreen.tsx'
import { CASE, INVITATION } from './words.ts'

/** What the server says of a case of this kind: it has been through the schema there. */
const ownOf = ({ own }: Case) => own as MediationOwn | null

type Props = { title: string; children: (one: Case, own: MediationOwn) => ReactNode }

/** A step of a side, or something of its case to be read. */
export function PartyScreen({ title, children }: Props) {
  const { id = '' } = useRouter().params
  const signedIn = useSession((session) => session.signedIn)
  return (
    <MediationScreen title={title}>
      {signedIn ? <OfCase id={id}>{children}</OfCase> : <Guest />}
    </MediationScreen>
  )
}

function OfCase({ id, children }: { id: string; children: Props['children'] }) {
  const { loaded, reload } = useLoaded(() => loadCase(id), [id])
  const known = useCase(id)
  return (
    <Await loaded={loaded} onRetry={reload} onCall={callLegalLine} skeletonRows={4}>
      {(read) => {
        const one = known ?? read
        const own = ownOf(one)
        return own ? children(one, own) : <Gone id={id} />
      }}
    </Await>
  )
}

const Guest = () => (
  <Empty title={INVITATION.title} action={<Button onTap={() => go('signIn')}>{INVITATION.signIn}</Button>}>
    {INVITATION.mineSignIn}
  </Empty>
)

type GoneProps = { id: string; title?: string; text?: string }

/** Nothing to do here, and where to go on. */
export const Gone = ({ id, title = CASE.gone, text = CASE.goneText }: GoneProps) => (
  <Empty title={title} action={<Button onTap={() => goInstead('case', { id })}>{CASE.open}</Button>}>
    {text}
  </Empty>
)

export const stepIn = (one: Case, action: string) => one.actions.find((step) => step.action === action)
