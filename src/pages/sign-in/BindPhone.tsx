import { useState } from 'react'

import { Button } from '#components/Button'
import { Notice } from '#components/Notice'
import { Title } from '#components/Title'
import { Box } from '#components/tags'
import type { Account } from '#contract/session'
import { bindWechatPhone } from '#services/session'
import { explain } from '../use-loaded.ts'
import { SIGN_IN } from './words.ts'

type Props = { onDone: (account?: Account) => void }

/** The number by the official component, or not at all: it is never demanded before use (WX-3). */
export function BindPhone({ onDone }: Props) {
  const [problem, setProblem] = useState<string | null>(null)
  const bind = ({ code }: Readonly<Record<string, unknown>>) => {
    if (typeof code !== 'string') return setProblem(SIGN_IN.bindFailed)
    bindWechatPhone(code).then(onDone, (error: unknown) => setProblem(explain(error).words))
  }
  return (
    <Box>
      <Title hint={SIGN_IN.bindWhy}>{SIGN_IN.bindTitle}</Title>
      <Box>
        {problem && (
          <Notice tone="warn" news>
            {problem}
          </Notice>
        )}
      </Box>
      <Button opens="getPhoneNumber" onOpened={bind}>
        {SIGN_IN.bindWechat}
      </Button>
      <Button tone="quiet" onTap={() => onDone()}>
        {SIGN_IN.bindLater}
      </Button>
    </Box>
  )
}
