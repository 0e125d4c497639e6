import { useState } from 'react'

import { Button } from '#components/Button'
import { Fold } from '#components/Fold'
import { Select } from '#components/Select'
import { Confirm } from '#components/Sheet'
import { TextField } from '#components/TextField'
import { Muted } from '#components/Title'
import { Box } from '#components/tags'
import type { Case } from '#contract/case'
import { INQUIRY_ACTIONS } from '#contract/inquiry'
import { problemsIn } from '#contract/problems-in'
import { IDENTITY_GROUP_NAME, IDENTITY_GROUPS } from '#domain/consultation'
import { dayOf, type Instant } from '#domain/day'
import { RESULTS } from '#domain/ledger'
import { RESULT_NAME } from '#domain/ledger-words'
import type { FieldProblems } from '#domain/refusal'
import { TOPIC_NAME, TOPICS } from '#domain/topic'
import { goBack } from '#services/route'
import type { TypedAnswer } from '#services/typed-answer'
import { clearFiles, idsIn, useFiles } from '#store/files'
import { AddFiles } from '../../AddFiles.tsx'
import { goToFirstWrong } from '../../first-wrong.ts'
import { Told } from '../../Told.tsx'
import { useAct } from '../../use-act.ts'
import { Trouble } from '../Trouble.tsx'
import { ANSWER, DESK } from '../words.ts'
import { LawCards, Places, Templates } from './Aids.tsx'
import { Thread } from './Thread.tsx'
import { bodyOf, useAnswer } from './use-answer.ts'

const CATEGORIES = TOPICS.map((value) => ({ value, text: TOPIC_NAME[value] }))
const RESULT_ENTRIES = RESULTS.map((value) => ({ value, text: RESULT_NAME[value] }))
const GROUPS = IDENTITY_GROUPS.map((value) => ({ value, text: IDENTITY_GROUP_NAME[value] }))

const MOST = { facts: 1000, law: 2000, advice: 3000, dates: 500, where: 500 } as const
type Part = keyof typeof MOST

/** One below the other; nothing is lost of what stands there. */
const added = (before: string, text: string) => (before.trim() ? `${before.trimEnd()}\n${text}` : text)

/** What is being mended is wrong no longer, until it is checked again. */
const without = (problems: FieldProblems, mended: object): FieldProblems =>
  Object.fromEntries(Object.entries(problems).filter(([name]) => !(name in mended)))

export function AnswerForm({ one, now }: { one: Case; now: Instant }) {
  const { typed, type, forget } = useAnswer(one)
  const place = `answer:${one.id}`
  const sendings = useFiles(place)
  const [asking, setAsking] = useState(false)
  const done = () => {
    forget()
    clearFiles(place)
    void goBack()
  }
  const { busy, problems, trouble, send, complain } = useAct(one, 'answer', done)
  const change = (more: Partial<TypedAnswer>) => {
    type(more)
    complain(without(problems, more))
  }
  const check = () => {
    const found = {
      ...problemsIn(INQUIRY_ACTIONS.answer, bodyOf(typed)),
      ...(!idsIn(sendings) && { fileIds: ANSWER.filesWait }),
    }
    complain(found)
    if (Object.keys(found).length > 0) return goToFirstWrong()
    setAsking(true)
  }
  const confirm = () => {
    setAsking(false)
    const fileIds = idsIn(sendings) ?? []
    send({ ...bodyOf(typed), ...(fileIds.length > 0 && { fileIds }) })
  }
  const part = (name: Part) => ({
    kind: 'long' as const,
    max: MOST[name],
    error: problems[name],
    value: typed[name],
    onChange: (value: string) => change({ [name]: value }),
  })
  const topic = TOPICS.find((one) => one === typed.category)
  return (
    <Box className="answer">
      <Thread one={one} />
      <TextField {...part('facts')} label={ANSWER.facts} hint={ANSWER.factsHint} />
      <TextField {...part('law')} label={ANSWER.law} hint={ANSWER.lawHint} />
      <LawCards topic={topic} onAdd={(text) => change({ law: added(typed.law, text) })} />
      <TextField {...part('advice')} label={ANSWER.advice} hint={ANSWER.adviceHint} />
      <Templates onAdd={(text) => change({ advice: added(typed.advice, text) })} />
      <TextField {...part('dates')} label={ANSWER.dates} hint={ANSWER.datesHint} optional />
      <TextField {...part('where')} label={ANSWER.where} hint={ANSWER.whereHint} optional />
      <Places
        onPlace={(where, dates) =>
          change({
            where: added(typed.where, where),
            ...(dates && { dates: added(typed.dates, dates) }),
          })
        }
      />
      <AddFiles place={place} label={ANSWER.files} hint={ANSWER.filesHint} error={problems.fileIds} />
      <Select
        label={ANSWER.category}
        blank={DESK.choose}
        entries={CATEGORIES}
        error={problems.category}
        value={typed.category}
        onChange={(category) => change({ category })}
      />
      <Told
        day={dayOf(now)}
        hint={ANSWER.toldHint}
        on={typed.toldOfLegalAid}
        error={problems.toldOfLegalAid}
        onChange={(toldOfLegalAid) => change({ toldOfLegalAid })}
      />
      <ForLedger typed={typed} onType={change} />
      <Muted>{ANSWER.kept}</Muted>
      <Trouble words={trouble} />
      <Button busy={busy} onTap={check}>
        {ANSWER.go}
      </Button>
      {asking && (
        <Confirm
          title={ANSWER.ask}
          yes={ANSWER.yes}
          no={ANSWER.no}
          onYes={confirm}
          onNo={() => setAsking(false)}
        >
          {ANSWER.means}
        </Confirm>
      )}
    </Box>
  )
}

type LedgerProps = { typed: TypedAnswer; onType: (more: Partial<TypedAnswer>) => void }

const ForLedger = ({ typed, onType }: LedgerProps) => (
  <Box className="folded">
    <Fold title={ANSWER.more} hint={ANSWER.moreHint}>
      <Select
        label={ANSWER.result}
        blank={DESK.choose}
        entries={RESULT_ENTRIES}
        value={typed.result}
        onChange={(result) => onType({ result })}
      />
      <Select
        label={ANSWER.group}
        hint={ANSWER.groupHint}
        blank={ANSWER.notAsked}
        entries={GROUPS}
        value={typed.group}
        onChange={(group) => onType({ group })}
      />
    </Fold>
  </Box>
)
