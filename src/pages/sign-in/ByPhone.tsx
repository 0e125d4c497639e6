import { useState } from 'react'

import { Button, LinkButton } from '#components/Button'
import { Notice } from '#components/Notice'
import { TextField } from '#components/TextField'
import { Box } from '#components/tags'
import type { Account } from '#contract/session'
import { type FieldProblems, Refusal } from '#domain/refusal'
import { onWeb } from '#services/device'
import { askForCode, enterByPhone } from '#services/session'
import { explain } from '../use-loaded.ts'
import { useCountdown } from './use-countdown.ts'
import { SIGN_IN, wait } from './words.ts'

const RESEND_SECONDS = 60

type Demo = { demoCode?: string | undefined; demoOtp?: string | undefined }

/** What went wrong: beside the field it concerns, or above the form. */
function useProblems() {
  const [fields, setFields] = useState<FieldProblems>({})
  const [words, setWords] = useState<string | null>(null)
  const tell = (error: unknown) => {
    const problems = error instanceof Refusal ? error.fields : undefined
    setFields(problems ?? {})
    setWords(problems ? null : explain(error).words)
  }
  const clear = () => {
    setFields({})
    setWords(null)
  }
  return { fields, words, tell, clear }
}

const DemoLine = ({ name, value, onFill }: { name: string; value: string; onFill: () => void }) => (
  <Notice tone="warn" title={`${name}：${value}`} news>
    <LinkButton label={`${SIGN_IN.fill}${name}`} onTap={onFill}>
      {SIGN_IN.fill}
    </LinkButton>
  </Notice>
)

/** A number, the code sent to it, and for staff the second factor once the server asks for it. */
export function ByPhone({ onEntered }: { onEntered: (account: Account) => void }) {
  const [phone, setPhone] = useState('')
  const [code, setCode] = useState('')
  const [otp, setOtp] = useState('')
  const [sent, setSent] = useState<Demo | null>(null)
  const [staff, setStaff] = useState(false)
  const [busy, setBusy] = useState(false)
  const [left, startCountdown] = useCountdown()
  const problems = useProblems()

  const attempt = async (act: () => Promise<void>) => {
    setBusy(true)
    problems.clear()
    await act().catch((error: unknown) => {
      problems.tell(error)
      if (error instanceof Refusal && error.fields?.otp) setStaff(true)
    })
    setBusy(false)
  }
  const send = () =>
    attempt(async () => {
      setSent(await askForCode(phone))
      startCountdown(RESEND_SECONDS)
    })
  const enter = () => attempt(async () => onEntered(await enterByPhone(phone, code, staff ? otp : undefined)))

  return (
    <Box className="by-phone">
      <TextField
        label={SIGN_IN.phone}
        purpose={SIGN_IN.phoneWhy}
        kind="phone"
        max={20}
        value={phone}
        error={problems.fields.phone}
        onChange={setPhone}
      />
      <Button tone={sent || !onWeb ? 'ghost' : 'main'} busy={busy && !sent} disabled={left > 0} onTap={send}>
        {left > 0 ? wait(left) : sent ? SIGN_IN.resend : SIGN_IN.send}
      </Button>
      <Box className="by-phone__news">
        {sent && !sent.demoCode && (
          <Notice tone="ok" news>
            {SIGN_IN.sent}
          </Notice>
        )}
        {sent?.demoCode && (
          <DemoLine
            name={SIGN_IN.demoCode}
            value={sent.demoCode}
            onFill={() => setCode(sent.demoCode ?? '')}
          />
        )}
      </Box>
      {sent && (
        <TextField
          label={SIGN_IN.code}
          hint={SIGN_IN.codeHint}
          kind="code"
          max={6}
          value={code}
          error={problems.fields.code}
          onChange={setCode}
          onEnter={enter}
        />
      )}
      {sent && staff && (
        <>
          {sent.demoOtp && (
            <DemoLine name={SIGN_IN.demoOtp} value={sent.demoOtp} onFill={() => setOtp(sent.demoOtp ?? '')} />
          )}
          <TextField
            label={SIGN_IN.otp}
            hint={SIGN_IN.otpHint}
            kind="code"
            max={6}
            value={otp}
            error={problems.fields.otp}
            onChange={setOtp}
            onEnter={enter}
          />
        </>
      )}
      <Box>
        {problems.words && (
          <Notice tone="danger" news>
            {problems.words}
          </Notice>
        )}
      </Box>
      {sent && (
        <Button busy={busy} disabled={code.length < 6} onTap={enter}>
          {SIGN_IN.enter}
        </Button>
      )}
    </Box>
  )
}
