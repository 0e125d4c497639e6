import { useRouter } from '@tarojs/taro'
import { useState } from 'react'

import { Await } from '#components/Await'
import { Button } from '#components/Button'
import { Notice } from '#components/Notice'
import { Muted, Title } from '#components/Title'
import { Box } from '#components/tags'
import { confirmServed } from '#services/inquiry'
import { goInstead } from '#services/route'
import { loadCase } from '#store/cases'
import { CallCard } from '../../CallCard.tsx'
import { callLegalLine } from '../../help.ts'
import { Screen } from '../../Screen.tsx'
import { explain, useLoaded } from '../../use-loaded.ts'
import { CONFIRM, LINE } from '../words.ts'

type State = { at: 'asked' | 'busy' | 'yes' | 'no' } | { at: 'failed'; words: string }

/** The person who was served says whether it took place (VA-8). */
export default function ConfirmService() {
  const { id = '' } = useRouter().params
  const { loaded, reload } = useLoaded(() => loadCase(id), [id])
  return (
    <Screen title={CONFIRM.title}>
      <Await loaded={loaded} onRetry={reload} onCall={callLegalLine}>
        {({ number }) => (
          <Box>
            <Title hint={CONFIRM.hint(number)}>{CONFIRM.ask}</Title>
            <Question id={id} />
          </Box>
        )}
      </Await>
    </Screen>
  )
}

function Question({ id }: { id: string }) {
  const [state, setState] = useState<State>({ at: 'asked' })
  const confirm = () => {
    setState({ at: 'busy' })
    confirmServed(id).then(
      () => setState({ at: 'yes' }),
      (failure: unknown) => setState({ at: 'failed', words: explain(failure).words }),
    )
  }
  if (state.at === 'yes' || state.at === 'no') return <After id={id} yes={state.at === 'yes'} />
  return (
    <Box>
      <Box live="polite">{state.at === 'failed' && <Notice tone="warn">{state.words}</Notice>}</Box>
      <Button busy={state.at === 'busy'} onTap={confirm}>
        {CONFIRM.yes}
      </Button>
      <Button tone="quiet" onTap={() => setState({ at: 'no' })}>
        {CONFIRM.no}
      </Button>
      <Muted>{CONFIRM.text}</Muted>
    </Box>
  )
}

const After = ({ id, yes }: { id: string; yes: boolean }) => (
  <Box>
    <Notice tone={yes ? 'ok' : 'info'} title={yes ? CONFIRM.done : CONFIRM.noText} news />
    {!yes && <CallCard quiet title={LINE.call} hint={LINE.hint} />}
    <Button onTap={() => goInstead('case', { id })}>{CONFIRM.back}</Button>
  </Box>
)
