import { Await, Empty } from '#components/Await'
import { Title } from '#components/Title'
import { Box } from '#components/tags'
import { readRevisits, readUnrated } from '#services/desk'
import { isAtDesk, useSession } from '#store/session'
import { callLegalLine } from '../../help.ts'
import { Screen } from '../../Screen.tsx'
import { useLoaded, useSeenAgain } from '../../use-loaded.ts'
import { RevisitList } from './Revisit.tsx'
import { UnratedList } from './Unrated.tsx'
import { REVISIT_WORDS } from './words.ts'

/** Whom anybody of the desk may ask how it was, but for what they handled themselves. */
export default function Revisits() {
  const atDesk = useSession(isAtDesk)
  return (
    <Screen title={REVISIT_WORDS.title}>
      {atDesk ? <Lists /> : <Empty title={REVISIT_WORDS.guest}>{REVISIT_WORDS.guestText}</Empty>}
    </Screen>
  )
}

async function load() {
  const [revisits, unrated] = await Promise.all([readRevisits(), readUnrated()])
  return { revisits, unrated }
}

function Lists() {
  const { loaded, reload } = useLoaded(load, [])
  useSeenAgain(reload)
  return (
    <Box>
      <Title hint={REVISIT_WORDS.hint}>{REVISIT_WORDS.title}</Title>
      <Await loaded={loaded} onRetry={reload} onCall={callLegalLine} skeletonRows={4}>
        {({ revisits, unrated }) => (
          <Box>
            <RevisitList items={revisits} onDone={reload} />
            <UnratedList items={unrated} onDone={reload} />
          </Box>
        )}
      </Await>
    </Box>
  )
}
