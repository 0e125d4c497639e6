import type { ChangeEvent } from 'react'

import { Button } from '#components/Button'
import { Field } from '#components/Field'
import { Muted } from '#components/Title'
import { Box } from '#components/tags'
import { chooseSheet, type Sheet, sheetIn } from '#services/sheet-file'
import { IMPORT } from '../words.ts'

const web = process.env.TARO_ENV === 'h5'

type Props = { name: string | null; onSheet: (sheet: Sheet) => void }

/** A file of the browser's device, or one that came in a chat of WeChat. */
export function FileField({ name, onSheet }: Props) {
  const pick = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? []
    if (file) void sheetIn(file).then(onSheet)
  }
  const choose = () => void chooseSheet(['xlsx', 'csv', 'txt']).then((sheet) => sheet && onSheet(sheet))
  return (
    <Field label={IMPORT.file} hint={IMPORT.fileHint}>
      {({ id, describedBy }) => (
        <Box>
          {web ? (
            <input
              id={id}
              className="field__input sheet-input"
              type="file"
              accept=".xlsx,.csv,.txt,text/csv"
              aria-describedby={describedBy}
              onChange={pick}
            />
          ) : (
            <Button tone="ghost" onTap={choose}>
              {IMPORT.mini}
            </Button>
          )}
          {name && <Muted>{IMPORT.chosen(name)}</Muted>}
        </Box>
      )}
    </Field>
  )
}
