import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'

import { Button, LinkButton } from '#components/Button'
import { Card } from '#components/Card'
import { Notice } from '#components/Notice'
import { TextField } from '#components/TextField'
import { Muted, Title } from '#components/Title'
import { Box } from '#components/tags'
import type { GenuineDocument } from '#contract/document'
import { codeIn, scanCode, verify } from '#services/verify'
import { callLegalLine, LEGAL_LINE } from '../../help.ts'
import { Screen } from '../../Screen.tsx'
import { explain } from '../../use-loaded.ts'
import { VERIFY } from './words.ts'
import './verify.scss'

// Read here, so that each build drops what the other has.
const web = process.env.TARO_ENV === 'h5'

type Answer = { found: GenuineDocument } | { problem: string } | null

/** Types a code, or comes with one from the picture on a paper; no account is needed. */
export default function Verify() {
  const { params } = useRouter()
  const [code, setCode] = useState(() => codeIn(params))
  const [answer, setAnswer] = useState<Answer>(null)
  const [busy, setBusy] = useState(false)
  const check = (asked: string) => {
    if (asked.trim() === '') return setAnswer({ problem: VERIFY.missing })
    setBusy(true)
    verify(asked.trim())
      .then(
        (found) => setAnswer({ found }),
        (error: unknown) => setAnswer({ problem: explain(error).words }),
      )
      .finally(() => setBusy(false))
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page was opened from a picture
  useEffect(() => {
    if (code) check(code)
  }, [])
  const scan = async () => {
    const scanned = await scanCode()
    if (scanned === null) return
    setCode(scanned)
    check(scanned)
  }
  const again = () => {
    setCode('')
    setAnswer(null)
  }
  return (
    <Screen title={VERIFY.title}>
      <Title hint={VERIFY.why}>{VERIFY.title}</Title>
      {answer && 'found' in answer ? (
        <Found found={answer.found} onAgain={again} />
      ) : (
        <Card>
          <TextField
            label={VERIFY.code}
            hint={VERIFY.codeHint}
            max={40}
            value={code}
            error={answer?.problem}
            onChange={setCode}
            onEnter={() => check(code)}
          />
          <Button busy={busy} busyWords={VERIFY.busy} onTap={() => check(code)}>
            {VERIFY.check}
          </Button>
          {!web && (
            <Button tone="ghost" onTap={() => void scan()}>
              {VERIFY.scan}
            </Button>
          )}
        </Card>
      )}
    </Screen>
  )
}

/** As it stands on the paper. */
const written = (day: string) => day.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日')

const linesOf = (found: GenuineDocument) =>
  [
    [VERIFY.name, found.name],
    [VERIFY.number, found.number],
    [VERIFY.organisation, found.organisation],
    [VERIFY.issued, written(found.issuedOn)],
    [VERIFY.voided, found.voidedOn && written(found.voidedOn)],
    [VERIFY.digest, found.digest],
  ].flatMap(([label, text]) => (label && text ? [{ label, text }] : []))

const Found = ({ found, onAgain }: { found: GenuineDocument; onAgain: () => void }) => (
  <Box>
    {found.state === 'issued' ? (
      <Notice tone="ok" title={VERIFY.genuine} news />
    ) : (
      <Notice tone="danger" title={VERIFY.isVoid} news>
        {VERIFY.isVoidText}
      </Notice>
    )}
    <Card>
      {linesOf(found).map(({ label, text }) => (
        <Box key={label} className="verify__line">
          <Box className="verify__label">{label}</Box>
          <Box className="verify__text">{text}</Box>
        </Box>
      ))}
    </Card>
    <Muted>{VERIFY.compare}</Muted>
    <Box className="verify__acts">
      <Button tone="ghost" onTap={onAgain}>
        {VERIFY.again}
      </Button>
      <LinkButton href={`tel:${LEGAL_LINE}`} onTap={callLegalLine}>
        {`拨打 ${LEGAL_LINE} 核实`}
      </LinkButton>
    </Box>
  </Box>
)
