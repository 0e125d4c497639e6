import '../advisers.scss'

import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { safeParse } from 'valibot'

import { Await } from '#components/Await'
import { Button } from '#components/Button'
import { Card } from '#components/Card'
import { Notice } from '#components/Notice'
import { Heading, Title } from '#components/Title'
import { Box } from '#components/tags'
import type { Case } from '#contract/case'
import { InquiryOwn } from '#contract/inquiry'
import type { Instant } from '#domain/day'
import { askAbout } from '#services/about'
import { goInstead, goToTab } from '#services/route'
import { askToRemind, canRemind } from '#services/wechat'
import { loadCase } from '#store/cases'
import { CaseNumber, DoneMark } from '../../Done.tsx'
import { callLegalLine } from '../../help.ts'
import { Screen } from '../../Screen.tsx'
import { useLoaded } from '../../use-loaded.ts'
import { spokenWhen } from '../../when.ts'
import { ASKED } from '../words.ts'

type Loaded = { one: Case; now: Instant }

async function load(id: string): Promise<Loaded> {
  const [one, { now }] = await Promise.all([loadCase(id), askAbout()])
  return { one, now }
}

/** What must not be lost: the number, who has it, until when. */
export default function Asked() {
  const { id = '' } = useRouter().params
  const { loaded, reload } = useLoaded(() => load(id), [id])
  return (
    <Screen title={ASKED.title} onBack={() => goToTab('home')}>
      <Await loaded={loaded} onRetry={reload} onCall={callLegalLine}>
        {(shown) => <Done {...shown} />}
      </Await>
    </Screen>
  )
}

function ownOf({ own }: Case): InquiryOwn | null {
  const read = safeParse(InquiryOwn, own)
  return read.success ? read.output : null
}

const Done = ({ one, now }: Loaded) => {
  const own = ownOf(one)
  return (
    <Box className="asked">
      <DoneMark />
      <Title hint={own ? ASKED.hint(own.withText) : one.nextText}>{ASKED.title}</Title>
      <Card>
        {own?.promisedAt && (
          <Box className="asked__promise">
            <Box className="facts__label">{ASKED.promised}</Box>
            <Box className="asked__when">{spokenWhen(own.promisedAt, now)}</Box>
          </Box>
        )}
        <CaseNumber label={ASKED.number} hint={ASKED.numberHint} number={one.number} />
      </Card>
      <Acts id={one.id} />
      <Heading>{ASKED.next}</Heading>
      <Card>
        <Box as="ol" className="dots">
          {ASKED.steps.map((step) => (
            <Box as="li" key={step} className="dots__item">
              {step}
            </Box>
          ))}
        </Box>
      </Card>
      <Box className="adviser__line">{one.urgent && <Notice tone="danger">{ASKED.urgent}</Notice>}</Box>
    </Box>
  )
}

function Acts({ id }: { id: string }) {
  const [news, setNews] = useState('')
  const remind = () =>
    askToRemind().then((answer) => setNews(answer === 'accepted' ? ASKED.reminded : ASKED.notReminded))
  return (
    <Box className="asked__acts">
      <Box>{news && <Notice title={news} news />}</Box>
      {canRemind && <Button onTap={remind}>{ASKED.remind}</Button>}
      <Button tone={canRemind ? 'ghost' : 'main'} onTap={() => goInstead('case', { id })}>
        {ASKED.open}
      </Button>
    </Box>
  )
}
