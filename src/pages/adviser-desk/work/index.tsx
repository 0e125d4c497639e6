import { useState } from 'react'

import { Await } from '#components/Await'
import { Title } from '#components/Title'
import { Box } from '#components/tags'
import { hasStaffRole, useSession } from '#store/session'
import { callLegalLine } from '../../help.ts'
import { useLoaded, useSeenAgain } from '../../use-loaded.ts'
import { ADVISER, MANAGERS, StaffScreen } from '../StaffScreen.tsx'
import { WORK } from '../words.ts'
import { Counts, type Pile } from './Counts.tsx'
import { Done } from './Done.tsx'
import { Inbox, Missed, Villages } from './Lists.tsx'
import { loadWork, type Work } from './load-work.ts'
import { Others } from './Others.tsx'
import { Coming, Ways } from './Ways.tsx'

const EVERYBODY = [...ADVISER, 'village_contact', ...MANAGERS] as const

/** The day of a village adviser: what was promised first. Others see what they have to see to. */
export default function WorkPage() {
  const adviser = useSession(hasStaffRole(ADVISER))
  return (
    <StaffScreen title={WORK.title} roles={EVERYBODY} wide>
      {adviser ? <Board /> : <Others />}
    </StaffScreen>
  )
}

function Board() {
  const { loaded, reload } = useLoaded(loadWork, [])
  useSeenAgain(reload)
  const name = loaded.state === 'ready' ? loaded.value.desk.adviser.name : null
  return (
    <Box>
      <Title hint={WORK.hint}>{name ? WORK.hello(name) : WORK.title}</Title>
      <Await loaded={loaded} onRetry={reload} onCall={callLegalLine} skeletonRows={5}>
        {(work) => <Parts work={work} />}
      </Await>
    </Box>
  )
}

function Parts({ work }: { work: Work }) {
  const [pile, setPile] = useState<Pile>('open')
  return (
    <Box className="advisers-day">
      <Box className="advisers-day__main">
        <Counts work={work} pile={pile} onPile={setPile} />
        {pile === 'open' && <Inbox items={work.inbox.items} now={work.now} onDone={() => setPile('done')} />}
        {pile === 'missed' && <Missed work={work} />}
        {pile === 'owed' && <Villages work={work} />}
        {pile === 'done' && <Done now={work.now} onBack={() => setPile('open')} />}
      </Box>
      <Box className="advisers-day__side">
        <Coming work={work} />
        <Ways duties={work.desk.duties} />
      </Box>
    </Box>
  )
}
