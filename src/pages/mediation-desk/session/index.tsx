import { useState } from 'react'

import { Button } from '#components/Button'
import { Fold } from '#components/Fold'
import { Confirm } from '#components/Sheet'
import { TextField } from '#components/TextField'
import { Muted } from '#components/Title'
import { Box, Tap } from '#components/tags'
import type { Case } from '#contract/case'
import type { MediationOwn } from '#contract/mediation'
import { dayOf, type Instant, timeOf } from '#domain/day'
import type { FieldProblems } from '#domain/refusal'
import { goBack } from '#services/route'
import { dropStep, type Filling, filledStep, keepStep } from '#services/step-draft'
import { clearFiles, idsIn, useFiles } from '#store/files'
import { AddFiles } from '../../AddFiles.tsx'
import { goToFirstWrong } from '../../first-wrong.ts'
import { momentWords } from '../../moments.ts'
import { useAct } from '../../use-act.ts'
import { type Step, StepOf } from '../StepOf.tsx'
import { endOf, isSpan, type Span, startOf, TimeSpan } from '../TimeSpan.tsx'
import { Trouble } from '../Trouble.tsx'
import { SESSION } from '../words.ts'

/** What was said at the table, written once: parties, place and notes are there already. */
export default function SessionPage() {
  return (
    <StepOf title={SESSION.title} action="record_session">
      {(step) => <Form key={step.one.id} {...step} />}
    </StepOf>
  )
}

const ACTION = 'record_session'

const presentOf = ({ applicantName, otherSide, chosen, helpers }: MediationOwn) =>
  [
    applicantName,
    otherSide.name,
    chosen && `${chosen.name}（调解员）`,
    ...helpers.filter(({ mayCome }) => mayCome).map(({ name, asText }) => `${name}（${asText}）`),
  ]
    .filter(Boolean)
    .join('、')

/** The session that was agreed on, if there is one. */
function begun(own: MediationOwn, now: Instant): Filling {
  const planned = own.sessions.find(({ state }) => state === 'planned')
  const place = planned?.place || own.committee.address || own.committee.name
  return {
    day: dayOf(planned && planned.startsAt <= now ? planned.startsAt : now),
    from: planned ? timeOf(planned.startsAt) : '',
    to: planned && planned.endsAt <= now ? timeOf(planned.endsAt) : '',
    place,
    present: presentOf(own),
    record: '',
    privately: '',
  }
}

type Name = 'day' | 'from' | 'to' | 'place' | 'present' | 'record' | 'privately'

/** Kept on the telephone until it has been sent. */
function useTyped(one: Case, own: MediationOwn, now: Instant) {
  const [filling, setFilling] = useState<Filling>(() => ({
    ...begun(own, now),
    ...filledStep(one.id, ACTION),
  }))
  const typed = (name: Name) => String(filling[name] ?? '')
  const type = (more: Partial<Record<Name, string>>) => {
    const next = { ...filling, ...more } as Filling
    setFilling(next)
    keepStep(one.id, ACTION, next)
  }
  return { typed, type }
}

const added = (before: string, text: string) => (before.trim() ? `${before.trimEnd()}\n${text}` : text)

