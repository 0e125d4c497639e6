import '../advisers.scss'

import { useRouter } from '@tarojs/taro'
import { useEffect } from 'react'

import { Await, Empty } from '#components/Await'
import { BottomBar } from '#components/BottomBar'
import { Button } from '#components/Button'
import type { VillageAnswer } from '#contract/adviser'
import { callPhone } from '#services/device'
import { go, goInstead } from '#services/route'
import { codeIn } from '#services/scan'
import { liveAt } from '#store/place'
import { useSettings } from '#store/settings'
import { callLegalLine, LEGAL_LINE } from '../../help.ts'
import { Screen } from '../../Screen.tsx'
import { useLoaded, useSeenAgain } from '../../use-loaded.ts'
import { loadShown, type Shown, type Sought } from '../load.ts'
import { ADVISER, FIND } from '../words.ts'
import { ForElders } from './ForElders.tsx'
import { ForMost } from './ForMost.tsx'

type Params = Sought & { scene?: string; v?: string }

/** A notice board leads here too: `?scene=v%3D1234567` in WeChat, `?v=1234567` on the web. */
const soughtIn = ({ village, id, code, scene, v }: Params): Sought => ({
  village,
  id,
  code: code ?? codeIn(scene ?? v ?? '') ?? undefined,
})

/** Who answers for a village, or one adviser: who it is, when they come, how to reach them. */
export default function AdviserPage() {
  const sought = soughtIn(useRouter<Params>().params)
  const elder = useSettings((settings) => settings.elder)
  const { loaded, reload } = useLoaded(() => loadShown(sought), [sought.village, sought.code, sought.id])
  useSeenAgain(reload)
  const shown = loaded.state === 'ready' ? loaded.value : null
  const village = shown?.answer?.village
  useEffect(() => {
    if (village) liveAt(village)
  }, [village])
  return (
    <Screen title={ADVISER.title} bottom={!elder && shown?.answer && <Ways answer={shown.answer} />}>
      <Await loaded={loaded} onRetry={reload} onCall={callLegalLine} skeletonRows={4}>
        {(one) => <Whole shown={one} elder={elder} />}
      </Await>
    </Screen>
  )
}

function Whole({ shown, elder }: { shown: Shown; elder: boolean }) {
  if (!shown.answer && !shown.adviser)
    return (
      <Empty title={FIND.none} action={<Button onTap={() => goInstead('findAdviser')}>{FIND.title}</Button>}>
        {FIND.why}
      </Empty>
    )
  return elder ? <ForElders {...shown} /> : <ForMost {...shown} />
}

const Ways = ({ answer }: { answer: VillageAnswer }) => (
  <BottomBar>
    {answer.canAsk && (
      <Button onTap={() => go('ask', { village: answer.village.code })}>{ADVISER.ask}</Button>
    )}
    <Button
      tone={answer.canAsk ? 'ghost' : 'main'}
      href={`tel:${answer.phone}`}
      onTap={() => void callPhone(answer.phone)}
    >
      {answer.phone === LEGAL_LINE ? ADVISER.callLine : ADVISER.call}
    </Button>
  </BottomBar>
)
