import { useRouter } from '@tarojs/taro'
import { useState } from 'react'

import { Await } from '#components/Await'
import { Button, LinkButton } from '#components/Button'
import { Card } from '#components/Card'
import { Icon } from '#components/Icon'
import { Notice } from '#components/Notice'
import { Heading, Title } from '#components/Title'
import { Box } from '#components/tags'
import type { Case } from '#contract/case'
import { spokenDay } from '#domain/day'
import { copy, onWeb } from '#services/device'
import { goInstead, goToTab } from '#services/route'
import { askToRemind } from '#services/wechat'
import { loadCase } from '#store/cases'
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
      <Box className="asked__mark" silent>
        <Icon name="check" size="l" />
      </Box>
      <Title hint={say(DONE.hint(one.organisation.name))}>{DONE.title}</Title>
      <Card>
        {clock && <Fact label={DONE.when(spokenDay(clock.dueOn))}>{clock.text}</Fact>}
        <NumberFact number={one.number} />
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

/** Read out sign by sign, so that it can be written down from hearing. */
const spelled = (number: string) => [...number].filter((sign) => sign !== '-').join(' ')

function NumberFact({ number }: { number: string }) {
  const [copied, setCopied] = useState(false)
  return (
    <Box className="fact">
      <Box className="fact__label">{DONE.number}</Box>
      <Box className="fact__digits" role="img" label={spelled(number)}>
        {number}
      </Box>
      <Box className="fact__label">{DONE.numberHint}</Box>
      <LinkButton onTap={() => copy(number).then(() => setCopied(true))}>
        {copied ? DONE.copied : DONE.copy}
      </LinkButton>
    </Box>
  )
}

/** Nothing to ask for where the office has no templates, or where there is no WeChat. */
const canRemind = !onWeb && SUBSCRIBE_TEMPLATES.length > 0

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