function Form({ one, own, now }: Step) {
  const place = `session:${one.id}`
  const fileIds = idsIn(useFiles(place))
  const { typed, type } = useTyped(one, own, now)
  const [asking, setAsking] = useState(false)
  const done = () => {
    dropStep(one.id, ACTION)
    clearFiles(place)
    void goBack()
  }
  const { busy, problems, trouble, send, complain } = useAct(one, ACTION, done)
  const span: Span = { day: typed('day'), from: typed('from'), to: typed('to') }
  const change = (more: Partial<Record<Name, string>>) => {
    type(more)
    complain({})
  }
  const check = () => {
    const wrong: FieldProblems = {
      ...(!isSpan(span) && { startedAt: SESSION.wrongTime }),
      ...(!typed('place').trim() && { place: SESSION.wrongPlace }),
      ...(!typed('present').trim() && { present: SESSION.wrongPresent }),
      ...(!typed('record').trim() && { record: SESSION.wrongRecord }),
      ...(fileIds === null && { fileIds: SESSION.files }),
    }
    complain(wrong)
    if (Object.keys(wrong).length > 0) return goToFirstWrong()
    setAsking(true)
  }
  const keep = () => {
    setAsking(false)
    const privately = typed('privately').trim()
    send({
      startedAt: startOf(span),
      endedAt: endOf(span),
      place: typed('place'),
      present: typed('present'),
      record: typed('record'),
      ...(privately && { privately }),
      ...(fileIds?.length ? { fileIds } : {}),
    })
  }
  return (
    <Box className="narrow">
      <Muted>{SESSION.hint}</Muted>
      <Box className="below">
        <TimeSpan
          span={span}
          words={SESSION}
          error={problems.startedAt ?? problems.endedAt}
          onSpan={change}
        />
      </Box>
      <TextField
        label={SESSION.place}
        error={problems.place}
        max={200}
        value={typed('place')}
        onChange={(value) => change({ place: value })}
      />
      <TextField
        kind="long"
        label={SESSION.present}
        hint={SESSION.presentHint}
        error={problems.present}
        max={200}
        value={typed('present')}
        onChange={(present) => change({ present })}
      />
      <TextField
        kind="long"
        label={SESSION.record}
        hint={SESSION.recordHint}
        error={problems.record}
        max={8000}
        value={typed('record')}
        onChange={(record) => change({ record })}
      />
      <Blocks own={own} onAdd={(text) => change({ record: added(typed('record'), text) })} />
      <Notes own={own} onAdd={(text) => change({ record: added(typed('record'), text) })} />
      <TextField
        kind="long"
        label={SESSION.privately}
        hint={SESSION.privatelyHint}
        optional
        error={problems.privately}
        max={4000}
        value={typed('privately')}
        onChange={(privately) => change({ privately })}
      />
      <AddFiles
        place={place}
        label={SESSION.photos}
        hint={SESSION.photosHint}
        error={problems.fileIds}
        optional
      />
      <Trouble words={trouble} />
      <Button busy={busy} onTap={check}>
        {SESSION.go}
      </Button>
      {asking && (
        <Confirm
          title={SESSION.ask}
          yes={SESSION.yes}
          no={SESSION.no}
          onYes={keep}
          onNo={() => setAsking(false)}
        >
          {SESSION.means}
        </Confirm>
      )}
    </Box>
  )
}

type AddProps = { own: MediationOwn; onAdd: (text: string) => void }

const blockText = (block: string, own: MediationOwn) =>
  block === SESSION.block[0]
    ? `申请人 ${own.applicantName ?? ''}，对方 ${own.otherSide.name ?? ''}。`
    : `【${block}】`

/** Nobody types a name or a heading twice. */
const Blocks = ({ own, onAdd }: AddProps) => (
  <Box className="chips" role="group" label={SESSION.blocks}>
    {SESSION.block.map((block) => (
      <Tap key={block} className="chip" onTap={() => onAdd(blockText(block, own))}>
        {block}
      </Tap>
    ))}
  </Box>
)

/** What was noted on the way. */
const Notes = ({ own, onAdd }: AddProps) => {
  const notes = own.items.filter(({ text }) => text)
  if (notes.length === 0) return null
  return (
    <Box className="folded">
      <Fold title={SESSION.notes} hint={SESSION.notesHint}>
        <Box className="chips">
          {notes.map(({ id, at, text }) => (
            <Tap key={id} className="chip chip--long" onTap={() => onAdd(text ?? '')}>
              {`${momentWords(at)} ${text}`}
            </Tap>
          ))}
        </Box>
      </Fold>
    </Box>
  )
}
