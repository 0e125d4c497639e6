import { Button, LinkButton } from '#components/Button'
import { Notice } from '#components/Notice'
import { TextField } from '#components/TextField'
import { Box } from '#components/tags'
import type { Account } from '#contract/session'
import { onWeb } from '#services/device'
import { type Entry, useEntry } from './use-entry.ts'
import { NewNumber, WhoAreYou } from './WhoAreYou.tsx'
import { SIGN_IN, wait } from './words.ts'

const sendWords = ({ left, sent }: Entry) => (left > 0 ? wait(left) : sent ? SIGN_IN.resend : SIGN_IN.send)

const NumberStep = ({ entry }: { entry: Entry }) => (
  <>
    <TextField
      label={SIGN_IN.phone}
      purpose={SIGN_IN.phoneWhy}
      kind="phone"
      max={20}
      value={entry.typed.phone}
      error={entry.fields.phone}
      onChange={entry.type('phone')}
    />
    <Button
      tone={entry.sent || !onWeb ? 'ghost' : 'main'}
      busy={entry.busy && !entry.sent}
      disabled={entry.left > 0}
      onTap={entry.send}
    >
      {sendWords(entry)}
    </Button>
  </>
)

const DemoLine = ({ name, value, onFill }: { name: string; value: string; onFill: () => void }) => (
  <Notice tone="warn" title={`${name}：${value}`} news>
    <LinkButton label={`${SIGN_IN.fill}${name}`} onTap={onFill}>
      {SIGN_IN.fill}
    </LinkButton>
  </Notice>
)

type SecretProps = { entry: Entry; name: 'code' | 'otp'; demo: string | undefined }

const SECRETS = {
  code: { label: SIGN_IN.code, hint: SIGN_IN.codeHint, demo: SIGN_IN.demoCode },
  otp: { label: SIGN_IN.otp, hint: SIGN_IN.otpHint, demo: SIGN_IN.demoOtp },
} as const

/** Six digits; in demo mode they stand above and fill in on a tap. */
const Secret = ({ entry, name, demo }: SecretProps) => (
  <>
    {demo && <DemoLine name={SECRETS[name].demo} value={demo} onFill={() => entry.type(name)(demo)} />}
    <TextField
      label={SECRETS[name].label}
      hint={SECRETS[name].hint}
      kind="code"
      max={6}
      value={entry.typed[name]}
      error={entry.fields[name]}
      onChange={entry.type(name)}
      onEnter={entry.enter}
    />
  </>
)

function CodeStep({ entry }: { entry: Entry }) {
  const { sent, staff } = entry
  if (!sent) return null
  return (
    <Box className="by-phone__code">
      {!sent.demoCode && (
        <Notice tone="ok" news>
          {SIGN_IN.sent}
        </Notice>
      )}
      <Secret entry={entry} name="code" demo={sent.demoCode} />
      {(staff || sent.demoOtp) && <Secret entry={entry} name="otp" demo={sent.demoOtp} />}
    </Box>
  )
}

const isReady = ({ typed, doubted }: Entry) =>
  typed.code.length === 6 && (!doubted || typed.confirm.trim() !== '')

/** One step after the other on one screen. */
export function ByPhone({ onEntered }: { onEntered: (account: Account) => void }) {
  const entry = useEntry(onEntered)
  return (
    <Box className="by-phone">
      <NumberStep entry={entry} />
      <CodeStep entry={entry} />
      {entry.doubted && <WhoAreYou entry={entry} />}
      <Box className="by-phone__news">
        {entry.words && (
          <Notice tone="danger" news>
            {entry.words}
          </Notice>
        )}
      </Box>
      {entry.sent && (
        <Button busy={entry.busy} disabled={!isReady(entry)} onTap={entry.enter}>
          {SIGN_IN.enter}
        </Button>
      )}
      {entry.doubted && <NewNumber entry={entry} />}
    </Box>
  )
}
