import { useState } from 'react'

import { Button } from '#components/Button'
import { Row, Rows } from '#components/Card'
import { Heading } from '#components/Title'
import { Box } from '#components/tags'
import type { RowProblem } from '#contract/admin'
import { onWeb } from '#services/device'
import { IMPORT } from '../words.ts'

/** A mini-program cannot draw 200 rows in one go. */
const STEP = onWeb ? 100 : 20

/** Every bad row by its number, with what to do about it. */
export function BadRows({ rows }: { rows: readonly RowProblem[] }) {
  const [most, setMost] = useState(STEP)
  if (rows.length === 0) return null
  return (
    <Box as="section" className="bad-rows">
      <Heading>{IMPORT.badRows}</Heading>
      <Rows>
        {rows.slice(0, most).map(({ line, reason }) => (
          <Row key={`${line}${reason}`} title={reason} detail={IMPORT.line(line)} />
        ))}
      </Rows>
      {rows.length > most && (
        <Button tone="quiet" onTap={() => setMost(most + STEP)}>
          {IMPORT.more}
        </Button>
      )}
    </Box>
  )
}
