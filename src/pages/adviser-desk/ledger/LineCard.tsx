import { useState } from 'react'

import { Button, LinkButton } from '#components/Button'
import { Card } from '#components/Card'
import { Tag } from '#components/Tag'
import { Box, Words } from '#components/tags'
import type { LedgerLine } from '#contract/ledger'
import { type Instant, spokenDay, spokenTime } from '#domain/day'
import { confirmLine } from '#services/adviser-desk'
import { span } from '../../moments.ts'
import { useSend } from '../../use-send.ts'
import { Trouble } from '../Trouble.tsx'
import { LEDGER } from '../words.ts'

const whenOf = ({ day, startsAt, endsAt }: LedgerLine) =>
  [spokenDay(day), startsAt && endsAt && span({ startsAt, endsAt })].filter(Boolean).join(' ')

const moreOf = ({
  adviserName,
  village,
  wayText,
  presenceText,
  people,
  resultText,
  caseNumber,
}: LedgerLine) =>
  [adviserName, village.name, wayText, presenceText, LEDGER.people(people), resultText, caseNumber]
    .filter(Boolean)
    .join(' · ')

type Check = { at: Instant; byText: string } | null

const checked = (check: Check) => check && `${spokenTime(check.at)} ${check.byText}`

/** What the sheet of the office asks for besides (docs/rules.md, Ledger). */
const rest = (line: LedgerLine): [string, string][] =>
  Object.entries({
    [LEDGER.firm]: line.firm,
    [LEDGER.licence]: line.licence,
    [LEDGER.served]: line.servedFrom && LEDGER.period(line.servedFrom, line.servedTo),
    [LEDGER.checkIn]: checked(line.checkIn),
    [LEDGER.checkOut]: checked(line.checkOut),
    [LEDGER.group]: line.groupText,
    [LEDGER.opinion]: line.opinion,
  }).flatMap(([name, text]): [string, string][] => (text ? [[name, text]] : []))

/** One thing that was done, and whether somebody else says so. */
export function LineCard({ line, onLine }: { line: LedgerLine; onLine: (line: LedgerLine) => void }) {
  const { busy, trouble, send } = useSend()
  return (
    <Card as="li">
      <Box className="visit__top">
        <Box className="ledger__what">
          <Words strong>{line.serviceText}</Words>
          <Words className="ledger__when">{whenOf(line)}</Words>
        </Box>
        <Tag tone={line.verification === 'waiting' ? 'warn' : 'ok'}>{line.verificationText}</Tag>
      </Box>
      <Box>{line.about}</Box>
      <Box className="visit__where">{moreOf(line)}</Box>
      {line.flags.map((flag) => (
        <Box key={flag} className="visit__flag">
          {flag}
        </Box>
      ))}
      <Rest line={line} />
      {line.canConfirm && (
        <Box className="visit__act">
          <Trouble words={trouble} />
          <Button tone="ghost" busy={busy} onTap={() => send(() => confirmLine(line.id), onLine)}>
            {LEDGER.confirm}
          </Button>
        </Box>
      )}
    </Card>
  )
}

function Rest({ line }: { line: LedgerLine }) {
  const [open, setOpen] = useState(false)
  return (
    <Box>
      {open &&
        rest(line).map(([name, text]) => <Box key={name} className="visit__where">{`${name}：${text}`}</Box>)}
      <LinkButton onTap={() => setOpen(!open)}>{open ? LEDGER.less : LEDGER.rest}</LinkButton>
    </Box>
  )
}
