import { useState } from 'react'

import { Button } from '#components/Button'
import { Notice } from '#components/Notice'
import { Heading, Muted } from '#components/Title'
import { Box } from '#components/tags'
import { giveFile, onWeb } from '#services/device'
import { readCopy } from '#services/session'
import { explain } from '../../use-loaded.ts'
import { MY_DATA } from '../words.ts'

/** PIPL art. 45: a copy of everything, in a form that another program can read. */
export function Copy() {
  const [busy, setBusy] = useState(false)
  const [taken, setTaken] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const take = async () => {
    setBusy(true)
    setProblem(null)
    await readCopy()
      .then((copy) => giveFile(`linfa-${copy.exportedAt.slice(0, 10)}.json`, JSON.stringify(copy, null, 2)))
      .then(
        () => setTaken(true),
        (error: unknown) => setProblem(explain(error).words),
      )
    setBusy(false)
  }
  return (
    <Box as="section">
      <Heading>{MY_DATA.copy}</Heading>
      <Muted>{MY_DATA.copyWhy}</Muted>
      <Box className="account__act">
        {taken && (
          <Notice tone="ok" news>
            {onWeb ? MY_DATA.takenWeb : MY_DATA.takenMini}
          </Notice>
        )}
        {problem && (
          <Notice tone="danger" news>
            {problem}
          </Notice>
        )}
      </Box>
      <Button tone="ghost" busy={busy} onTap={take}>
        {MY_DATA.take}
      </Button>
    </Box>
  )
}
