import { useRouter } from '@tarojs/taro'

import { Await } from '#components/Await'
import { Button, LinkButton } from '#components/Button'
import { Card, Row, Rows } from '#components/Card'
import { Notice } from '#components/Notice'
import { Heading, Muted } from '#components/Title'
import { Box } from '#components/tags'
import type { CheckResult } from '#contract/legal-aid'
import { type CheckAnswers, relevant } from '#domain/aid-check'
import type { Day } from '#domain/day'
import { askCheck, type CheckAnswers as Sent } from '#services/legal-aid'
import { go } from '#services/route'
import { beginCheck, checkedAnswers, takeBack } from '#store/aid-check'
import { takeFromCheck } from '#store/aid-form'
import { usePlace } from '#store/place'
import { callLegalLine } from '../../help.ts'
import { useLoaded } from '../../use-loaded.ts'
import { fromCheck } from '../form/prefill.ts'
import { call, OPEN_OWN } from '../ways.ts'
import { CHECK_WORDS, OTHER_WAY, VERDICT } from './words.ts'

/** What the answers amount to, each part with its ground. */
export function Result({ answers, today }: { answers: CheckAnswers; today: Day }) {
  const regionCode = usePlace(({ place }) => place?.code)
  const sent: Sent = {
    ...(relevant(answers, today) as Sent),
    ...(regionCode && { regionCode }),
  }
  const { loaded, reload } = useLoaded(() => askCheck(sent), [JSON.stringify(sent)])
  return (
    <Await loaded={loaded} onRetry={reload} onCall={callLegalLine} skeletonRows={4}>
      {(result) => <Verdict result={result} today={today} />}
    </Await>
  )
}

const Verdict = ({ result, today }: { result: CheckResult; today: Day }) => {
  const { tone, text, hint } = VERDICT[result.verdict]
  return (
    <Box className="verdict">
      <Notice tone={tone} title={text} news>
        {hint}
      </Notice>
      <Box>
        {result.urgent && (
          <Notice tone="danger" title={CHECK_WORDS.urgentTitle}>
            {`${result.urgent.text}（${result.urgent.law}）`}
          </Notice>
        )}
      </Box>
      <Next result={result} today={today} />
      <Box as="section">
        <Heading>{CHECK_WORDS.parts}</Heading>
        <Card>
          {result.parts.map(({ part, text, law }) => (
            <Box key={part} className="verdict__part">
              <Box>{text}</Box>
              <Box>{law && <Box className="verdict__law">{`${CHECK_WORDS.law}：${law}`}</Box>}</Box>
            </Box>
          ))}
          {result.meansForm === 'not_needed' && <Muted>{CHECK_WORDS.noMeans}</Muted>}
        </Card>
      </Box>
      <Box className="verdict__again">
        <LinkButton onTap={() => takeBack(today)}>{CHECK_WORDS.change}</LinkButton>
        <LinkButton onTap={beginCheck}>{CHECK_WORDS.again}</LinkButton>
      </Box>
      <Muted>{CHECK_WORDS.private}</Muted>
    </Box>
  )
}

/** Applying is always possible; where it is not the likely way, the others come first. */
function Next({ result: { verdict, otherwise }, today }: { result: CheckResult; today: Day }) {
  const { from } = useRouter().params
  const begin = () => {
    takeFromCheck(fromCheck(checkedAnswers(today)))
    void go('aidForm', { checked: 'yes', from })
  }
  const likely = verdict === 'likely_yes'
  const ways = otherwise.filter(({ to }) => to !== 'lawyer' || verdict === 'likely_no')
  const apply = (
    <Button tone={verdict === 'likely_no' ? 'ghost' : 'main'} onTap={begin}>
      {likely ? CHECK_WORDS.apply : CHECK_WORDS.applyAnyway}
    </Button>
  )
  return (
    <Box className="verdict__next">
      {verdict !== 'likely_no' && apply}
      {ways.length > 0 && (
        <Box as="section">
          <Heading>{CHECK_WORDS.otherwise}</Heading>
          <Rows>
            {ways.map(({ to, why }) => (
              <Way key={to} to={to} why={why} />
            ))}
          </Rows>
        </Box>
      )}
      {verdict === 'likely_no' && apply}
    </Box>
  )
}

const OPEN: Readonly<Partial<Record<string, () => void>>> = {
  ...OPEN_OWN,
  hotline: () => call(),
  police: () => call('110'),
}

/** What this service cannot open itself is said all the same. */
function Way({ to, why }: CheckResult['otherwise'][number]) {
  const open = OPEN[to]
  return open ? (
    <Row title={OTHER_WAY[to]} detail={why} onTap={open} />
  ) : (
    <Row title={OTHER_WAY[to]} detail={why} />
  )
}
