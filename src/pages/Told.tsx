import './told.scss'

import { Toggle } from '#components/Toggle'
import { Box } from '#components/tags'
import { legalAidNotice } from '#domain/consultation'
import type { Day } from '#domain/day'

const WORDS = {
  right: '必须告知的一项权利',
  told: '已经告诉当事人',
  toldHint: '念完这段话再打开',
} as const

type Props = {
  day: Day
  on: boolean
  hint?: string
  error: string | undefined
  onChange: (on: boolean) => void
}

/** Everybody who asks is told of the right to legal aid (法律援助法 第二十三条): the words to be read out. */
export function Told({ day, on, hint, error, onChange }: Props) {
  const { law, text } = legalAidNotice(day)
  return (
    <Box className={error ? 'told told--wrong' : 'told'}>
      <Box className="told__words">
        <Box className="told__label">{WORDS.right}</Box>
        <Box>{text}</Box>
        <Box className="told__law">{law}</Box>
      </Box>
      <Box className="told__tick">
        <Toggle label={WORDS.told} hint={hint ?? WORDS.toldHint} on={on} onChange={onChange} />
      </Box>
      <Box className="told__alert" live="polite">
        {error && <Box className="told__error">{error}</Box>}
      </Box>
    </Box>
  )
}
