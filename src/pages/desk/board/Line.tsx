import { Tag } from '#components/Tag'
import { Box, Tap } from '#components/tags'
import type { CaseSummary } from '#contract/case'
import { dayOf, daysBetween, type Instant, spokenDay, timeOf } from '#domain/day'
import { KIND_NAME } from '#domain/kind'
import { lateWords } from '../today/late.ts'
import { TODAY_WORDS } from '../today/words.ts'
import { isDueToday } from './piles.ts'
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
function openDue(dueAt: Instant, now: Instant): string {
  const near = NEAR[daysBetween(dayOf(now), dayOf(dueAt))]
  return BOARD_WORDS.due(near ? `${near} ${timeOf(dueAt)}` : spokenDay(dayOf(dueAt)))
}

/** When it has to be done, the louder the sooner; always in words. */
function Due({ item, now }: Pick<Props, 'item' | 'now'>) {
  const { closedAt, dueAt } = item
  if (closedAt) return <Tag tone="ok">{BOARD_WORDS.closed(spokenDay(dayOf(closedAt)))}</Tag>
  if (item.overdue) return <Tag tone="danger">{lateWords(dueAt, now)}</Tag>
  if (!dueAt) return <Tag tone="info">{BOARD_WORDS.noDue}</Tag>
  return <Tag tone={isDueToday(item, now) ? 'warn' : 'info'}>{openDue(dueAt, now)}</Tag>
}

const handlerWords = ({ handler }: CaseSummary, me: string | undefined) =>
  handler === null
    ? BOARD_WORDS.nobody
    : handler.id === me
      ? BOARD_WORDS.mine
      : BOARD_WORDS.with(handler.name)

/** Masked: the whole is shown to whoever has the case and says why. */
const whoOf = ({ applicant: { name, phone }, kind, statusText }: CaseSummary) =>
  [KIND_NAME[kind], statusText, name ?? phone].filter(Boolean).join(' · ')

export const Line = ({ item, now, me, chosen, onTap }: Props) => (
  <Tap className={chosen ? 'desk-line desk-line--on' : 'desk-line'} chosen={chosen} onTap={onTap}>
    <Box className="desk-line__top">
      <Box className="board-line__title">{item.title}</Box>
      <Box className="desk-line__tags">
        {item.urgent && !item.closedAt && <Tag tone="danger">{TODAY_WORDS.urgent}</Tag>}
        <Due item={item} now={now} />
      </Box>
    </Box>
    <Box className="desk-line__who">{whoOf(item)}</Box>
    <Box className="desk-line__who">{`${item.number} · ${handlerWords(item, me)}`}</Box>
  </Tap>
)
