import '../admin/admin.scss'

import { Await, Empty } from '#components/Await'
import { Title } from '#components/Title'
import { useSession } from '#store/session'
import { callLegalLine } from '../../help.ts'
import { Screen } from '../../Screen.tsx'
import { useLoaded } from '../../use-loaded.ts'
import { loadMyDesks } from '../my-desks.ts'
import { BookFor } from './BookFor.tsx'
import { BOOK_WORDS } from './words.ts'

/** For somebody at the line or at the window. */
export default function BookForSomebody() {
  const account = useSession((session) => session.account)
  const { loaded, reload } = useLoaded(() => loadMyDesks(account), [account?.id])
  return (
    <Screen title={BOOK_WORDS.title}>
      <Title hint={BOOK_WORDS.hint}>{BOOK_WORDS.title}</Title>
      <Await loaded={loaded} onRetry={reload} onCall={callLegalLine} skeletonRows={5}>
        {({ now, desks: [desk, ...others] }) =>
          desk ? (
            <BookFor now={now} desks={[desk, ...others]} />
          ) : (
            <Empty title={BOOK_WORDS.noDesk}>{BOOK_WORDS.noDeskText}</Empty>
          )
        }
      </Await>
    </Screen>
  )
}
