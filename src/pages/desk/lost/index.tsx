import './lost.scss'

import { useState } from 'react'

import { Await, Empty } from '#components/Await'
import { Button } from '#components/Button'
import { Notice } from '#components/Notice'
import { Muted, Title } from '#components/Title'
import { Box } from '#components/tags'
import { readLostPage } from '#services/desk'
import { hasStaffRole, useSession } from '#store/session'
import { callLegalLine } from '../../help.ts'
import { Screen } from '../../Screen.tsx'
import { usePaged } from '../admin/use-paged.ts'
import { Chips } from '../Chips.tsx'
import { LostLine } from './Line.tsx'
import { LOST_WORDS } from './words.ts'

const seesLost = hasStaffRole(['hotline_head', 'bureau_officer', 'city_admin'])

/** Notices that did not arrive, with every way that was tried; whoever sees to one writes down how. */
export default function Lost() {
  const sees = useSession(seesLost)
  return (
    <Screen title={LOST_WORDS.title} wide>
      {sees ? <List /> : <Empty title={LOST_WORDS.guest}>{LOST_WORDS.guestText}</Empty>}
    </Screen>
  )
}

const WHICH = [
  { value: null, text: LOST_WORDS.open },
  { value: 'done', text: LOST_WORDS.done },
] as const

function List() {
  const [which, setWhich] = useState<'done' | null>(null)
  const isDone = which === 'done'
  const load = ({ cursor }: { cursor?: string | undefined }) => readLostPage(isDone, cursor)
  const { loaded, reload, more, readMore } = usePaged(load, which ?? '')
  return (
    <Box>
      <Title hint={LOST_WORDS.hint}>{LOST_WORDS.title}</Title>
      <Chips label={LOST_WORDS.which} chips={WHICH} value={which} onChange={setWhich} />
      <Await loaded={loaded} onRetry={reload} onCall={callLegalLine} skeletonRows={4}>
        {(page) => (
          <Box>
            <Box as="ul" className="lost">
              {page.items.map((one) => (
                <LostLine key={one.id} one={one} onDone={reload} />
              ))}
            </Box>
            <Box>
              {page.items.length === 0 && <Muted>{isDone ? LOST_WORDS.noneDone : LOST_WORDS.none}</Muted>}
            </Box>
            <Box>{more.problem && <Notice tone="warn" title={more.problem} news />}</Box>
            {page.next && (
              <Button tone="ghost" busy={more.busy} onTap={() => void readMore(page)}>
                {LOST_WORDS.more}
              </Button>
            )}
          </Box>
        )}
      </Await>
    </Box>
  )
}
