import '../admin/admin.scss'

import { useState } from 'react'

import { Await, Empty } from '#components/Await'
import { Notice } from '#components/Notice'
import { Select } from '#components/Select'
import { Title } from '#components/Title'
import { Box } from '#components/tags'
import type { DeskHours } from '#contract/desk'
import { readHours } from '#services/desk'
import { isHead, useSession } from '#store/session'
import { callLegalLine } from '../../help.ts'
import { Screen } from '../../Screen.tsx'
import { useLoaded } from '../../use-loaded.ts'
import { HoursForm } from './HoursForm.tsx'
import { HOURS_WORDS } from './words.ts'

/** A shift head changes when their desks are open. */
export default function Hours() {
  const head = useSession(isHead)
  return (
    <Screen title={HOURS_WORDS.title} wide>
      {head ? <Mine /> : <Empty title={HOURS_WORDS.guest}>{HOURS_WORDS.guestText}</Empty>}
    </Screen>
  )
}

function Mine() {
  const { loaded, reload, put } = useLoaded(readHours, [])
  return (
    <Box>
      <Title hint={HOURS_WORDS.hint}>{HOURS_WORDS.title}</Title>
      <Await loaded={loaded} onRetry={reload} onCall={callLegalLine} skeletonRows={5}>
        {(desks) => (
          <Desks
            desks={desks}
            onSaved={(saved) => put(desks.map((one) => (one.id === saved.id ? saved : one)))}
          />
        )}
      </Await>
    </Box>
  )
}

type Props = { desks: readonly DeskHours[]; onSaved: (saved: DeskHours) => void }

function Desks({ desks, onSaved }: Props) {
  const [id, setId] = useState(desks[0]?.id ?? '')
  const [news, setNews] = useState('')
  const desk = desks.find((one) => one.id === id)
  if (!desk) return <Empty title={HOURS_WORDS.none}>{HOURS_WORDS.noneText}</Empty>
  const saved = (fresh: DeskHours, words: string) => {
    setNews(words)
    onSaved(fresh)
  }
  return (
    <Box>
      <Box className="admin__news" live="polite">
        {news && (
          <Notice tone="ok" news>
            {news}
          </Notice>
        )}
      </Box>
      <Box className="admin__form">
        {desks.length > 1 && (
          <Select
            label={HOURS_WORDS.desk}
            blank=""
            entries={desks.map((one) => ({ value: one.id, text: one.name }))}
            value={id}
            onChange={setId}
          />
        )}
      </Box>
      <Box>{!desk.active && <Notice tone="warn">{HOURS_WORDS.inactive}</Notice>}</Box>
      <HoursForm key={`${desk.id}${JSON.stringify(desk)}`} desk={desk} onSaved={saved} />
    </Box>
  )
}
