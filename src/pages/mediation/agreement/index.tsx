import { useState } from 'react'

import { Empty } from '#components/Await'
import { Button } from '#components/Button'
import { Card } from '#components/Card'
import { Notice } from '#components/Notice'
import { Tag } from '#components/Tag'
import { Heading, Muted, Title } from '#components/Title'
import { Box } from '#components/tags'
import type { Case } from '#contract/case'
import type { MediationOwn } from '#contract/mediation'
import { AGREEMENT_HEADINGS } from '#domain/agreement'
import { dayOf, spokenDay } from '#domain/day'
import { beginSigning } from '#services/mediation'
import { goBack } from '#services/route'
import { useManners } from '../../polite.ts'
import { useAct } from '../../use-act.ts'
import { explain } from '../../use-loaded.ts'
import { Aloud } from '../Aloud.tsx'
import { openOutside } from '../open-outside.ts'
import { PartyScreen, stepIn } from '../PartyScreen.tsx'
import { ReadTick } from '../ReadTick.tsx'
import { Trouble } from '../Trouble.tsx'
import { AGREEMENT } from '../words.ts'

/** The frozen text, read aloud if wished; what was signed by whom, and what one may do now. */
export default function AgreementPage() {
  return (
    <PartyScreen title={AGREEMENT.title}>
      {(one, own) =>
        own.agreement ? (
          <Shown one={one} agreement={own.agreement} />
        ) : (
          <Empty title={AGREEMENT.none}>{AGREEMENT.noneText}</Empty>
        )
      }
    </PartyScreen>
  )
}

type Agreement = NonNullable<MediationOwn['agreement']>

const RECEIPT = {
  tick: AGREEMENT.tick,
  missing: AGREEMENT.missing,
  go: AGREEMENT.receipt,
  hint: AGREEMENT.receiptMeans,
}

const Shown = ({ one, agreement }: { one: Case; agreement: Agreement }) => {
  const say = useManners()
  const { effectiveAt, unchanged, text, onPaper, state } = agreement
  return (
    <Box>
      <Title hint={effectiveAt ? undefined : AGREEMENT.hint}>
        {effectiveAt ? AGREEMENT.whole : AGREEMENT.ask}
      </Title>
      <Notice tone={effectiveAt ? 'ok' : 'warn'}>
        {effectiveAt ? AGREEMENT.effective(spokenDay(dayOf(effectiveAt))) : AGREEMENT.draft}
      </Notice>
      <Box>{!unchanged && <Notice tone="danger" title={AGREEMENT.changed} />}</Box>
      <Aloud text={text} />
      <Card as="article">
        <Reading text={text} />
      </Card>
      <Muted>{`${AGREEMENT.no(agreement.no)}，${AGREEMENT.frozen}`}</Muted>
      <Signs agreement={agreement} />
      <Box>{state !== 'effective' && onPaper && <Muted>{say(onPaper)}</Muted>}</Box>
      {stepIn(one, 'sign_agreement') && <Sign one={one} />}
      {stepIn(one, 'confirm_receipt') && (
        <ReadTick one={one} action="confirm_receipt" name="read" words={RECEIPT} />
      )}
    </Box>
  )
}

const HEADED = { as: 'h3', className: 'reading__heading' } as const

/** Its headings stand out, so that the eye finds what was agreed. */
const Reading = ({ text }: { text: string }) => (
  <Box className="reading">
    {text.split('\n').map((line, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a frozen text has its lines for good
      <Box key={index} {...(AGREEMENT_HEADINGS.includes(line) && HEADED)}>
        {line || '\u00a0'}
      </Box>
    ))}
  </Box>
)

/** Parties, mediator and seal: only all of them together make it binding (PM-19). */
const WHO = [
  ['applicant', '申请人'],
  ['other_side', '对方当事人'],
  ['mediator', '人民调解员'],
  ['committee', '调委会盖章'],
] as const

const Signs = ({ agreement: { signatures, form } }: { agreement: Agreement }) =>
  form === 'oral' ? null : (
    <Box as="section">
      <Heading>{AGREEMENT.signs}</Heading>
      <Card>
        {WHO.map(([who, name]) => {
          const signed = signatures.find((one) => one.who === who)
          return (
            <Box key={who} className="fact marks__one">
              <Box>{name}</Box>
              <Tag tone={signed ? 'ok' : 'warn'}>
                {signed ? AGREEMENT.signed(spokenDay(signed.on), signed.howText) : AGREEMENT.waiting}
              </Tag>
            </Box>
          )
        })}
      </Card>
    </Box>
  )

/** Only a licensed CA signs on a telephone; what it says counts, not this page (电子签名法 第十三条). */
function Sign({ one }: { one: Case }) {
  const [begun, setBegun] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const act = useAct(one, 'sign_agreement', () => void goBack())
  const begin = () =>
    beginSigning(one.id).then(
      ({ reference, url }) => {
        setBegun(reference)
        openOutside(url)
      },
      (error: unknown) => setTrouble(explain(error).words),
    )
  return (
    <Box className="after">
      <Muted>{AGREEMENT.electronic}</Muted>
      <Trouble words={trouble ?? act.trouble} />
      {begun ? (
        <Button busy={act.busy} onTap={() => act.send({ reference: begun })}>
          {AGREEMENT.signedElsewhere}
        </Button>
      ) : (
        <Button onTap={() => void begin()}>{AGREEMENT.sign}</Button>
      )}
    </Box>
  )
}
