import type { ReactNode } from 'react'

import { Tag } from '#components/Tag'
import { Box, Tap } from '#components/tags'
import type { CaseSummary } from '#contract/case'
import { KIND_NAME } from '#domain/kind'
import { momentWords } from '../moments.ts'
import { toneOf } from '../status-tone.ts'
import { When } from '../When.tsx'
import { CASES_WORDS } from './words.ts'

/** The one date that matters now: the appointment, the end, or the beginning. */
function whenOf({ appointment, closedAt, openedAt }: CaseSummary): ReactNode {
  if (closedAt) return `${momentWords(closedAt)} ${CASES_WORDS.closedOn}`
  return appointment ? <When at={appointment} /> : `${momentWords(openedAt)} ${CASES_WORDS.openedOn}`
}

/** A case in a list: what it is, where it stands, what comes next. */
export const Entry = ({ item, onTap }: { item: CaseSummary; onTap: () => void }) => (
  <Tap className="entry" onTap={onTap}>
    <Box className="entry__top">
      <Box className="entry__kind">{KIND_NAME[item.kind]}</Box>
      <Box className="entry__tags">
        {item.overdue && <Tag tone="danger">{CASES_WORDS.overdue}</Tag>}
        <Tag tone={toneOf(item)}>{item.statusText}</Tag>
      </Box>
    </Box>
    <Box className="entry__title">{item.title}</Box>
    <Box className="entry__when">{whenOf(item)}</Box>
    <Box className="entry__next">{item.nextText}</Box>
  </Tap>
)
