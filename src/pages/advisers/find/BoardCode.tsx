import { useState } from 'react'

import { Button } from '#components/Button'
import { Fold } from '#components/Fold'
import { Notice } from '#components/Notice'
import { TextField } from '#components/TextField'
import { Box } from '#components/tags'
import { readVillageCode } from '#domain/village-code'
import { onWeb } from '#services/device'
import { go } from '#services/route'
import { scanBoard } from '#services/scan'
import { FIND } from '../words.ts'

const open = (code: string) => go('adviser', { code })

/** The code on the notice board: scanned, or its seven digits typed. */
export const BoardCode = () => (
  <Box className="board-code">
    {!onWeb && <Scan />}
    <Fold title={FIND.codeFold} hint={FIND.codeFoldHint}>
      <Typed />
    </Fold>
  </Box>
)

function Scan() {
  const [unknown, setUnknown] = useState(false)
  const scan = async () => {
    const code = await scanBoard()
    setUnknown(code === '')
    if (code) await open(code)
  }
  return (
    <Box className="board-code__scan">
      <Button tone="ghost" onTap={() => void scan()}>
        {FIND.scan}
      </Button>
      <Box live="polite">{unknown && <Notice tone="warn">{FIND.scanUnknown}</Notice>}</Box>
    </Box>
  )
}

function Typed() {
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState<string>()
  const enter = () => {
    const read = readVillageCode(text)
    if ('code' in read) void open(read.code)
    else setWrong(read.problem)
  }
  return (
    <Box className="board-code__typed">
      <TextField
        kind="code"
        label={FIND.code}
        hint={FIND.codeHint}
        error={wrong}
        max={20}
        value={text}
        onChange={(value) => {
          setText(value)
          setWrong(undefined)
        }}
        onEnter={enter}
      />
      <Button tone="ghost" disabled={text.trim() === ''} onTap={enter}>
        {FIND.codeGo}
      </Button>
    </Box>
  )
}
