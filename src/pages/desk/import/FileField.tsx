import type { ChangeEvent } from 'react'
import { useState } from 'react'

import { Button } from '#components/Button'
import { Field } from '#components/Field'
import { Muted } from '#components/Title'
import { Box } from '#components/tags'
import { type SheetKind, template } from '#domain/sheet'
import { giveFile } from '#services/device'
import { chooseSheet, type Sheet, sheetIn } from '#services/sheet-file'
import { IMPORT, SHEET } from '../admin/words.ts'

const web = process.env.TARO_ENV === 'h5'

/** Headings and one row to write over. */
export function Template({ what }: { what: SheetKind }) {
  const [copied, setCopied] = useState(false)
  const give = () =>
    void giveFile(`${SHEET[what].name}模板.csv`, template(what), 'text/csv').then(() => setCopied(!web))
  return (
    <Box className="admin__news">
      <Button tone="ghost" label={`${IMPORT.template}：${SHEET[what].name}`} onTap={give}>
        {IMPORT.template}
      </Button>
      {copied && <Muted>{IMPORT.templateCopied}</Muted>}
    </Box>
  )
}

type Props = { name: string | null; onFile: (file: Sheet) => void }

/** A file of the browser's device, or one that came in a chat of WeChat. */
export function FileField({ name, onFile }: Props) {
  const pick = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? []
    if (file) void sheetIn(file).then(onFile)
  }
  const choose = () => void chooseSheet(['csv', 'txt']).then((file) => file && onFile(file))
  return (
    <Field label={IMPORT.file} hint={IMPORT.fileHint}>
      {({ id, describedBy }) => (
        <Box>
          {web ? (
            <input
              id={id}
              className="sheet-file"
              type="file"
              accept=".csv,.txt,text/csv"
              aria-describedby={describedBy}
              onChange={pick}
            />
          ) : (
            <Button tone="ghost" onTap={choose}>
              {IMPORT.mini}
            </Button>
          )}
          {name && (
            <Muted>
              {IMPORT.chosen}：{name}
            </Muted>
          )}
        </Box>
      )}
    </Field>
  )
}
