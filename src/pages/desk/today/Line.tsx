import { Tag } from '#components/Tag'
import { Box, Tap } from '#components/tags'
import type { CaseSummary } from '#contract/case'
import { type Day, dayOf, type Instant } from '#domain/day'
import { momentWords, spanWords } from '../../moments.ts'
import { toneOf } from '../../status-tone.ts'
import { lateWords } from './late.ts'
import { TODAY_WORDS } from './words.ts'

type Props = {
  item: CaseSummary
  now: Instant
  day: Day | null
  chosen: boolean | undefined
  onTap: () => void
}

/** Within the day the hours are enough. */
function timeOf({ appointment }: CaseSummary, day: Day | null): string {
  if (!appointment) return TODAY_WORDS.noTime
  const words = spanWords(appointment)
  return dayOf(appointment.startsAt) === day ? words.split(' ').slice(2).join(' ') : words
}

/** Masked: the whole is shown to whoever has the case and says why. */
const whoOf = ({ applicant: { name, phone } }: CaseSummary) => [name, phone].filter(Boolean).join(' · ')

export const Line = ({ item, now, day, chosen, onTap }: Props) => (
  <Tap className={chosen ? 'desk-line desk-line--on' : 'desk-line'} chosen={chosen} onTap={onTap}>
    <Box className="desk-line__top">
      <Box className="desk-line__time">{timeOf(item, day)}</Box>
      <Box className="desk-line__tags">
        {item.urgent && item.closedAt === null && <Tag tone="danger">{TODAY_WORDS.urgent}</Tag>}
        {item.overdue && <Tag tone="danger">{lateWords(item.dueAt, now)}</Tag>}
        <Tag tone={toneOf(item)}>{item.statusText}</Tag>
      </Box>
    </Box>
    <Box className="desk-line__title">{item.title}</Box>
    <Box className="desk-line__who">{whoOf(item)}</Box>
    <Box className="desk-line__who">{`${item.number} · ${momentWords(item.openedAt)}`}</Box>
  </Tap>
)
