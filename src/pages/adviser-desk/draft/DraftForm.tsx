import { useState } from 'react'

import { Button } from '#components/Button'
import { Fold } from '#components/Fold'
import { Confirm } from '#components/Sheet'
import { TextField } from '#components/TextField'
import { Box } from '#components/tags'
import type { FieldProblems } from '#domain/refusal'
import { Trouble } from '../Trouble.tsx'
import { DRAFT } from '../words.ts'
import { clausesIn, textOf } from './clauses.ts'

export type DraftKind = 'new' | 'revise' | 'file_final'

type Props = {
  kind: DraftKind
  first: readonly string[]
  /** Where it is kept while it is written. */
  onText?: (text: string) => void
  busy: boolean
  problems: FieldProblems
  trouble: string | null
  onSend: (body: { clauses: string[]; note?: string; passedOn?: string }) => void
}

/** Mistakes within one clause are named by it: `clauses.3`. */
const clauseProblem = (problems: FieldProblems) =>
  problems.clauses ?? Object.entries(problems).find(([name]) => name.startsWith('clauses.'))?.[1]

/** The text, one clause a line, and what it has come to. */
export function DraftForm({ kind, first, onText, busy, problems, trouble, onSend }: Props) {
  const [text, setText] = useState(() => textOf(first))
  const [note, setNote] = useState('')
  const [passedOn, setPassedOn] = useState('')
  const [asking, setAsking] = useState(false)
  const clauses = clausesIn(text)
  const send = () => {
    setAsking(false)
    onSend({
      clauses,
      ...(note.trim() && { note: note.trim() }),
      ...(kind === 'file_final' && { passedOn }),
    })
  }
  return (
    <Box>
      <Box className="draft">
        <TextField
          kind="long"
          label={DRAFT.clauses}
          hint={DRAFT.clausesHint}
          error={clauseProblem(problems)}
          value={text}
          onChange={(value) => {
            setText(value)
            onText?.(value)
          }}
        />
      </Box>
      <Clauses clauses={clauses} />
      {kind === 'file_final' && (
        <TextField
          kind="date"
          label={DRAFT.passedOn}
          error={problems.passedOn}
          value={passedOn}
          onChange={setPassedOn}
        />
      )}
      {kind !== 'new' && (
        <TextField
          kind="long"
          label={kind === 'revise' ? DRAFT.note : DRAFT.noteFinal}
          optional
          error={problems.note}
          max={500}
          value={note}
          onChange={setNote}
        />
      )}
      <Trouble words={trouble} />
      <Button busy={busy} disabled={clauses.length === 0} onTap={() => setAsking(true)}>
        {DRAFT[kind].go}
      </Button>
      {asking && (
        <Confirm
          title={DRAFT.ask[kind]}
          danger={kind === 'file_final'}
          yes={DRAFT.yes}
          no={DRAFT.no}
          onYes={send}
          onNo={() => setAsking(false)}
        >
          {DRAFT.means[kind]}
        </Confirm>
      )}
    </Box>
  )
}

const Clauses = ({ clauses }: { clauses: readonly string[] }) => (
  <Box className="folded">
    {clauses.length > 0 && (
      <Fold title={DRAFT.count(clauses.length)} hint={DRAFT.check}>
        <Box as="ol" className="clause-list">
          {clauses.map((text, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: clauses have no name but their place
            <Box as="li" key={n} className="clause-list__item">
              {`${n + 1}. ${text}`}
            </Box>
          ))}
        </Box>
      </Fold>
    )}
  </Box>
)
