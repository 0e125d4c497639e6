import '../hotline.scss'

import { useRouter } from '@tarojs/taro'
import { useState } from 'react'

import { Await, Empty } from '#components/Await'
import { Button } from '#components/Button'
import { Notice } from '#components/Notice'
import { Muted, Title } from '#components/Title'
import { Box } from '#components/tags'
import type { LinkedRating } from '#contract/rating'
import { spokenDay } from '#domain/day'
import { lookAtLink, rateThroughLink } from '#services/rating'
import { goToTab } from '#services/route'
import { callLegalLine } from '../../help.ts'
import { RatingFields } from '../../RatingFields.tsx'
import { Screen } from '../../Screen.tsx'
import { useLoaded } from '../../use-loaded.ts'
import { useRating } from '../../use-rating.ts'
import { RATE_WORDS } from './words.ts'

/** Opened from an SMS by somebody who uses no program: one mark, without signing in. */
export default function RateThroughLink() {
  const { t: token = '' } = useRouter().params
  const { loaded, reload } = useLoaded(() => lookAtLink(token), [token])
  const [done, setDone] = useState(false)
  return (
    <Screen title={RATE_WORDS.title} onBack={() => goToTab('home')}>
      {done ? (
        <Empty
          title={RATE_WORDS.done}
          action={<Button onTap={() => goToTab('home')}>{RATE_WORDS.home}</Button>}
        >
          {RATE_WORDS.doneText}
        </Empty>
      ) : (
        <Await loaded={loaded} onRetry={reload} onCall={callLegalLine}>
          {(linked) => <Form linked={linked} token={token} onDone={() => setDone(true)} />}
        </Await>
      )}
    </Screen>
  )
}

type FormProps = { linked: LinkedRating; token: string; onDone: () => void }

function Form({ linked, token, onDone }: FormProps) {
  const rating = useRating((given) => rateThroughLink({ token, ...given }), onDone)
  const { score, trouble, busy, send } = rating
  return (
    <Box>
      <Title hint={RATE_WORDS.hint(linked.organisation, spokenDay(linked.servedOn))}>
        {RATE_WORDS.title}
      </Title>
      <Box className="rate__until">
        <Muted>{RATE_WORDS.until(spokenDay(linked.until))}</Muted>
      </Box>
      <RatingFields words={RATE_WORDS} layout="list" rating={rating} />
      <Box live="polite">
        {trouble && (
          <Notice tone="warn" news>
            {trouble}
          </Notice>
        )}
      </Box>
      <Button busy={busy} busyWords={RATE_WORDS.going} disabled={!score} onTap={send}>
        {score ? RATE_WORDS.go : RATE_WORDS.first}
      </Button>
    </Box>
  )
}
