import './index.scss'

import { useShareAppMessage } from '@tarojs/taro'
import { Button } from '#components/Button'
import { Row, Rows } from '#components/Card'
import { Icon } from '#components/Icon'
import { Heading, Muted, Title } from '#components/Title'
import { Box, Tap, Words } from '#components/tags'
import { fromEpoch, type Instant } from '#domain/day'
import { askAbout } from '#services/about'
import { go } from '#services/route'
import { useSettings } from '#store/settings'
import { DemoBanner } from '../DemoBanner.tsx'
import { useManners } from '../polite.ts'
import { Screen } from '../Screen.tsx'
import { useLoaded, useSeenAgain } from '../use-loaded.ts'
import { CallCard } from './CallCard.tsx'
import { Due } from './Due.tsx'
import { PlaceLine } from './PlaceLine.tsx'
import { BigRows, Tiles } from './Services.tsx'
import { HOME } from './words.ts'

type Arrangement = { now: Instant }

const Usual = ({ now }: Arrangement) => (
  <>
    <Box className="home__top">
      <PlaceLine />
      <Tap className="to-elder" onTap={() => useSettings.getState().setElder(true)}>
        <Box className="to-elder__row">
          <Icon name="large" size="s" />
          <Words>{HOME.toElder}</Words>
        </Box>
      </Tap>
    </Box>
    <CallCard title={HOME.callNow} line={HOME.callLine} />
    <Heading first>{HOME.ask}</Heading>
    <Tiles />
    <WhereTo />
    <Due now={now} />
  </>
)

/** Telephone first, one column, large steps (AC-1 to AC-9). */
const Elder = ({ now }: Arrangement) => (
  <>
    <Title>{HOME.elderAsk}</Title>
    <CallCard title={HOME.elderCall} line={HOME.elderCallLine} />
    <BigRows />
    <WhereTo />
    <Due now={now} />
    <PlaceLine />
    <Muted>{HOME.notAlone}</Muted>
    <Box className="home__usual">
      <Button tone="quiet" onTap={() => useSettings.getState().setElder(false)}>
        {HOME.toUsual}
      </Button>
    </Box>
  </>
)

/** For whoever does not know which of the four it is. */
const WhereTo = () => {
  const say = useManners()
  return (
    <Box className="where-to">
      <Rows>
        <Row
          icon="search"
          title={HOME.whereTo}
          detail={say(HOME.whereToLine)}
          onTap={() => void go('aidRoute')}
        />
      </Rows>
    </Box>
  )
}

export default function Home() {
  const elder = useSettings((settings) => settings.elder)
  const { loaded, reload } = useLoaded(askAbout, [])
  useSeenAgain(reload)
  useShareAppMessage(() => ({ title: HOME.share, path: '/pages/home/index' }))
  const about = loaded.state === 'ready' ? loaded.value : undefined
  const now = about?.now ?? fromEpoch(Date.now())
  return (
    <Screen title={elder ? HOME.elderTitle : HOME.title} tab="home">
      <Box>{about?.demo && <DemoBanner />}</Box>
      <Box className="home">{elder ? <Elder now={now} /> : <Usual now={now} />}</Box>
    </Screen>
  )
}
