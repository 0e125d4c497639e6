import { useDidHide } from '@tarojs/taro'
import { useEffect, useState } from 'react'

import { Icon } from '#components/Icon'
import { Box, Tap, Words } from '#components/tags'
import { piecesOf } from '#services/page-text'
import { readAloud, stopReading, whenReadable } from '#services/read-aloud'

const WORDS = { read: '读给我听', stop: '停' } as const

/** For those who read with effort: the page in words, as long as one stays on it. Absent where nothing can speak. */
export function ReadAloud({ of }: { of: string }) {
  const [can, setCan] = useState(false)
  const [reading, setReading] = useState(false)
  const stop = () => {
    if (reading) stopReading()
    setReading(false)
  }
  const start = () => {
    setReading(true)
    readAloud(piecesOf(of), () => setReading(false))
  }
  useEffect(() => whenReadable(setCan), [])
  useDidHide(stop)
  useEffect(() => (reading ? stopReading : undefined), [reading])
  if (!can) return null
  return (
    <Tap className="read-aloud" onTap={reading ? stop : start}>
      <Box className="read-aloud__row">
        <Icon name={reading ? 'stop' : 'sound'} size="s" />
        <Words>{reading ? WORDS.stop : WORDS.read}</Words>
      </Box>
    </Tap>
  )
}
