import { useState } from 'react'

import { Empty } from '#components/Await'
import { Button } from '#components/Button'
import { Card } from '#components/Card'
import { Choice } from '#components/Choice'
import { Sheet } from '#components/Sheet'
import { Tag, type Tone } from '#components/Tag'
import { TextField } from '#components/TextField'
import { Heading, Muted, Title } from '#components/Title'
import { Box } from '#components/tags'
import type { Case } from '#contract/case'
import type { MediationOwn } from '#contract/mediation'
import { spokenDay } from '#domain/day'
import { clearFiles, idsIn, useFiles } from '#store/files'
import { AddFiles } from '../../AddFiles.tsx'
import { FileRows } from '../../FileRows.tsx'
import { useManners } from '../../polite.ts'
import { useAct } from '../../use-act.ts'
import { PartyScreen, stepIn } from '../PartyScreen.tsx'
import { Trouble } from '../Trouble.tsx'
import { INSTALMENTS } from '../words.ts'

/** What is due when, what each side says of it, and the proofs (PM-21). */
export default function InstalmentsPage() {
  return <PartyScreen title={INSTALMENTS.title}>{(one, own) => <Calendar one={one} own={own} />}</PartyScreen>
}

type Instalment = MediationOwn['instalments'][number]

const TONE: Readonly<Record<Instalment['state'], Tone>> = {
  open: 'info',
  late: 'danger',
  half: 'warn',
  performed: 'ok',
  disputed: 'danger',
}

function Calendar({ one, own }: { one: Case; own: MediationOwn }) {
  const say = useManners()
  const [marking, setMarking] = useState<Instalment | null>(null)
  const all = own.instalments
  if (all.length === 0) return <Empty title={INSTALMENTS.none} />
  const done = all.filter(({ state }) => state === 'performed').length
  const canMark = stepIn(one, 'mark_performed') !== undefined
  return (
    <Box>
      <Title hint={INSTALMENTS.done(done, all.length)}>{INSTALMENTS.ask}</Title>
      {all.map((each) => (
        <One
          key={each.no}
          one={one}
          each={each}
          side={own.side}
          onMark={canMark ? () => setMarking(each) : undefined}
        />
      ))}
      <Heading>{INSTALMENTS.help}</Heading>
      <Card>
        <Box>{say(INSTALMENTS.helpText)}</Box>
        <Muted>{INSTALMENTS.law}</Muted>
      </Card>
      {marking && <Mark key={marking.no} one={one} each={marking} onClose={() => setMarking(null)} />}
    </Box>
  )
}

type OneProps = {
  one: Case
  each: Instalment
  side: MediationOwn['side']
  onMark: (() => void) | undefined
}

const nameOf = ({ no, dueOn }: Instalment) => (dueOn ? INSTALMENTS.no(no) : INSTALMENTS.whole)
const titleOf = (each: Instalment) =>
  each.dueOn ? `${nameOf(each)} · ${INSTALMENTS.by(spokenDay(each.dueOn))}` : nameOf(each)

const saidOf = (mark: Instalment['applicant']) =>
  mark ? INSTALMENTS.marked[mark.mark] : INSTALMENTS.unmarked

const One = ({ one, each, side, onMark }: OneProps) => {
  const say = useManners()
  const { amount, what, state, stateText, applicant, otherSide } = each
  const mine = side === 'other_side' ? otherSide : applicant
  const theirs = side === 'other_side' ? applicant : otherSide
  const ids = [...(applicant?.fileIds ?? []), ...(otherSide?.fileIds ?? [])]
  const proofs = one.files.filter(({ id }) => ids.includes(id))
  return (
    <Card as="article">
      <Box className="instalment__top">
        <Box className="instalment__no">{titleOf(each)}</Box>
        <Tag tone={TONE[state]}>{stateText}</Tag>
      </Box>
      <Box className="instalment__what">{amount ? `${what} ${INSTALMENTS.yuan(amount)}` : what}</Box>
      <Box className="instalment__said">
        {`${say(INSTALMENTS.mine)}：${saidOf(mine)}　${INSTALMENTS.theirs}：${saidOf(theirs)}`}
      </Box>
      <Box>{mine?.note && <Muted>{INSTALMENTS.noted(mine.note)}</Muted>}</Box>
      <Box>{proofs.length > 0 && <FileRows files={proofs} />}</Box>
      {onMark && state !== 'performed' && (
        <Box className="instalment__act">
          <Button tone="ghost" label={`${INSTALMENTS.mark}：${nameOf(each)}`} onTap={onMark}>
            {INSTALMENTS.mark}
          </Button>
        </Box>
      )}
    </Card>
  )
}

function Mark({ one, each, onClose }: { one: Case; each: Instalment; onClose: () => void }) {
  const { no } = each
  const place = `mark:${one.id}/${no}`
  const fileIds = idsIn(useFiles(place))
  const [mark, setMark] = useState<'done' | 'not_done' | null>(null)
  const [note, setNote] = useState('')
  const done = () => {
    clearFiles(place)
    onClose()
  }
  const { busy, problems, trouble, send, complain } = useAct(one, 'mark_performed', done)
  const go = () => {
    if (mark === null) return complain({ mark: INSTALMENTS.missing })
    const said = note.trim()
    send({ no, mark, ...(said && { note: said }), ...(fileIds?.length ? { fileIds } : {}) })
  }
  return (
    <Sheet title={INSTALMENTS.ask2(nameOf(each))} onClose={onClose}>
      <Choice
        label={INSTALMENTS.title}
        layout="pair"
        error={problems.mark}
        options={[
          { value: 'done', text: INSTALMENTS.yes },
          { value: 'not_done', text: INSTALMENTS.no2 },
        ]}
        value={mark}
        onChange={(value) => {
          setMark(value)
          complain({})
        }}
      />
      <TextField
        label={INSTALMENTS.note}
        hint={INSTALMENTS.noteHint}
        optional
        error={problems.note}
        max={300}
        value={note}
        onChange={setNote}
      />
      <AddFiles place={place} label={INSTALMENTS.proof} hint={INSTALMENTS.proofHint} optional />
      <Trouble words={trouble} />
      <Box className="sheet__buttons">
        <Button busy={busy} disabled={fileIds === null} onTap={go}>
          {INSTALMENTS.go}
        </Button>
        <Button tone="quiet" onTap={onClose}>
          {INSTALMENTS.close}
        </Button>
      </Box>
    </Sheet>
  )
}
