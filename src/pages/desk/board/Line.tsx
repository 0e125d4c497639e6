import { Tag } from '#components/Tag'
import { Box, Tap } from '#components/tags'
import type { CaseSummary } from '#contract/case'
import { dayOf, daysBetween, type Instant, spokenDay, timeOf } from '#domain/day'
import { KIND_NAME } from '#domain/kind'
import { lateWords } from '../today/late.ts'
import { TODAY_WORDS } from '../today/words.ts'
import { BOARD_WORDS } from './words.ts'

type Props = {
  item: CaseSummary
  now: Instant
  /** Who looks: what they have themselves is said so. */
  me: string | undefined
  chosen: boolean | undefined
  onTap: () => void
}

const NEAR = [BOARD_WORDS.today, BOARD_WORDS.tomorrow]

/** 今天 18:00 前, 11月27日 周五 前 */
function dueWords({ closedAt, dueAt }: CaseSummary, now: Instant): string {
  if (closedAt) return BOARD_WORDS.closed(spokenDay(dayOf(closedAt)))
  if (!dueAt) return BOARD_WORDS.noDue
  const near = NEAR[daysBetween(dayOf(now), dayOf(dueAt))]
  return BOARD_WORDS.due(near ? `${near} ${timeOf(dueAt)}` : spokenDay(dayOf(dueAt)))
}

const handlerWords = ({ handler }: CaseSummary, me: string | undefined) =>
  handler === null
    ? BOARD_WORDS.nobody
    : handler.id === me
      ? BOARD_WORDS.mine
      : BOARD_WORDS.with(handler.name)

/** Masked: the whole is shown to whoever has the case and says why. */
const whoOf = ({ applicant: { name, phone }, kind }: CaseSummary) =>
  [KIND_NAME[kind], name, phone].filter(Boolean).join(' · ')

export const Line = ({ item, now, me, chosen, onTap }: Props) => (
  <Tap className={chosen ? 'desk-line desk-line--on' : 'desk-line'} chosen={chosen} onTap={onTap}>
    <Box className="desk-line__top">
      <Box className="desk-line__time">{dueWords(item, now)}</Box>
      <Box className="desk-line__tags">
        {item.urgent && !item.closedAt && <Tag tone="danger">{TODAY_WORDS.urgent}</Tag>}
        {item.overdue && <Tag tone="danger">{lateWords(item.dueAt, now)}</Tag>}
        <Tag tone={item.closedAt ? 'ok' : 'info'}>{item.statusText}</Tag>
      </Box>
    </Box>
    <Box className="desk-line__title">{item.title}</Box>
    <Box className="desk-line__who">{whoOf(item)}</Box>
    <Box className="desk-line__who">{`${item.number} · ${handlerWords(item, me)}`}</Box>
  </Tap>
)
