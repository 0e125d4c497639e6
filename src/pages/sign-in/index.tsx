import './index.scss'

import { useState } from 'react'

import { Button, LinkButton } from '#components/Button'
import { Notice } from '#components/Notice'
import { Heading, Muted, Title } from '#components/Title'
import { Box } from '#components/tags'
import type { Account } from '#contract/session'
import { onWeb } from '#services/device'
import { go, goBack } from '#services/route'
import { enterByWechat } from '#services/session'
import { welcome } from '#store/session'
import { Screen } from '../Screen.tsx'
import { BindPhone } from './BindPhone.tsx'
import { ByPhone } from './ByPhone.tsx'
import { SIGN_IN } from './words.ts'

/** One tap in WeChat; when that fails there is the telephone. */
function ByWechat({ onEntered }: { onEntered: (account: Account) => void }) {
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle')
  const enter = () => {
    setState('busy')
    enterByWechat().then(onEntered, () => setState('failed'))
  }
  return (
    <Box className="by-wechat">
      <Button busy={state === 'busy'} onTap={enter}>
        {SIGN_IN.wechat}
      </Button>
      <Box className="by-wechat__news">
        {state === 'failed' && (
          <Notice tone="warn" news>
            {SIGN_IN.wechatFailed}
          </Notice>
        )}
      </Box>
      <Heading>{SIGN_IN.orPhone}</Heading>
    </Box>
  )
}

export default function SignIn() {
  const [binding, setBinding] = useState(false)
  const enter = (account: Account) => {
    welcome(account)
    goBack()
  }
  const enterFromWechat = (account: Account) => {
    if (account.phone) return enter(account)
    welcome(account)
    setBinding(true)
  }
  const bound = (account?: Account) => (account ? enter(account) : goBack())
  if (binding)
    return (
      <Screen title={SIGN_IN.title}>
        <BindPhone onDone={bound} />
      </Screen>
    )
  return (
    <Screen title={SIGN_IN.title}>
      <Title hint={SIGN_IN.why}>{onWeb ? SIGN_IN.ask : SIGN_IN.title}</Title>
      {!onWeb && <ByWechat onEntered={enterFromWechat} />}
      <ByPhone onEntered={enter} />
      <Box className="sign-in__below">
        <Muted>{SIGN_IN.without}</Muted>
        <LinkButton onTap={() => go('privacy')}>{SIGN_IN.privacy}</LinkButton>
      </Box>
    </Screen>
  )
}
