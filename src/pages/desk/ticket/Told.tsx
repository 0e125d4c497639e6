import '../told.scss'

import { Toggle } from '#components/Toggle'
import { Box } from '#components/tags'
import { legalAidNotice } from '#domain/consultation'
import type { Day } from '#domain/day'
import { TICKET_WORDS } from './words.ts'

type Props = { day: Day; on: boolean; error: string | undefined; onChange: (on: boolean) => void }

/** Everybody who asks is told of the right to legal aid (法律援助法 第二十三条): the words to be read out. */
export function Told({ day, on, error, onChange }: Props) {
  const { law, text } = legalAidNotice(day)
  return (
    <Box className={error ? 'told told--wrong' : 'told'}>
      <Box className="told__words">
        <Box className="told__label">{TICKET_WORDS.right}</Box>
        <Box>{text}</Box>
        <Box className="told__law">{law}</Box>
      </Box>
      <Box className="told__tick">
        <Toggle label={TICKET_WORDS.told} hint={TICKET_WORDS.toldHint} on={on} onChange={onChange} />
      </Box>
      <Box className="told__alert" live="polite">
        {error && <Box className="told__error">{error}</Box>}
      </Box>
    </Box>
  )
}
