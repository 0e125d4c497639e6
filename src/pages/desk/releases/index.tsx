import '../admin/admin.scss'

import { useState } from 'react'

import { Await, Empty } from '#components/Await'
import { Button } from '#components/Button'
import { Row, Rows } from '#components/Card'
import { Notice } from '#components/Notice'
import { TextField } from '#components/TextField'
import { Title } from '#components/Title'
import { Box } from '#components/tags'
import type { Release } from '#contract/desk'
import { addDays, type Day, dayOf } from '#domain/day'
import type { FieldProblems } from '#domain/refusal'
import { askAbout } from '#services/about'
import { readReleasePage } from '#services/desk'
import { go } from '#services/route'
import { isHead, useSession } from '#store/session'
import { callLegalLine } from '../../help.ts'
import { momentWords } from '../../moments.ts'
import { Screen } from '../../Screen.tsx'
import { useLoaded } from '../../use-loaded.ts'
import { usePaged } from '../admin/use-paged.ts'
import { LEAD_WORDS } from '../lead/words.ts'
import { RELEASE_WORDS } from './words.ts'

type Days = { from: Day; to: Day }

const WEEK = 6

async function loadWeek(): Promise<Days> {
  const to = dayOf((await askAbout()).now)
  return { from: addDays(to, -WEEK), to }
}

/** What was handed back in a time that the head chooses. */
export default function Releases() {
  const head = useSession(isHead)
  return (
    <Screen title={RELEASE_WORDS.title} wide>
      {head ? <Report /> : <Empty title={LEAD_WORDS.guest}>{LEAD_WORDS.guestText}</Empty>}
    </Screen>
  )
}

function Report() {
  const { loaded, reload, put } = useLoaded(loadWeek, [])
  return (
    <Box>
      <Title hint={RELEASE_WORDS.hint}>{RELEASE_WORDS.title}</Title>
      <Await loaded={loaded} onRetry={reload} onCall={callLegalLine} skeletonRows={4}>
        {(days) => (
          <Box>
            <Period days={days} onChange={put} />
            <List key={`${days.from} ${days.to}`} days={days} />
          </Box>
        )}
      </Await>
    </Box>
  )
}

const wrongIn = ({ from, to }: Days): FieldProblems => ({
  ...(!from && { from: RELEASE_WORDS.missing }),
  ...(!to && { to: RELEASE_WORDS.missing }),
  ...(from && to && to < from && { to: RELEASE_WORDS.order }),
})

function Period({ days, onChange }: { days: Days; onChange: (days: Days) => void }) {
  const [typed, setTyped] = useState(days)
  const [fields, setFields] = useState<FieldProblems>({})
  const set = (change: Partial<Days>) => setTyped({ ...typed, ...change })
  const look = () => {
    const wrong = wrongIn(typed)
    setFields(wrong)
    if (Object.keys(wrong).length === 0) onChange(typed)
  }
  return (
    <Box className="admin__form">
      <TextField
        kind="date"
        label={RELEASE_WORDS.from}
        value={typed.from}
        error={fields.from}
        onChange={(from) => set({ from })}
      />
      <TextField
        kind="date"
        label={RELEASE_WORDS.to}
        value={typed.to}
        error={fields.to}
        onChange={(to) => set({ to })}
      />
      <Button tone="ghost" onTap={look}>
        {RELEASE_WORDS.look}
      </Button>
    </Box>
  )
}

const withKey = (one: Release) => ({ ...one, id: `${one.caseId} ${one.at}` })

function List({ days }: { days: Days }) {
  const load = async ({ cursor }: { cursor?: string | undefined }) => {
    const { items, next } = await readReleasePage(days, cursor)
    return { items: items.map(withKey), next }
  }
  const { loaded, reload, more, readMore } = usePaged(load, '')
  return (
    <Await loaded={loaded} onRetry={reload} onCall={callLegalLine} skeletonRows={4}>
      {(page) => (
        <Box>
          <Box>{page.items.length === 0 && <Empty title={RELEASE_WORDS.none} />}</Box>
          <Rows>
            {page.items.map(({ id, at, by, caseId, number, reason }) => (
              <Row
                key={id}
                title={`${by} · ${number}`}
                detail={[momentWords(at), reason].filter(Boolean).join(' · ')}
                onTap={() => go('case', { id: caseId, view: 'desk' })}
              />
            ))}
          </Rows>
          <Box>{more.problem && <Notice tone="warn" title={more.problem} news />}</Box>
          {page.next && (
            <Button tone="ghost" busy={more.busy} onTap={() => void readMore(page)}>
              {RELEASE_WORDS.more}
            </Button>
          )}
        </Box>
      )}
    </Await>
  )
}
