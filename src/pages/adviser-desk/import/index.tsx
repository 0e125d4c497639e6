import { useState } from 'react'

import { BottomBar } from '#components/BottomBar'
import { Button } from '#components/Button'
import { Notice } from '#components/Notice'
import { TextField } from '#components/TextField'
import { Muted, Title } from '#components/Title'
import { Box } from '#components/tags'
import { badRowsIn } from '#services/admin'
import { readTemplate, sendAdvisers } from '#services/adviser-desk'
import { giveFile, onWeb } from '#services/device'
import type { Sheet } from '#services/sheet-file'
import { useSend } from '../../use-send.ts'
import { StaffScreen } from '../StaffScreen.tsx'
import { Trouble } from '../Trouble.tsx'
import { IMPORT } from '../words.ts'
import { BadRows } from './BadRows.tsx'
import { FileField } from './FileField.tsx'

const IMPORTERS = ['bureau_officer', 'city_admin'] as const

/** Advisers and their villages from a sheet: all of it, or nothing. */
export default function ImportPage() {
  const [sheet, setSheet] = useState<Sheet | null>(null)
  const [text, setText] = useState('')
  const [done, setDone] = useState<string | null>(null)
  const { busy, trouble, failure, send } = useSend()
  const rows = badRowsIn(failure)
  const put = (next: Sheet | null, words: string) => {
    setSheet(next)
    setText(words)
    setDone(null)
  }
  const body = sheet ?? { csv: text }
  const ask = () =>
    send(
      () => sendAdvisers('xlsx' in body && body.xlsx ? { xlsx: body.xlsx } : { csv: body.csv ?? '' }),
      ({ advisers, villages }) => {
        put(null, '')
        setDone(IMPORT.done(advisers, villages))
      },
    )
  return (
    <StaffScreen
      title={IMPORT.title}
      roles={IMPORTERS}
      wide
      bottom={
        <BottomBar>
          <Button busy={busy} busyWords={IMPORT.sending} disabled={!sheet && !text.trim()} onTap={ask}>
            {IMPORT.send}
          </Button>
        </BottomBar>
      }
    >
      <Title hint={IMPORT.why}>{IMPORT.title}</Title>
      {done && <Notice tone="ok" title={done} news />}
      {rows.length > 0 ? (
        <Notice tone="danger" title={IMPORT.bad} news>
          {trouble}
        </Notice>
      ) : (
        <Trouble words={trouble} />
      )}
      <BadRows rows={rows} />
      <Box className="narrow">
        <Template />
        <FileField name={sheet?.name ?? null} onSheet={(next) => put(next, '')} />
        <TextField
          kind="long"
          label={IMPORT.paste}
          hint={IMPORT.pasteHint}
          value={text}
          onChange={(words) => put(null, words)}
        />
      </Box>
    </StaffScreen>
  )
}

/** Headings and a row to write over. */
function Template() {
  const [copied, setCopied] = useState(false)
  const { busy, trouble, send } = useSend()
  const give = async () => {
    const { name, csv } = await readTemplate()
    await giveFile(name, csv, 'text/csv;charset=utf-8')
  }
  return (
    <Box className="template">
      <Button tone="ghost" busy={busy} onTap={() => send(give, () => setCopied(!onWeb))}>
        {IMPORT.template}
      </Button>
      <Trouble words={trouble} />
      {copied && <Muted>{IMPORT.templateCopied}</Muted>}
    </Box>
  )
}
