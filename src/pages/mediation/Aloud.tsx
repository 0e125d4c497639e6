import { useEffect, useState } from 'react'

import { Button } from '#components/Button'
import { Box } from '#components/tags'
import { readAloud, stopReading, whenReadable } from '#services/read-aloud'
import { CASE } from './words.ts'

/** Reads a text out, line by line. Absent where nothing can speak. */
export function Aloud({ text }: { text: string }) {
  const [can, setCan] = useState(false)
  const [reading, setReading] = useState(false)
  useEffect(() => whenReadable(setCan), [])
  useEffect(() => (reading ? stopReading : undefined), [reading])
  const start = () => {
    setReading(true)
    readAloud(text.split('\n'), () => setReading(false))
  }
  return (
    <Box className="reading__aloud">
      {can && (
        <Button tone="ghost" onTap={reading ? () => setReading(false) : start}>
          {reading ? CASE.stop : CASE.read}
        </Button>
      )}
    </Box>
  )
}
