import { useState } from 'react'

import { Button } from '#components/Button'
import { Muted } from '#components/Title'
import { Box } from '#components/tags'
import { readSheet } from '#services/adviser-desk'
import { giveBytes } from '#services/give-bytes'
import { useSend } from '../../use-send.ts'
import { firstOf, lastOf } from '../month.ts'
import { Trouble } from '../Trouble.tsx'
import { LEDGER } from '../words.ts'

/** The month as a sheet. */
export function Export({ month, village }: { month: string; village: string }) {
  const [lines, setLines] = useState<number | null>(null)
  const { busy, trouble, send } = useSend()
  const give = async () => {
    const sheet = await readSheet({ from: firstOf(month), to: lastOf(month), ...(village && { village }) })
    await giveBytes(sheet)
    return sheet.lines
  }
  return (
    <Box className="ledger__export">
      <Trouble words={trouble} />
      <Button tone="ghost" busy={busy} busyWords={LEDGER.exporting} onTap={() => send(give, setLines)}>
        {LEDGER.export}
      </Button>
      <Box live="polite">{lines !== null && <Muted>{LEDGER.exported(lines)}</Muted>}</Box>
    </Box>
  )
}
