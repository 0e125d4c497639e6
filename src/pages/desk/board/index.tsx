import '../today/today.scss'
import './board.scss'

import { useEffect, useState } from 'react'

import { Await, Empty } from '#components/Await'
import { Button } from '#components/Button'
import { Row, Rows } from '#components/Card'
import { Notice } from '#components/Notice'
import { Heading, Title } from '#components/Title'
import { Box } from '#components/tags'
import { KINDS } from '#contract/case'
import { KIND_NAME, type Kind } from '#domain/kind'
import { go } from '#services/route'
import { useCase } from '#store/cases'
import { isAtDesk, isStaff, useSession } from '#store/session'
import { callLegalLine } from '../../help.ts'
import { Screen } from '../../Screen.tsx'
import { Beside } from '../Beside.tsx'
import { allOr, Chips } from '../Chips.tsx'
import { Guest } from '../today/Guest.tsx'
import { Search } from '../today/Search.tsx'
import { useWide } from '../today/use-wide.ts'
import { TODAY_WORDS } from '../today/words.ts'
import { Line } from './Line.tsx'
import { isDueToday, PILES, pileOf } from './piles.ts'
import { type OnBoard, useBoard } from './use-board.ts'
import { BOARD_WORDS, PILE_NAME } from './words.ts'

/** The cases of my desks, whatever their kind, by what is due. */
export default function BoardPage() {
  const staff = useSession(isStaff)
  return (
    <Screen title={BOARD_WORDS.title} wide>
      {staff ? <Board /> : <Guest />}
    </Screen>
  )
}

/** The kinds that have been seen here, in their own order: who has only one is not asked. */
function useKindsSeen(shown: OnBoard | undefined): readonly Kind[] {
  const [seen, setSeen] = useState<readonly Kind[]>([])
  useEffect(() => {
    if (shown)
      setSeen((now) =>
        KINDS.filter((kind) => now.includes(kind) || shown.items.some((item) => item.kind === kind)),
      )
  }, [shown])
  return seen
}

const chipsOf = (kinds: readonly Kind[]) =>
  allOr(
    BOARD_WORDS.all,
    kinds.map((value) => ({ value, text: KIND_NAME[value] })),
  )

function Board() {
  const [kind, setKind] = useState<Kind | null>(null)
  const [q, setQ] = useState('')
  const [openId, setOpenId] = useState('')
  const { loaded, reload, more, busy, trouble, afresh } = useBoard(kind, q)
  const kinds = useKindsSeen(loaded.state === 'ready' ? loaded.value : undefined)
  const atDesk = useSession(isAtDesk)
  const wide = useWide()
  const version = useCase(openId)?.version

  // What was done in the case beside it shows in the list at once.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version is the reason
  useEffect(reload, [version, reload])

  const open = (id: string) => (wide ? setOpenId(id) : void go('case', { id, view: 'desk' }))
  return (
    <Box className={wide ? 'desk desk--wide' : 'desk'}>
      <Box className="desk__list">
        <Box>{atDesk && <Bookings />}</Box>
        <Search
          asked={q}
          onAsk={(text) => {
            afresh()
            setQ(text)
          }}
        />
        <Box>
          {!q && (
            <Chips
              label={BOARD_WORDS.kinds}
              chips={chipsOf(kinds)}
              value={kind}
              onChange={(one) => {
                afresh()
                setKind(one)
              }}
            />
          )}
        </Box>
        <Await loaded={loaded} onRetry={reload} onCall={callLegalLine} skeletonRows={5}>
          {(shown) => <Piles shown={shown} q={q} openId={wide ? openId : null} onOpen={open} />}
        </Await>
        <Box className="board-trouble">{trouble && <Notice tone="warn" title={trouble} news />}</Box>
        <Box>
          {loaded.state === 'ready' && loaded.value.hasMore && (
            <Button tone="ghost" busy={busy} onTap={more}>
              {BOARD_WORDS.more}
            </Button>
          )}
        </Box>
      </Box>
      {wide && <Beside id={openId} />}
    </Box>
  )
}

const Bookings = () => (
  <Box className="board-way">
    <Rows>
      <Row
        icon="calendar"
        title={BOARD_WORDS.bookings}
        detail={BOARD_WORDS.bookingsText}
        onTap={() => go('today')}
      />
    </Rows>
  </Box>
)

type PilesProps = {
  shown: OnBoard
  q: string
  /** Null where the case opens as a page of its own. */
  openId: string | null
  onOpen: (id: string) => void
}

function Piles({ shown: { now, items }, q, openId, onOpen }: PilesProps) {
  const me = useSession(({ account }) => account?.id)
  if (items.length === 0)
    return (
      <Empty title={q ? TODAY_WORDS.notFound : BOARD_WORDS.none}>
        {q ? TODAY_WORDS.notFoundText : BOARD_WORDS.noneText}
      </Empty>
    )
  const dueToday = items.filter((item) => !item.closedAt && !item.overdue && isDueToday(item, now))
  const inPile = (pile: string) => items.filter((item) => pileOf(item, now) === pile)
  return (
    <Box>
      <Title hint={q ? undefined : BOARD_WORDS.counts(inPile('overdue').length, dueToday.length)}>
        {q ? BOARD_WORDS.found : BOARD_WORDS.question}
      </Title>
      {PILES.filter((pile) => inPile(pile).length > 0).map((pile) => (
        <Box as="section" key={pile}>
          <Heading>{PILE_NAME[pile]}</Heading>
          <Box as="ul" className="desk-lines">
            {inPile(pile).map((item) => (
              <Box as="li" key={item.id}>
                <Line
                  item={item}
                  now={now}
                  me={me}
                  chosen={openId === null ? undefined : item.id === openId}
                  onTap={() => onOpen(item.id)}
                />
              </Box>
            ))}
          </Box>
        </Box>
      ))}
    </Box>
  )
}
