import './work.scss'

import { useState } from 'react'

import { Button } from '#components/Button'
import { Row, Rows } from '#components/Card'
import { Notice } from '#components/Notice'
import { Tag } from '#components/Tag'
import { Box, Tap } from '#components/tags'
import type { Instant } from '#domain/day'
import { NoAnswer } from '#services/call'
import { claimNext } from '#services/desk'
import { go } from '#services/route'
import { keepCase } from '#store/cases'
import { askedFor, type DeskView } from '#store/desk-view'
import { hasBoard, isAtDesk, isHead, useSession } from '#store/session'
import { explain } from '../../use-loaded.ts'
import { spokenWhen } from '../../when.ts'
import { PILES, type Pile, type Piles } from './use-piles.ts'
import { usePolled } from './use-polled.ts'
import { loadWaiting } from './waiting.ts'
import { PILE_NAME, WORK_WORDS } from './work-words.ts'

type Props = {
  piles: Piles | undefined
  view: DeskView
  pile: Pile | null
  onPile: (pile: Pile | null) => void
  onTaken: (id: string) => void
}

/** What waits, in three numbers, and the next call. */
export function Work({ piles, view, pile, onPile, onTaken }: Props) {
  const atDesk = useSession(isAtDesk)
  return (
    <Box className="work">
      <Box className="work__piles">
        {PILES.map((one) => (
          <Count
            key={one}
            pile={one}
            count={piles?.[one].length}
            chosen={one === pile}
            onTap={() => onPile(one === pile ? null : one)}
          />
        ))}
      </Box>
      {atDesk && <Next now={piles?.now} view={view} onTaken={onTaken} />}
    </Box>
  )
}

type CountProps = { pile: Pile; count: number | undefined; chosen: boolean; onTap: () => void }

const said = (count: number | undefined) => (count === undefined ? '–' : count > 99 ? '99+' : String(count))

/** Red only when something is late. */
const Count = ({ pile, count, chosen, onTap }: CountProps) => (
  <Tap className={chosen ? 'pile pile--on' : 'pile'} chosen={chosen} onTap={onTap}>
    <Box className={count ? `pile__count pile__count--${pile}` : 'pile__count'}>{said(count)}</Box>
    <Box className="pile__name">{PILE_NAME[pile]}</Box>
  </Tap>
)

type News = { tone: 'ok' | 'info' | 'warn'; title: string; text: string }

const nothing = (nextAt: Instant | null, now: Instant, { deskId, channel }: DeskView): News => ({
  tone: 'info',
  title: deskId || channel ? WORK_WORDS.nothingHere : WORK_WORDS.nothing,
  text: nextAt ? WORK_WORDS.begins(spokenWhen(nextAt, now)) : WORK_WORDS.nothingText,
})

const failed = (error: unknown): News => ({
  tone: 'warn',
  title: error instanceof NoAnswer ? WORK_WORDS.lost : explain(error).words,
  text: '',
})

type NextProps = { now: Instant | undefined; view: DeskView; onTaken: (id: string) => void }

function Next({ now, view, onTaken }: NextProps) {
  const [busy, setBusy] = useState(false)
  const [news, setNews] = useState<News | null>(null)
  const claim = async () => {
    setBusy(true)
    try {
      const { case: taken, nextAt } = await claimNext(askedFor(view))
      if (!taken) return setNews(nothing(nextAt, now ?? nextAt ?? '', view))
      keepCase(taken)
      setNews({ tone: 'ok', title: WORK_WORDS.taken(taken.number), text: WORK_WORDS.takenText })
      onTaken(taken.id)
    } catch (error) {
      setNews(failed(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Box>
      <Button busy={busy} busyWords={WORK_WORDS.nextBusy} onTap={() => void claim()}>
        {WORK_WORDS.next}
      </Button>
      <Box className="work__news" live="polite">
        {news && (
          <Notice tone={news.tone} title={news.title}>
            {news.text}
          </Notice>
        )}
      </Box>
    </Box>
  )
}

/** What else belongs to the desk. */
export function Ways() {
  const atDesk = useSession(isAtDesk)
  const head = useSession(isHead)
  const board = useSession(hasBoard)
  if (!atDesk) return null
  return <Entries board={board} head={head} />
}

function Entries({ board, head }: { board: boolean; head: boolean }) {
  const { loaded } = usePolled(() => loadWaiting(head), [head])
  const waiting = loaded.state === 'ready' ? loaded.value : undefined
  return (
    <Box className="work__ways">
      <Rows>
        <Row
          icon="person"
          title={WORK_WORDS.bookFor}
          detail={WORK_WORDS.bookForText}
          onTap={() => go('bookFor')}
        />
        <Row
          icon="phone"
          title={WORK_WORDS.calls}
          detail={WORK_WORDS.callsText}
          end={waiting?.calls && <Tag tone="warn">{waiting.calls}</Tag>}
          onTap={() => go('calls')}
        />
        <Row
          icon="check"
          title={WORK_WORDS.revisits}
          detail={WORK_WORDS.revisitsText}
          end={waiting?.revisits && <Tag tone="warn">{waiting.revisits}</Tag>}
          onTap={() => go('revisits')}
        />
        {board && (
          <Row
            icon="clock"
            title={WORK_WORDS.board}
            detail={WORK_WORDS.boardText}
            onTap={() => go('board')}
          />
        )}
        {head && (
          <Row
            icon="papers"
            title={WORK_WORDS.hours}
            detail={WORK_WORDS.hoursText}
            onTap={() => go('hours')}
          />
        )}
        {head && (
          <Row
            icon="desk"
            title={WORK_WORDS.lead}
            detail={WORK_WORDS.leadText}
            end={waiting?.alarms && <Tag tone="danger">{WORK_WORDS.alarms(waiting.alarms)}</Tag>}
            onTap={() => go('lead')}
          />
        )}
      </Rows>
    </Box>
  )
}
