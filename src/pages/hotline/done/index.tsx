import '../hotline.scss'

import { useRouter } from '@tarojs/taro'
import { useState } from 'react'

import { Await } from '#components/Await'
import { Button } from '#components/Button'
import { Card } from '#components/Card'
import { Notice } from '#components/Notice'
import { Heading, Title } from '#components/Title'
import { Box } from '#components/tags'
import type { Case } from '#contract/case'
import { CHANNELS, type Channel } from '#domain/hotline'
import { goInstead, goToTab } from '#services/route'
import { askToRemind, canRemind } from '#services/wechat'
import { loadCase, useCase } from '#store/cases'
import { CaseNumber, DoneMark } from '../../Done.tsx'
import { callLegalLine } from '../../help.ts'
import { Screen } from '../../Screen.tsx'
import { useLoaded } from '../../use-loaded.ts'
import { When } from '../../When.tsx'
import { addToCalendar } from './calendar.ts'
import { DONE_HINT, DONE_WORDS, PREPARE } from './words.ts'

/** What must not be lost: number, time, what to have at hand. */
export default function BookingDone() {
  const { id = '' } = useRouter().params
  const known = useCase(id)
  const { loaded, reload } = useLoaded(() => (known ? Promise.resolve(known) : loadCase(id)), [id])
  return (
    <Screen title={DONE_WORDS.title} onBack={() => goToTab('home')}>
      <Await loaded={loaded} onRetry={reload} onCall={callLegalLine}>
        {(one) => <Done one={one} />}
      </Await>
    </Screen>
  )
}

const channelOf = ({ channel }: Case): Channel => CHANNELS.find((one) => one === channel) ?? 'call_back'

const Done = ({ one }: { one: Case }) => {
  const channel = channelOf(one)
  return (
    <Box className="done">
      <DoneMark />
      <Title hint={DONE_HINT[channel]}>{DONE_WORDS.title}</Title>
      <Card>
        {one.appointment && (
          <Box className="done__when">
            <When at={one.appointment} />
          </Box>
        )}
        <Box className="done__number">
          <CaseNumber label={DONE_WORDS.numberLabel} hint={DONE_WORDS.numberHint} number={one.number} />
        </Box>
      </Card>
      <Acts one={one} />
      <Heading>{DONE_WORDS.prepare}</Heading>
      <Card>
        <Box as="ul" className="done__list">
          {PREPARE[channel].map((line) => (
            <Box as="li" key={line}>
              {line}
            </Box>
          ))}
        </Box>
      </Card>
      <Box className="done__urgent">{one.urgent && <Notice tone="danger">{DONE_WORDS.urgent}</Notice>}</Box>
    </Box>
  )
}

type Appointment = NonNullable<Case['appointment']>

function Acts({ one }: { one: Case }) {
  const [news, setNews] = useState('')
  const add = ({ startsAt, endsAt }: Appointment) =>
    addToCalendar({ title: DONE_WORDS.event, note: one.number, startsAt, endsAt }, one.number).then((added) =>
      setNews(added ? DONE_WORDS.calendarDone : DONE_WORDS.calendarNot),
    )
  const remind = () =>
    askToRemind().then((answer) =>
      setNews(answer === 'accepted' ? DONE_WORDS.reminded : DONE_WORDS.notReminded),
    )
  const { appointment } = one
  return (
    <Box className="done__acts">
      <Box>{news && <Notice title={news} news />}</Box>
      {appointment && <Button onTap={() => add(appointment)}>{DONE_WORDS.calendar}</Button>}
      {canRemind && (
        <Button tone="ghost" onTap={remind}>
          {DONE_WORDS.remind}
        </Button>
      )}
      <Button tone="ghost" onTap={() => goInstead('case', { id: one.id })}>
        {DONE_WORDS.open}
      </Button>
    </Box>
  )
}
