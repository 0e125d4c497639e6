import { useEffect, useState } from 'react'

import { Empty } from '#components/Await'
import { Button } from '#components/Button'
import { Row, Rows } from '#components/Card'
import { Notice } from '#components/Notice'
import { Skeleton } from '#components/Skeleton'
import { Tag } from '#components/Tag'
import { Heading, Title } from '#components/Title'
import { Box } from '#components/tags'
import type { Case } from '#contract/case'
import { dayOf, fromEpoch, spokenDay } from '#domain/day'
import { NoAnswer } from '#services/call'
import { go } from '#services/route'
import { canSeal } from '#services/sealed'
import { openKept, refreshKept, sendQueue, useFieldWork } from '#store/field-work'
import { hasStaffRole, useSession } from '#store/session'
import { AlarmsRow } from '../../AlarmsRow.tsx'
import { LostRow } from '../../LostRow.tsx'
import { momentWords } from '../../moments.ts'
import { explain, useSeenAgain } from '../../use-loaded.ts'
import { partiesOf } from '../parties.ts'
import { KEEPERS, MEDIATORS, StaffScreen } from '../StaffScreen.tsx'
import { ownOf } from '../StepOf.tsx'
import { WORK } from '../words.ts'

/** What I have to mediate, readable without network; whatever else the committee sees to. */
export default function WorkPage() {
  return (
    <StaffScreen title={WORK.title} roles={[...MEDIATORS, ...KEEPERS]}>
      <Work />
    </StaffScreen>
  )
}

type State = 'loading' | 'fresh' | 'offline' | { failed: string }

/** First what lies on the telephone, then what the server says. */
function useWork() {
  const me = useSession(({ account }) => account?.id)
  const [state, setState] = useState<State>('loading')
  const refresh = () => {
    if (!me) return
    refreshKept(me).then(
      () => setState('fresh'),
      (error: unknown) => setState(error instanceof NoAnswer ? 'offline' : { failed: explain(error).words }),
    )
  }
  useEffect(() => {
    void openKept().then(() => sendQueue())
  }, [])
  useEffect(refresh, [me])
  useSeenAgain(refresh)
  return { state, refresh }
}

function Work() {
  const { state, refresh } = useWork()
  const cases = useFieldWork((work) => work.cases)
  const mediates = useSession(hasStaffRole(['mediator']))
  return (
    <Box className="narrow">
      <Title>{WORK.ask}</Title>
      <Box live="polite">
        {state === 'offline' && (
          <Notice tone="warn" title={WORK.offline}>
            {WORK.offlineText}
          </Notice>
        )}
        {typeof state === 'object' && <Failed words={state.failed} onRetry={refresh} />}
      </Box>
      <Unsent />
      <Box>
        {cases.length > 0 ? (
          <Cases cases={cases} />
        ) : state === 'loading' ? (
          <Skeleton rows={3} />
        ) : (
          <Nothing offline={state === 'offline'} mediates={mediates} />
        )}
      </Box>
      <KeptLine />
      <Others />
    </Box>
  )
}

const Failed = ({ words, onRetry }: { words: string; onRetry: () => void }) => (
  <Box className="below">
    <Notice tone="warn" title={words} news />
    <Button tone="ghost" onTap={onRetry}>
      {WORK.again}
    </Button>
  </Box>
)

const Nothing = ({ offline, mediates }: { offline: boolean; mediates: boolean }) =>
  mediates ? (
    <Empty title={WORK.none}>{offline ? WORK.noneOffline : WORK.noneText}</Empty>
  ) : (
    <Empty title={WORK.noneHere} action={<Button onTap={() => void go('board')}>{WORK.toBoard}</Button>}>
      {WORK.noneHereText}
    </Empty>
  )

/** Nothing of it is lost while it waits; whoever signs out should know. */
function Unsent() {
  const count = useFieldWork((work) => work.queue.length)
  const sending = useFieldWork((work) => work.sending)
  if (count === 0) return null
  return (
    <Box>
      <Notice tone="warn" title={WORK.waiting(count)}>
        {WORK.waitingText}
      </Notice>
      <Button tone="ghost" busy={sending} busyWords={WORK.sending} onTap={() => void sendQueue()}>
        {WORK.send}
      </Button>
    </Box>
  )
}

const tagOf = ({ dueAt, overdue }: Case) => {
  if (overdue) return <Tag tone="danger">{WORK.late}</Tag>
  return <Tag tone="info">{dueAt ? WORK.due(spokenDay(dayOf(dueAt))) : WORK.noDue}</Tag>
}

/** Who it is between tells cases apart. */
const namesOf = (one: Case) => {
  const own = ownOf(one)
  return (own && partiesOf(own)) || one.number
}

const Cases = ({ cases }: { cases: readonly Case[] }) => (
  <Rows>
    {cases.map((one) => (
      <Row
        key={one.id}
        icon="hands"
        title={namesOf(one)}
        detail={`${one.title} · ${one.statusText}`}
        end={tagOf(one)}
        onTap={() => go('fieldCase', { id: one.id })}
      />
    ))}
  </Rows>
)

function KeptLine() {
  const keptAt = useFieldWork((work) => work.keptAt)
  if (!canSeal()) return <Notice tone="warn" title={WORK.notKept} />
  return (
    <Box className="kept">
      {keptAt !== null && <Box>{WORK.kept(momentWords(fromEpoch(keptAt)))}</Box>}
      <Box>{WORK.keptText}</Box>
    </Box>
  )
}

function Others() {
  const keeps = useSession(hasStaffRole(KEEPERS))
  return (
    <Box className="ways">
      <Heading>{WORK.others}</Heading>
      <Rows>
        <AlarmsRow />
        <LostRow />
        <Row icon="hands" title={WORK.window} detail={WORK.windowText} onTap={() => go('mediationRequest')} />
        <Row icon="clock" title={WORK.board} detail={WORK.boardText} onTap={() => go('board')} />
        {keeps && (
          <Row icon="eye" title={WORK.watch} detail={WORK.watchText} onTap={() => go('mediationWatch')} />
        )}
        {keeps && (
          <Row
            icon="papers"
            title={WORK.register}
            detail={WORK.registerText}
            onTap={() => go('committeeRegister')}
          />
        )}
      </Rows>
    </Box>
  )
}
