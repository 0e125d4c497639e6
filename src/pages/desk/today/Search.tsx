import { useState } from 'react'

import { Button, LinkButton } from '#components/Button'
import { TextField } from '#components/TextField'
import { Box } from '#components/tags'
import { TODAY_WORDS } from './words.ts'

/** Somebody calls and says a number. */
export function Search({ asked, onAsk }: { asked: string; onAsk: (q: string) => void }) {
  const [text, setText] = useState(asked)
  const ask = () => onAsk(text.trim())
  const clear = () => {
    setText('')
    onAsk('')
  }
  return (
    <Box className="desk-search">
      <TextField
        kind="search"
        label={TODAY_WORDS.search}
        hint={TODAY_WORDS.searchHint}
        max={60}
        value={text}
        onChange={setText}
        onEnter={ask}
      />
      <Button tone="ghost" disabled={text.trim() === ''} onTap={ask}>
        {TODAY_WORDS.find}
      </Button>
      {asked && <LinkButton onTap={clear}>{TODAY_WORDS.clear}</LinkButton>}
    </Box>
  )
}
