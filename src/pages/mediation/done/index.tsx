import { useRouter } from '@tarojs/taro'
import { useState } from 'react'

import { Await } from '#components/Await'
import { Button } from '#components/Button'
import { Card } from '#components/Card'
import { Notice } from '#components/Notice'
import { Heading, Title } from '#components/Title'
import { Box } from '#components/tags'
import type { Case } from '#contract/case'
import { spokenDay } from '#domain/day'
import { goInstead, goToTab } from '#services/route'
import { askToRemind, canRemind } from '#services/wechat'
import { loadCase } from '#store/cases'
import { CaseNumber, DoneMark } from '../../Done.tsx'
import { callLegalLine } from '../../help.ts'
import { useManners } from '../../polite.ts'
import { useLoaded } from '../../use-loaded.ts'
import { Fact } from '../Facts.tsx'
import { MediationScreen } from '../MediationScreen.tsx'
import { DONE } from '../words.ts'

/** What must not be lost: the number, who has it, what comes next. */
export default function Done() {
  const { id = '' } = useRouter().params
  const { loaded, reload } = useLoaded(() => loadCase(id), [id])
  return (
    <MediationScreen title={DONE.title} onBack={() => goToTab('home')}>
      <Await loaded={loaded} onRetry={reload} onCall={callLegalLine}>
        {(one) => <Told one={one} />}
      </Await>
    </MediationScreen>
  )
}

function Told({ one }: { one: Case }) {
  const say = useManners()
  const clock = one.clocks.find(({ state }) => state === 'running')
  return (
    <Box>
      <DoneMark />
      <Title hint={say(DONE.hint(one.organisation.name))}>{DONE.title}</Title>
      <Card>
        {clock && <Fact label={DONE.when(spokenDay(clock.dueOn))}>{clock.text}</Fact>}
        <Box className="fact">
          <CaseNumber label={DONE.number} hint={DONE.numberHint} number={one.number} />
        </Box>
      </Card>
      <Acts id={one.id} />
      <Heading>{DONE.next}</Heading>
      <Card>
        <Box as="ol" className="dots">
          {DONE.steps.map((step) => (
            <Box as="li" key={step} className="dots__item">
              {say(step)}
            </Box>
          ))}
        </Box>
      </Card>
    </Box>
  )
}

function Acts({ id }: { id: string }) {
  const [news, setNews] = useState('')
  const remind = () =>
    askToRemind().then((answer) => setNews(answer === 'accepted' ? DONE.reminded : DONE.notReminded))
  return (
    <Box className="after">
      <Box>{news && <Notice title={news} news />}</Box>
      {canRemind && <Button onTap={remind}>{DONE.remind}</Button>}
      <Button tone={canRemind ? 'ghost' : 'main'} onTap={() => goInstead('case', { id })}>
        {DONE.open}
      </Button>
    </Box>
  )
}
