import '../legal-aid.scss'

import { useRouter } from '@tarojs/taro'
import { useState } from 'react'

import { Await } from '#components/Await'
import { Button } from '#components/Button'
import { Card } from '#components/Card'
import { Notice } from '#components/Notice'
import { Heading, Title } from '#components/Title'
import { Box } from '#components/tags'
import type { Case } from '#contract/case'
import { dayOf, spokenDay } from '#domain/day'
import { legalLength } from '#domain/limit-words'
import { goInstead, goToTab } from '#services/route'
import { askToRemind, canRemind } from '#services/wechat'
import { loadCase, useCase } from '#store/cases'
import { CaseNumber, DoneMark } from '../../Done.tsx'
import { callLegalLine } from '../../help.ts'
import { useManners } from '../../polite.ts'
import { Screen } from '../../Screen.tsx'
import { useLoaded } from '../../use-loaded.ts'
import { type Own, ownOf } from '../own.ts'
import { DONE } from './words.ts'

/** What must not be lost: the number, the day of the decision, what comes next. */
export default function AidDone() {
  const { id = '' } = useRouter().params
  const known = useCase(id)
  const { loaded, reload } = useLoaded(() => (known ? Promise.resolve(known) : loadCase(id)), [id])
  return (
    <Screen title={DONE.title} onBack={() => goToTab('home')}>
      <Await loaded={loaded} onRetry={reload} onCall={callLegalLine}>
        {(one) => <Done one={one} />}
      </Await>
    </Screen>
  )
}

function Done({ one }: { one: Case }) {
  const say = useManners()
  const own = ownOf(one)
  const [clock] = one.clocks
  const decided = legalLength('LP-11', dayOf(one.openedAt))
  const assigned = legalLength('LP-16', dayOf(one.openedAt))
  return (
    <Box className="aid-done">
      <DoneMark />
      <Title hint={DONE.hint}>{DONE.title}</Title>
      <Box className="aid-urgent">
        {own?.urgent && (
          <Notice tone="danger" title={DONE.urgentTitle}>{`${own.urgent.text}（${own.urgent.law}）`}</Notice>
        )}
      </Box>
      <Card>
        {clock && (
          <Box className="aid-done__when">
            <Box className="aid-done__label">{say(DONE.decided)}</Box>
            <Box className="aid-done__day">{spokenDay(clock.dueLegalOn)}</Box>
            <Box className="aid-done__label">{DONE.decidedLaw(decided)}</Box>
          </Box>
        )}
        <CaseNumber label={DONE.number} hint={DONE.numberHint} number={one.number} />
      </Card>
      <Acts id={one.id} />
      <Box>{own && <Missing own={own} />}</Box>
      <Heading>{DONE.next}</Heading>
      <Card>
        <Box as="ol" className="aid-steps">
          {DONE.steps(decided, assigned).map((step) => (
            <Box as="li" key={step}>
              {step}
            </Box>
          ))}
        </Box>
      </Card>
    </Box>
  )
}

/** Nobody runs about for it today: the reviewer says once what is really needed (LP-12). */
function Missing({ own: { material } }: { own: Own }) {
  const names = material
    .filter(({ needed, state }) => needed === 'required' && state !== 'given')
    .map(({ name }) => name)
  return names.length === 0 ? null : (
    <Box className="aid-done__acts">
      <Notice title={DONE.missing(names.join('、'))}>{DONE.missingText}</Notice>
    </Box>
  )
}

function Acts({ id }: { id: string }) {
  const [news, setNews] = useState('')
  const remind = () =>
    askToRemind().then((answer) => setNews(answer === 'accepted' ? DONE.reminded : DONE.notReminded))
  return (
    <Box className="aid-done__acts">
      <Box>{news && <Notice title={news} news />}</Box>
      {canRemind && (
        <Button tone="ghost" onTap={remind}>
          {DONE.remind}
        </Button>
      )}
      <Button onTap={() => goInstead('case', { id })}>{DONE.open}</Button>
    </Box>
  )
}
