import '../advisers.scss'

import { useRouter } from '@tarojs/taro'

import { Await, Empty } from '#components/Await'
import { Button } from '#components/Button'
import { goInstead } from '#services/route'
import { usePlace } from '#store/place'
import { useSettings } from '#store/settings'
import { CallCard } from '../../CallCard.tsx'
import { callLegalLine } from '../../help.ts'
import { Screen } from '../../Screen.tsx'
import { useLoaded } from '../../use-loaded.ts'
import { loadShown, type Shown } from '../load.ts'
import { ASK, LINE } from '../words.ts'
import { ElderForm } from './ElderForm.tsx'
import { UsualForm } from './UsualForm.tsx'

/** A question in writing to whoever answers for a village. */
export default function Ask() {
  const mine = usePlace(({ place }) => (place?.level === 'village' ? place.code : undefined))
  const village = useRouter().params.village ?? mine
  return village ? <AskIn village={village} /> : <NoVillage />
}

function AskIn({ village }: { village: string }) {
  const { loaded, reload } = useLoaded(() => loadShown({ village }), [village])
  if (loaded.state === 'ready') return <Form shown={loaded.value} />
  return (
    <Screen title={ASK.title}>
      <Await loaded={loaded} onRetry={reload} onCall={callLegalLine}>
        {() => null}
      </Await>
    </Screen>
  )
}

/** 舒法明, 值班律师 */
const whoOf = ({ adviser, answer }: Shown) => adviser?.name ?? answer?.answeredByText ?? ''

function Form({ shown }: { shown: Shown }) {
  const elder = useSettings((settings) => settings.elder)
  const { answer } = shown
  if (!answer?.canAsk) return <OnlyByPhone />
  const asked = { answer, who: whoOf(shown) }
  return elder ? <ElderForm {...asked} /> : <UsualForm {...asked} />
}

const NoVillage = () => (
  <Screen title={ASK.title}>
    <Empty
      title={ASK.noVillage}
      action={<Button onTap={() => goInstead('findAdviser')}>{ASK.choose}</Button>}
    >
      {ASK.noVillageText}
    </Empty>
    <CallCard quiet title={LINE.call} hint={LINE.hint} />
  </Screen>
)

const OnlyByPhone = () => (
  <Screen title={ASK.title}>
    <Empty title={ASK.noAsk}>{ASK.noAskText}</Empty>
    <CallCard title={LINE.call} hint={LINE.hint} />
  </Screen>
)
