import './today.scss'

import { useEffect, useState } from 'react'

import { Await, Empty } from '#components/Await'
import { Button } from '#components/Button'
import { Title } from '#components/Title'
import { Box } from '#components/tags'
import { type Day, dayOf } from '#domain/day'
import { go } from '#services/route'
import { useCase } from '#store/cases'
import { isStaff, useSession } from '#store/session'
import { callLegalLine } from '../../help.ts'
import { Screen } from '../../Screen.tsx'
import { Beside } from '../Beside.tsx'
import { DaySwitch } from './DaySwitch.tsx'
import { Guest } from './Guest.tsx'
import { Line } from './Line.tsx'
import { Narrow, useNarrowed } from './Narrow.tsx'
import { PileList } from './PileList.tsx'
import { Search } from './Search.tsx'
import { useChanges } from './use-changes.ts'
import { type DayAtDesk, useDay } from './use-day.ts'
import { type Pile, usePiles } from './use-piles.ts'
import { useWide } from './use-wide.ts'
import { Ways, Work } from './Work.tsx'
import { TODAY_WORDS } from './words.ts'

/** The bookings of my desks on one day, or what was looked for. */
export default function Today() {
  const staff = useSession(isStaff)
  return (
    <Screen title={TODAY_WORDS.title} wide>
      {staff ? <Desk /> : <Guest />}
    </Screen>
  )
}

function Desk() {
  const [day, setDay] = useState<Day | null>(null)
  const [q, setQ] = useState('')
  const [openId, setOpenId] = useState('')
  const [pile, setPile] = useState<Pile | null>(null)
  const { desks, view } = useNarrowed()
  const { loaded, reload } = useDay(day, q, view)
  const { loaded: counted, reload: count } = usePiles(view)
  const wide = useWide()
  const version = useCase(openId)?.version

  // What was done in the case beside it shows in the list at once.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version is the reason
  useEffect(() => {
    reload()
    count()
  }, [version, reload, count])

  useChanges(() => {
    reload()
    count()
  })

  const piles = counted.state === 'ready' ? counted.value : undefined
  const open = (id: string) => (wide ? setOpenId(id) : go('case', { id, view: 'desk' }))
  return (
    <Box className={wide ? 'desk desk--wide' : 'desk'}>
      <Box className="desk__list">
        <Narrow desks={desks} view={view} />
        <Work piles={piles} view={view} pile={pile} onPile={setPile} onTaken={open} />
        <Box>
          {piles && pile && (
            <PileList
              piles={piles}
              pile={pile}
              openId={wide ? openId : null}
              onOpen={open}
              onClose={() => setPile(null)}
            />
          )}
        </Box>
        <Search asked={q} onAsk={setQ} />
        <Await loaded={loaded} onRetry={reload} onCall={callLegalLine} skeletonRows={5}>
          {(shown) => (
            <Box>
              {!q && <DaySwitch day={shown.day} today={dayOf(shown.now)} onDay={setDay} />}
              <List
                shown={shown}
                q={q}
                narrowed={Boolean(view.deskId || view.channel)}
                openId={wide ? openId : null}
                onOpen={open}
              />
            </Box>
          )}
        </Await>
        <Ways />
      </Box>
      {wide && <Beside id={openId} />}
    </Box>
  )
}

type ListProps = {
  shown: DayAtDesk
  q: string
  narrowed: boolean
  /** Null where the case opens as a page of its own. */
  openId: string | null
  onOpen: (id: string) => void
}

const AT_ONCE = 20

function List({ shown, q, narrowed, openId, onOpen }: ListProps) {
  const [most, setMost] = useState(AT_ONCE)
  const { items, now, day } = shown
  if (items.length === 0)
    return (
      <Empty title={q ? TODAY_WORDS.notFound : narrowed ? TODAY_WORDS.noneSuch : TODAY_WORDS.none}>
        {q ? TODAY_WORDS.notFoundText : TODAY_WORDS.noneText}
      </Empty>
    )
  return (
    <Box as="section">
      <Title hint={countsOf(shown)}>{q ? TODAY_WORDS.found : TODAY_WORDS.question(day === dayOf(now))}</Title>
      <Box as="ul" className="desk-lines">
        {items.slice(0, most).map((item) => (
          <Box as="li" key={item.id}>
            <Line
              item={item}
              now={now}
              day={q ? null : day}
              chosen={openId === null ? undefined : item.id === openId}
              onTap={() => onOpen(item.id)}
            />
          </Box>
        ))}
      </Box>
      {items.length > most && (
        <Button tone="ghost" onTap={() => setMost(most + AT_ONCE)}>
          {TODAY_WORDS.more}
        </Button>
      )}
    </Box>
  )
}

const countsOf = ({ items }: DayAtDesk) =>
  TODAY_WORDS.counts(
    items.length,
    items.filter(({ closedAt }) => closedAt === null).length,
    items.filter(({ overdue }) => overdue).length,
  )
