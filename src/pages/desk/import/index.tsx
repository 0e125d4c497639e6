import { useState } from 'react'

import { BottomBar } from '#components/BottomBar'
import { Button } from '#components/Button'
import { Choice } from '#components/Choice'
import { Notice } from '#components/Notice'
import { TextField } from '#components/TextField'
import { Title } from '#components/Title'
import { Box } from '#components/tags'
import type { RowProblem } from '#contract/admin'
import { SHEET_KINDS, type SheetKind } from '#domain/sheet'
import { badRowsIn, sendSheet } from '#services/admin'
import { NoAnswer } from '#services/call'
import { onWeb } from '#services/device'
import { AdminScreen } from '../admin/AdminScreen.tsx'
import { type Column, Records } from '../admin/Records.tsx'
import { useSaving } from '../admin/use-saving.ts'
import { COMMON, IMPORT, imported, SHEET } from '../admin/words.ts'
import { FileField, Template } from './FileField.tsx'

const OPTIONS = SHEET_KINDS.map((value) => ({ value, text: SHEET[value].name, hint: SHEET[value].hint }))

const COLUMNS: readonly Column<RowProblem>[] = [
  { title: IMPORT.line, cell: ({ line }) => `第 ${line} 行` },
  { title: IMPORT.reason, cell: ({ reason }) => reason },
]

export default function ImportPage() {
  const [what, setWhat] = useState<SheetKind>('organisations')
  const [file, setFile] = useState<string | null>(null)
  const [text, setText] = useState('')
  const [done, setDone] = useState<string | null>(null)
  const { busy, problem, failure, run } = useSaving()
  const put = (words: string, name: string | null) => {
    setText(words)
    setFile(name)
    setDone(null)
  }
  const send = async () => {
    setDone(null)
    const answer = await run(() => sendSheet(what, text))
    if (!answer) return
    put('', null)
    setDone(imported(answer.imported, SHEET[what].name))
  }
  return (
    <AdminScreen
      title={IMPORT.title}
      bottom={
        <BottomBar>
          <Button busy={busy} busyWords={IMPORT.sending} disabled={!text.trim()} onTap={() => void send()}>
            {IMPORT.send}
          </Button>
        </BottomBar>
      }
    >
      <Title hint={IMPORT.why}>{IMPORT.title}</Title>
      <Box className="admin__news">
        {done && (
          <Notice tone="ok" title={IMPORT.done} news>
            {done}
          </Notice>
        )}
        {problem && <Refused problem={problem} failure={failure} />}
      </Box>
      <Box className="admin__form">
        <Choice label={IMPORT.what} options={OPTIONS} value={what} onChange={setWhat} />
        <Template what={what} />
        <FileField name={file} onFile={({ name, csv = '' }) => put(csv, name)} />
        <TextField
          label={IMPORT.paste}
          hint={IMPORT.pasteHint}
          kind="long"
          value={file ? '' : text}
          onChange={(words) => put(words, null)}
        />
      </Box>
    </AdminScreen>
  )
}

const Refused = ({ problem, failure }: { problem: string; failure: unknown }) => (
  <Box>
    {failure instanceof NoAnswer ? (
      <Notice tone="warn" title={IMPORT.unsure} news>
        {IMPORT.unsureText}
      </Notice>
    ) : (
      <Notice tone="danger" title={IMPORT.bad} news>
        {problem}
      </Notice>
    )}
    <Rows rows={badRowsIn(failure)} />
  </Box>
)

/** A mini-program cannot draw 200 rows in one go. */
const STEP = onWeb ? 200 : 20

function Rows({ rows }: { rows: readonly RowProblem[] }) {
  const [most, setMost] = useState(STEP)
  if (rows.length === 0) return null
  return (
    <Box>
      <Records
        label={IMPORT.bad}
        columns={COLUMNS}
        items={rows.slice(0, most)}
        keyOf={({ line, reason }) => `${line} ${reason}`}
      />
      {rows.length > most && (
        <Button tone="quiet" onTap={() => setMost(most + STEP)}>
          {COMMON.more}
        </Button>
      )}
    </Box>
  )
}
