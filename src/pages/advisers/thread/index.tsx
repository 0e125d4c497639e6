import '../advisers.scss'

import { useRouter } from '@tarojs/taro'
import { safeParse } from 'valibot'

import { Await, Empty } from '#components/Await'
import { Button } from '#components/Button'
import { Card } from '#components/Card'
import { Notice } from '#components/Notice'
import { Tag, type Tone } from '#components/Tag'
import { Heading, Title } from '#components/Title'
import { Box } from '#components/tags'
import type { Case } from '#contract/case'
import { InquiryOwn, type Utterance } from '#contract/inquiry'
import { goInstead } from '#services/route'
import { loadCase } from '#store/cases'
import { callLegalLine } from '../../help.ts'
import { momentWords } from '../../moments.ts'
import { Screen } from '../../Screen.tsx'
import { useLoaded, useSeenAgain } from '../../use-loaded.ts'
import { THREAD } from '../words.ts'

/** Who has the question now, who had it, who would come next; and everything that was said. */
export default function Thread() {
  const { id = '', view } = useRouter().params
  const { loaded, reload } = useLoaded(() => loadCase(id), [id])
  useSeenAgain(reload)
  const back = () => void goInstead('case', { id, view })
  return (
    <Screen title={THREAD.title}>
      <Await loaded={loaded} onRetry={reload} onCall={callLegalLine} skeletonRows={4}>
        {(one) => <Whole one={one} onBack={back} />}
      </Await>
    </Screen>
  )
}

function Whole({ one, onBack }: { one: Case; onBack: () => void }) {
  const read = safeParse(InquiryOwn, one.own)
  if (!read.success) return <Empty title={THREAD.none} />
  const { withText, promiseText, chain, thread } = read.output
  return (
    <Box className="thread">
      <Title hint={promiseText ?? one.statusText}>{THREAD.now(withText)}</Title>
      <Chain chain={chain} />
      <Heading>{THREAD.said}</Heading>
      {thread.map((said) => (
        <Said key={`${said.at}${said.kind}`} said={said} />
      ))}
      <Box className="thread__back">
        <Button tone="ghost" onTap={onBack}>
          {THREAD.back}
        </Button>
      </Box>
    </Box>
  )
}

type Chain = InquiryOwn['chain']

const TONE: Readonly<Record<Chain[number]['state'], Tone>> = { past: 'warn', now: 'ok', next: 'info' }

const Chain = ({ chain }: { chain: Chain }) => (
  <Card>
    <Box as="ol" className="chain">
      {chain.map(({ text, state, at, note }) => (
        <Box as="li" key={`${text}${state}`} className="chain__item">
          <Box className="chain__top">
            <Box className={state === 'now' ? 'chain__who chain__who--now' : 'chain__who'}>{text}</Box>
            <Tag tone={TONE[state]}>{THREAD.state[state]}</Tag>
          </Box>
          {(note || at) && (
            <Box className="coming__more">{[note, at && momentWords(at)].filter(Boolean).join(' · ')}</Box>
          )}
        </Box>
      ))}
    </Box>
  </Card>
)

const Said = ({ said: { by, at, mine, parts, notice } }: { said: Utterance }) => (
  <Box as="article" className={mine ? 'said said--mine' : 'said'}>
    <Box className="coming__more">{`${by} · ${momentWords(at)}`}</Box>
    {parts.map(({ label, text }) => (
      <Box key={`${label}${text}`} className="said__part">
        {label && <Box className="said__label">{label}</Box>}
        <Box className="said__text">{text}</Box>
      </Box>
    ))}
    {notice && <Notice tone="warn">{notice}</Notice>}
  </Box>
)
