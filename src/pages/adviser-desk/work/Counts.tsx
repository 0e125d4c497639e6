import { Box, Tap } from '#components/tags'
import { WORK } from '../words.ts'
import type { Work } from './load-work.ts'

export type Pile = 'open' | 'missed' | 'owed' | 'done'

const visitsLeft = ({ desk }: Work) =>
  desk.villages.reduce((left, { visitsOwed, visitsMade }) => left + Math.max(0, visitsOwed - visitsMade), 0)

type Props = { work: Work; pile: Pile; onPile: (pile: Pile) => void }

/** Three numbers, each with the list behind it. */
export const Counts = ({ work, pile, onPile }: Props) => {
  const late = work.inbox.items.some(({ overdue }) => overdue)
  const open = `${work.inbox.items.length}${work.inbox.next ? '+' : ''}`
  return (
    <Box className="counts">
      <Count name={WORK.open} count={open} red={late} on={pile === 'open'} onTap={() => onPile('open')} />
      <Count
        name={WORK.missed}
        count={String(work.missed.length)}
        on={pile === 'missed'}
        onTap={() => onPile('missed')}
      />
      <Count
        name={WORK.owed}
        count={String(visitsLeft(work))}
        on={pile === 'owed'}
        onTap={() => onPile('owed')}
      />
    </Box>
  )
}

type CountProps = { name: string; count: string; red?: boolean; on: boolean; onTap: () => void }

const Count = ({ name, count, red, on, onTap }: CountProps) => (
  <Tap className={on ? 'count count--on' : 'count'} chosen={on} onTap={onTap}>
    <Box className={red ? 'count__number count__number--late' : 'count__number'}>{count}</Box>
    <Box className="count__name">{name}</Box>
  </Tap>
)
