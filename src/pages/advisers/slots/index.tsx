import '../advisers.scss'

import { useRouter } from '@tarojs/taro'
import { useState } from 'react'

import { Await, Empty } from '#components/Await'
import { BottomBar } from '#components/BottomBar'
import { Button, LinkButton } from '#components/Button'
import { Choice } from '#components/Choice'
import { Title } from '#components/Title'
import { Box } from '#components/tags'
import type { Visit } from '#contract/adviser'
import type { Instant } from '#domain/day'
import type { Channel } from '#domain/hotline'
import { go } from '#services/route'
import { CallCard } from '../../CallCard.tsx'
import { callLegalLine } from '../../help.ts'
import { Screen } from '../../Screen.tsx'
import { useLoaded, useSeenAgain } from '../../use-loaded.ts'
import { spokenSpan, spokenWhen } from '../../when.ts'
import { book, bookTime } from '../book.ts'
import { LINE, TIMES } from '../words.ts'
import { loadTimes, type Times } from './times.ts'

/** Visits and remote hours of one adviser, to be booked like a call of the hotline. */
export default function AdviserSlots() {
  const { id = '', village } = useRouter().params
  const { loaded, reload } = useLoaded(() => loadTimes(id, village), [id, village])
  const [chosen, setChosen] = useState<string | null>(null)
  const [channel, setChannel] = useState<Channel>('call_back')
  useSeenAgain(reload)
  const times = loaded.state === 'ready' ? loaded.value : null
  const visit = times?.visits.find((one) => one.id === chosen)
  const slot = times?.remote.find((one) => one.id === chosen)
  const at = visit ?? slot
  const choose = () => {
    if (times && visit) return book(times.adviser, visit)
    if (times && slot) bookTime(times.adviser, { ...slot, channel, where: times.adviser.name })
  }
  return (
    <Screen
      title={TIMES.title}
      bottom={
        times && times.visits.length + times.remote.length > 0 ? (
          <BottomBar>
            <Button disabled={!at} onTap={choose}>
              {at ? TIMES.go(spokenWhen(at.startsAt, times.now)) : TIMES.choose}
            </Button>
          </BottomBar>
        ) : null
      }
    >
      <Title hint={times ? TIMES.hint(times.adviser.name) : undefined}>{TIMES.ask}</Title>
      <Await loaded={loaded} onRetry={reload} onCall={callLegalLine} skeletonRows={4}>
        {(shown) => (
          <Box className="slots">
            <Lists times={shown} chosen={chosen} onChoose={setChosen} />
            {slot && <How channel={channel} onChannel={setChannel} />}
          </Box>
        )}
      </Await>
    </Screen>
  )
}

type ListsProps = { times: Times; chosen: string | null; onChoose: (id: string) => void }

const AT_ONCE = 6

function Lists({ times: { now, visits, remote, adviser }, chosen, onChoose }: ListsProps) {
  const [most, setMost] = useState(AT_ONCE)
  if (visits.length + remote.length === 0) return <Nothing village={adviser.villages[0]?.code} />
  return (
    <Box>
      {visits.length > 0 && (
        <Choice
          label={TIMES.visits}
          options={visits.map((one) => visitOption(one, now))}
          value={chosen}
          onChange={onChoose}
        />
      )}
      {remote.length > 0 && (
        <Choice
          label={TIMES.remote}
          options={remote.slice(0, most).map((one) => ({ value: one.id, text: spokenSpan(one, now) }))}
          value={chosen}
          onChange={onChoose}
        />
      )}
      {remote.length > most && (
        <LinkButton onTap={() => setMost(most + AT_ONCE)}>{TIMES.more(remote.length - most)}</LinkButton>
      )}
    </Box>
  )
}

const visitOption = (visit: Visit, now: Instant) => ({
  value: visit.id,
  text: spokenSpan(visit, now),
  hint: `${visit.village.name} · ${visit.place}，${TIMES.seats(visit.free)}`,
})

const How = ({ channel, onChannel }: { channel: Channel; onChannel: (channel: Channel) => void }) => (
  <Choice
    label={TIMES.how}
    layout="pair"
    options={[
      { value: 'call_back', text: TIMES.callBack },
      { value: 'video', text: TIMES.video },
    ]}
    value={channel}
    onChange={onChannel}
  />
)

/** No dead end: in writing, or by telephone. */
const Nothing = ({ village }: { village: string | undefined }) => (
  <Box>
    <Empty title={TIMES.none} action={<Button onTap={() => go('ask', { village })}>{TIMES.ask2}</Button>}>
      {TIMES.noneText}
    </Empty>
    <CallCard quiet title={LINE.call} hint={LINE.hint} />
  </Box>
)
