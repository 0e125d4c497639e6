import { useState } from 'react'

import { Button } from '#components/Button'
import { Notice } from '#components/Notice'
import { TextField } from '#components/TextField'
import { Muted } from '#components/Title'
import { Box } from '#components/tags'
import type { Presence } from '#services/adviser-desk'
import { onWeb } from '#services/device'
import { whereAmI } from '#services/position'
import { codeIn, scanBoard } from '#services/scan'
import { CHECK } from '../words.ts'

/** What shows that one is there: the digits of the board, or a position. */
export type Shown = Presence

type Props = { shown: Shown | null; error: string | undefined; onShown: (shown: Shown | null) => void }

export function Proof({ shown, error, onShown }: Props) {
  const [text, setText] = useState('')
  const [trouble, setTrouble] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const put = (villageCode: string | null | undefined, position: Shown['position']) =>
    onShown(
      villageCode || position ? { ...(villageCode && { villageCode }), ...(position && { position }) } : null,
    )
  const type = (value: string) => {
    const code = codeIn(value)
    setText(value)
    setTrouble(null)
    put(code, shown?.position)
  }
  const scan = async () => {
    const code = await scanBoard()
    if (code === null) return
    type(code)
    if (code === '') setTrouble(CHECK.codeWrong)
  }
  const locate = async () => {
    setBusy(true)
    const position = await whereAmI()
    setBusy(false)
    setTrouble(position ? null : CHECK.noHere)
    put(shown?.villageCode, position ?? undefined)
  }
  return (
    <Box className="proof">
      {!onWeb && (
        <Button tone="ghost" onTap={() => void scan()}>
          {CHECK.scan}
        </Button>
      )}
      <TextField
        kind="code"
        label={CHECK.code}
        hint={CHECK.codeHint}
        error={error}
        max={20}
        value={text}
        onChange={type}
      />
      <Button tone="ghost" busy={busy} onTap={() => void locate()}>
        {CHECK.here}
      </Button>
      <Muted>{CHECK.hereWhy}</Muted>
      <Box live="polite">
        {trouble && <Notice tone="warn">{trouble}</Notice>}
        {shown?.position && <Notice tone="ok" title={CHECK.hereDone} />}
      </Box>
    </Box>
  )
}
