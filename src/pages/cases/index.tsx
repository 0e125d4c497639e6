import './cases.scss'

import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { useState } from 'react'

import { Await, Empty } from '#components/Await'
import { Button } from '#components/Button'
import { Notice } from '#components/Notice'
import { Heading, Title } from '#components/Title'
import { Box } from '#components/tags'
import type { CaseSummary } from '#contract/case'
import { go } from '#services/route'
import { loadMine, loadMoreOfMine, useHasMore, useMyCases } from '#store/cases'
import { useSession } from '#store/session'
import { useSettings } from '#store/settings'
import { callLegalLine } from '../help.ts'
import { Screen } from '../Screen.tsx'
import { explain, useLoaded, useSeenAgain } from '../use-loaded.ts'
import { Entry } from './Entry.tsx'
import { CASES_WORDS } from './words.ts'

/** My cases of every kind: what is being done first, then what is over. */
export default function Cases() {
  const signedIn = useSession((session) => session.signedIn)
  const elder = useSettings((settings) => settings.elder)
  const title = elder ? CASES_WORDS.elderTitle : CASES_WORDS.title
  return (
    <Screen title={title} tab="cases">
      <Title>{title}</Title>
      <Box>{signedIn ? <Mine /> : <Guest />}</Box>
    </Screen>
  )
}

const Guest = () => (
  <Empty
    title={CASES_WORDS.signInTitle}
    action={<Button onTap={() => go('signIn')}>{CASES_WORDS.signIn}</Button>}
  >
    {CASES_WORDS.signInText}
  </Empty>
)

function Mine() {
  const { loaded, reload } = useLoaded(loadMine, [])
  useSeenAgain(reload)
  usePullDownRefresh(() => {
    loadMine().then(
      () => Taro.stopPullDownRefresh(),
      () => Taro.stopPullDownRefresh(),
    )
  })
  return (
    <Await loaded={loaded} onRetry={reload} onCall={callLegalLine}>
      {() => <Lists />}
    </Await>
  )
}

function Lists() {
  const mine = useMyCases()
  if (mine.length === 0) return <Nothing />
  return (
    <Box>
      <List title={CASES_WORDS.open} items={mine.filter(({ closedAt }) => closedAt === null)} />
      <List title={CASES_WORDS.closed} items={mine.filter(({ closedAt }) => closedAt !== null)} />
      <More />
    </Box>
  )
}

const Nothing = () => (
  <Empty title={CASES_WORDS.none} action={<Button onTap={() => go('slots')}>{CASES_WORDS.book}</Button>}>
    {CASES_WORDS.noneText}
  </Empty>
)

const List = ({ title, items }: { title: string; items: readonly CaseSummary[] }) =>
  items.length > 0 && (
    <Box as="section">
      <Heading>{title}</Heading>
      <Box as="ul" className="case-list">
        {items.map((item) => (
          <Box as="li" key={item.id}>
            <Entry item={item} onTap={() => go('case', { id: item.id })} />
          </Box>
        ))}
      </Box>
    </Box>
  )

function More() {
  const hasMore = useHasMore()
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState('')
  const load = () => {
    setBusy(true)
    setTrouble('')
    loadMoreOfMine()
      .catch((error: unknown) => setTrouble(explain(error).words))
      .finally(() => setBusy(false))
  }
  return (
    <Box className="case-more">
      {trouble && <Notice tone="warn" title={trouble} news />}
      {hasMore && (
        <Button tone="ghost" busy={busy} onTap={load}>
          {CASES_WORDS.more}
        </Button>
      )}
    </Box>
  )
}
