import { useRouter } from '@tarojs/taro'
import { useState } from 'react'

import { Await, Empty } from '#components/Await'
import { Button } from '#components/Button'
import { Notice } from '#components/Notice'
import { TextField } from '#components/TextField'
import { Heading, Title } from '#components/Title'
import { Box } from '#components/tags'
import type { OwnVisit } from '#contract/adviser-desk'
import { addDays, dayOf, spokenTime } from '#domain/day'
import { askAbout } from '#services/about'
import { arrive, depart, readOwnVisits } from '#services/adviser-desk'
import { go } from '#services/route'
import { callLegalLine } from '../../help.ts'
import { spanWords } from '../../moments.ts'
import { useLoaded } from '../../use-loaded.ts'
import { useSend } from '../../use-send.ts'
import { ADVISER, StaffScreen } from '../StaffScreen.tsx'
import { Trouble } from '../Trouble.tsx'
import { CHECK } from '../words.ts'
import { Proof, type Shown } from './Proof.tsx'

const NEAR_DAYS = 31

async function load(id: string): Promise<OwnVisit | null> {
  const today = dayOf((await askAbout()).now)
  const visits = await readOwnVisits({ from: addDays(today, -NEAR_DAYS), to: addDays(today, NEAR_DAYS) })
  return visits.find((visit) => visit.id === id) ?? null
}

/** On the spot: arrived, and leaving; both with a proof of the place (VA-8). */
export default function Check() {
  const { id = '' } = useRouter().params
  const { loaded, reload, put } = useLoaded(() => load(id), [id])
  return (
    <StaffScreen title={CHECK.title} roles={ADVISER}>
      <Await loaded={loaded} onRetry={reload} onCall={callLegalLine}>
        {(visit) =>
          visit ? <Visit visit={visit} onVisit={put} /> : <Empty title={CHECK.gone}>{CHECK.goneText}</Empty>
        }
      </Await>
    </StaffScreen>
  )
}

function Visit({ visit, onVisit }: { visit: OwnVisit; onVisit: (visit: OwnVisit) => void }) {
  return (
    <Box className="narrow">
      <Title hint={`${spanWords(visit)} · ${visit.place}`}>{visit.village.name}</Title>
      {visit.checkedInAt && <Notice tone="ok" title={CHECK.doneIn(spokenTime(visit.checkedInAt))} />}
      {visit.checkedOutAt && <Notice tone="ok" title={CHECK.doneOut(spokenTime(visit.checkedOutAt))} />}
      {visit.flags.map((flag) => (
        <Notice key={flag} tone="warn" title={flag} />
      ))}
      {!visit.checkedInAt && <Arrive visit={visit} onVisit={onVisit} />}
      {visit.checkedInAt && !visit.checkedOutAt && <Depart visit={visit} onVisit={onVisit} />}
      {visit.checkedOutAt && <Button onTap={() => go('ledger')}>{CHECK.toLedger}</Button>}
    </Box>
  )
}

type StepProps = { visit: OwnVisit; onVisit: (visit: OwnVisit) => void }

function Arrive({ visit, onVisit }: StepProps) {
  const [shown, setShown] = useState<Shown | null>(null)
  const { busy, problems, trouble, send } = useSend()
  return (
    <Box>
      <Heading>{CHECK.in}</Heading>
      <Proof shown={shown} error={problems.villageCode} onShown={setShown} />
      <Trouble words={problems.villageCode ? null : trouble} />
      <Button
        busy={busy}
        disabled={!shown}
        onTap={() => shown && send(() => arrive(visit.id, shown), onVisit)}
      >
        {CHECK.goIn}
      </Button>
    </Box>
  )
}

function Depart({ visit, onVisit }: StepProps) {
  const [shown, setShown] = useState<Shown | null>(null)
  const [people, setPeople] = useState('')
  const [note, setNote] = useState('')
  const { busy, problems, trouble, send } = useSend()
  const said = { people: Number(people) || 0, ...(note.trim() && { note }) }
  return (
    <Box>
      <Heading>{CHECK.out}</Heading>
      <TextField
        kind="number"
        label={CHECK.people}
        error={problems.people}
        max={4}
        value={people}
        onChange={setPeople}
      />
      <TextField
        kind="long"
        label={CHECK.note}
        hint={CHECK.noteHint}
        optional
        error={problems.note}
        max={500}
        value={note}
        onChange={setNote}
      />
      <Proof shown={shown} error={problems.villageCode} onShown={setShown} />
      <Trouble words={problems.villageCode ? null : trouble} />
      <Button
        busy={busy}
        disabled={!shown}
        onTap={() => shown && send(() => depart(visit.id, { ...shown, ...said }), onVisit)}
      >
        {CHECK.goOut}
      </Button>
    </Box>
  )
}
