import { Await, Empty } from '#components/Await'
import { Button, LinkButton } from '#components/Button'
import { go } from '#services/route'
import { chooseSlot, useChosen } from '#store/booking'
import { type Place, placeWords, usePlace } from '#store/place'
import { CallCard } from '../../CallCard.tsx'
import { callLegalLine } from '../../help.ts'
import { Screen } from '../../Screen.tsx'
import { useLoaded } from '../../use-loaded.ts'
import { Chooser } from './Chooser.tsx'
import { firstWish, type Held, loadOffice, type Office } from './office.ts'
import { bookAt, SLOTS_WORDS } from './words.ts'

export function NewBooking({ held }: { held: Held | null }) {
  const place = usePlace((mine) => mine.place)
  return place ? <AtPlace key={place.code} place={place} held={held} /> : <AskPlace />
}

const AskPlace = () => (
  <Screen title={SLOTS_WORDS.title}>
    <Empty
      title={SLOTS_WORDS.place}
      action={<Button onTap={() => go('region')}>{SLOTS_WORDS.choosePlace}</Button>}
    >
      {SLOTS_WORDS.placeWhy}
    </Empty>
    <CallCard title={SLOTS_WORDS.call} hint={SLOTS_WORDS.callHint} />
  </Screen>
)

function AtPlace({ place, held }: { place: Place; held: Held | null }) {
  const { loaded, reload } = useLoaded(() => loadOffice(place.code), [place.code])
  if (loaded.state === 'ready') return <AtDesks place={place} office={loaded.value} held={held} />
  return (
    <Screen title={SLOTS_WORDS.title}>
      <Await loaded={loaded} onRetry={reload} onCall={callLegalLine} skeletonRows={5}>
        {() => null}
      </Await>
    </Screen>
  )
}

const PlaceLine = ({ place }: { place: Place }) => (
  <LinkButton label={`${placeWords(place)}，${SLOTS_WORDS.changePlace}`} onTap={() => go('region')}>
    {placeWords(place)}
  </LinkButton>
)

function AtDesks({ place, office, held }: { place: Place; office: Office; held: Held | null }) {
  const before = useChosen()
  const [desk, ...others] = office.desks
  if (!desk) return <NoDesk place={place} />
  return (
    <Chooser
      title={SLOTS_WORDS.title}
      office={office}
      desks={[desk, ...others]}
      first={firstWish(office.desks, held?.deskId ? held : before) ?? { desk, channel: 'call_back' }}
      held={held}
      head={<PlaceLine place={place} />}
      button={bookAt}
      onChoose={(slot) => {
        chooseSlot(slot)
        go('bookingForm')
      }}
    />
  )
}

const NoDesk = ({ place }: { place: Place }) => (
  <Screen title={SLOTS_WORDS.title}>
    <PlaceLine place={place} />
    <Empty title={SLOTS_WORDS.noDeskTitle}>{SLOTS_WORDS.noDeskText}</Empty>
    <CallCard title={SLOTS_WORDS.call} hint={SLOTS_WORDS.callHint} />
  </Screen>
)
