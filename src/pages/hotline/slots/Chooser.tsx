import '../hotline.scss'

import { type ReactNode, useState } from 'react'

import { Await } from '#components/Await'
import { BottomBar } from '#components/BottomBar'
import { Button, LinkButton } from '#components/Button'
import { Notice } from '#components/Notice'
import { Muted, Title } from '#components/Title'
import { Box } from '#components/tags'
import type { Desk, Slot } from '#contract/hotline'
import { type Day, dayOf, minutesBetween } from '#domain/day'
import { goBack } from '#services/route'
import type { ChosenSlot } from '#store/booking'
import { useSettings } from '#store/settings'
import { CallCard } from '../../CallCard.tsx'
import { callLegalLine } from '../../help.ts'
import { clock } from '../../moments.ts'
import { Screen } from '../../Screen.tsx'
import { useLoaded, useSeenAgain } from '../../use-loaded.ts'
import { DayGrid } from './DayGrid.tsx'
import { daysOf, type OneDay, plainDay, shortDay, stateOf } from './days.ts'
import { Earlier } from './Earlier.tsx'
import { NothingFree } from './NothingFree.tsx'
import { type Held, loadSlots, type Office, type Wish } from './office.ts'
import { SlotList } from './SlotList.tsx'
import { Wishes } from './Wishes.tsx'
import { CHANNEL_WORDS, everyMinutes, notBefore, SLOTS_WORDS } from './words.ts'

type Props = {
  title: string
  office: Office
  /** Never empty. */
  desks: readonly [Desk, ...Desk[]]
  first: Wish
  /** Above the question: where one lives, or what has happened. */
  head?: ReactNode
  hint?: string | undefined
  /** Chosen already: it is held for this person. */
  held: Held | null
  button: (day: string, time: string) => string
  busy?: boolean
  onChoose: (slot: ChosenSlot) => void
}

/** Which day and time; who and how is set already. Elder mode asks one thing after the other. */
export function Chooser({ title, office, desks, first, head, hint, held, button, busy, onChoose }: Props) {
  const elder = useSettings((settings) => settings.elder)
  const [wish, setWish] = useState(first)
  const [day, setDay] = useState<Day | undefined>(held?.day)
  const [slotId, setSlotId] = useState(held?.slotId ?? null)
  const { loaded, reload } = useLoaded(
    () => loadSlots(wish.desk.id, office.now, held),
    [wish.desk.id, office],
  )
  useSeenAgain(reload)
  const isAskingTime = elder && day !== undefined
  const slots = loaded.state === 'ready' ? loaded.value : []
  // A seat that has gone meanwhile is chosen no longer.
  const slot = slots.find(
    (one) => one.id === slotId && stateOf(one, office.now, office.bookBeforeMinutes) === 'free',
  )

  const change = (next: Wish) => {
    setWish(next)
    if (next.desk.id !== wish.desk.id) chooseDay(undefined)
  }
  const chooseDay = (next: Day | undefined) => {
    setDay(next)
    setSlotId(null)
  }
  const choose = () => slot && onChoose({ ...slot, ...whereOf(wish) })

  return (
    <Screen
      title={title}
      onBack={() => (isAskingTime ? chooseDay(undefined) : goBack())}
      bottom={
        (!elder || isAskingTime) && (
          <BottomBar>
            <Button disabled={!slot} busy={busy ?? false} onTap={choose}>
              {slot ? button(plainDay(dayOf(slot.startsAt)), clock(slot.startsAt)) : SLOTS_WORDS.choose}
            </Button>
          </BottomBar>
        )
      }
    >
      {head}
      <Box>{held && <Notice tone="ok">{SLOTS_WORDS.held}</Notice>}</Box>
      <Title hint={hint}>{CHANNEL_WORDS[wish.channel].question}</Title>
      {elder && !isAskingTime && <CallCard title={SLOTS_WORDS.call} hint={SLOTS_WORDS.callHint} />}
      {!isAskingTime && desks.length + wish.desk.channels.length > 2 && (
        <Wishes desks={desks} wish={wish} onWish={change} />
      )}
      <Await loaded={loaded} onRetry={reload} onCall={callLegalLine}>
        {(slots) => (
          <Times
            days={daysOf(slots, office.now, office.bookBeforeMinutes)}
            {...{
              office,
              desks,
              wish,
              elder,
              day,
              slot,
              chooseDay,
              onWish: change,
              onSlot: setSlotId,
            }}
          />
        )}
      </Await>
    </Screen>
  )
}

const whereOf = ({ desk, channel }: Wish) => ({ deskId: desk.id, deskName: desk.name, channel })

type TimesProps = {
  days: readonly OneDay[]
  office: Office
  desks: readonly Desk[]
  wish: Wish
  elder: boolean
  day: Day | undefined
  slot: Slot | undefined
  chooseDay: (day: Day | undefined) => void
  onWish: (wish: Wish) => void
  onSlot: (slotId: string) => void
}

function Times({ days, office, desks, wish, elder, day, slot, chooseDay, onWish, onSlot }: TimesProps) {
  const firstFree = days.find(({ free }) => free > 0)
  const shown = elder
    ? days.find((one) => one.day === day)
    : (days.find((one) => one.day === day) ?? firstFree)
  const today = dayOf(office.now)
  return (
    <Box className="times">
      {!firstFree && <NothingFree desks={desks} wish={wish} onWish={onWish} />}
      {(!elder || !shown) && (
        <DayGrid days={days} today={today} chosen={shown?.day} elder={elder} onChoose={chooseDay} />
      )}
      {elder && shown && (
        <DayLine
          words={`${shortDay(shown.day, today)} ${plainDay(shown.day)}`}
          onBack={() => chooseDay(undefined)}
        />
      )}
      {shown && shown.free === 0 && firstFree && <Muted>{SLOTS_WORDS.noneHere}</Muted>}
      {shown && (
        <SlotList
          slots={shown.slots}
          now={office.now}
          bookBeforeMinutes={office.bookBeforeMinutes}
          elder={elder}
          chosen={slot?.id ?? null}
          onChoose={onSlot}
        />
      )}
      {shown && (
        <Muted>{[lengthOf(wish.desk, shown.slots[0]), notBefore(office.bookBeforeMinutes)].join('。')}</Muted>
      )}
      <Earlier slot={slot ?? untilOf(days, shown)} now={office.now} />
    </Box>
  )
}

/** Nothing chosen yet: any time before the first one that can be had, or before the last when all is taken. */
const untilOf = (days: readonly OneDay[], shown: OneDay | undefined): Slot | undefined =>
  shown?.slots.find(({ free }) => free > 0) ?? days.at(-1)?.slots.at(-1)

const lengthOf = ({ name }: Desk, slot: Slot | undefined) =>
  slot ? everyMinutes(name, minutesBetween(slot.startsAt, slot.endsAt)) : name

const DayLine = ({ words, onBack }: { words: string; onBack: () => void }) => (
  <Box className="wishes">
    <Box className="wishes__way">{words}</Box>
    <LinkButton onTap={onBack}>{SLOTS_WORDS.otherDay}</LinkButton>
  </Box>
)
