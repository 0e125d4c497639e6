import '../account.scss'

import { useState } from 'react'

import { Await } from '#components/Await'
import { Button } from '#components/Button'
import { Title } from '#components/Title'
import { Box } from '#components/tags'
import { goToTab } from '#services/route'
import { readMe } from '#services/session'
import { callLegalLine } from '../../help.ts'
import { Screen } from '../../Screen.tsx'
import { useLoaded } from '../../use-loaded.ts'
import { MY_DATA } from '../words.ts'
import { Cancel, type Cancelled, List } from './Cancel.tsx'
import { Copy } from './Copy.tsx'
import { Correct } from './Correct.tsx'

const keptLine = ({ what, reason, law }: Cancelled['kept'][number]) => `${what}：${reason}（${law}）`

const Gone = ({ answer }: { answer: Cancelled }) => (
  <Screen title={MY_DATA.title} onBack={() => goToTab('home')}>
    <Title>{MY_DATA.gone}</Title>
    <List as="h2" title={MY_DATA.deleted} items={answer.deleted} />
    {answer.kept.length > 0 && <List as="h2" title={MY_DATA.kept} items={answer.kept.map(keptLine)} />}
    <Button onTap={() => goToTab('home')}>{MY_DATA.home}</Button>
  </Screen>
)

export default function MyData() {
  const { loaded, reload } = useLoaded(readMe, [])
  const [gone, setGone] = useState<Cancelled | null>(null)
  if (gone) return <Gone answer={gone} />
  return (
    <Screen title={MY_DATA.title}>
      <Title>{MY_DATA.title}</Title>
      <Await loaded={loaded} onRetry={reload} onCall={callLegalLine}>
        {(account) => (
          <Box>
            <Correct account={account} />
            <Copy />
            <Cancel onDone={setGone} />
          </Box>
        )}
      </Await>
    </Screen>
  )
}
