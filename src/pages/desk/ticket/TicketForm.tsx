import { useState } from 'react'

import { Button } from '#components/Button'
import { Fold } from '#components/Fold'
import { Notice } from '#components/Notice'
import { Select } from '#components/Select'
import { Confirm } from '#components/Sheet'
import { TextField } from '#components/TextField'
import { Box } from '#components/tags'
import type { Case } from '#contract/case'
import {
  HANDLING,
  HANDLINGS,
  IDENTITY_GROUP_NAME,
  IDENTITY_GROUPS,
  URGENCIES,
  URGENCY_NAME,
} from '#domain/consultation'
import { dayOf, type Instant } from '#domain/day'
import type { FieldProblems } from '#domain/refusal'
import { SEX_NAME, SEXES } from '#domain/sex'
import { TOPIC_NAME, TOPICS } from '#domain/topic'
import { goBack } from '#services/route'
import { dropTicket, type Ticket } from '#services/ticket'
import { Told } from '../../Told.tsx'
import { useAct } from '../../use-act.ts'
import { bodyOf, problemsOf, useTicket } from './use-ticket.ts'
import { TICKET_WORDS } from './words.ts'

const CATEGORIES = TOPICS.map((value) => ({ value, text: TOPIC_NAME[value] }))
const GROUPS = IDENTITY_GROUPS.map((value) => ({ value, text: IDENTITY_GROUP_NAME[value] }))
const SEX_ENTRIES = SEXES.map((value) => ({ value, text: SEX_NAME[value] }))
const URGENCY_ENTRIES = URGENCIES.map((value) => ({ value, text: URGENCY_NAME[value] }))
const WAYS = HANDLINGS.map((value) => ({ value, text: HANDLING[value].name }))

export function TicketForm({ one, now }: { one: Case; now: Instant }) {
  const { ticket, change: keep } = useTicket(one)
  const [asking, setAsking] = useState(false)
  const done = () => {
    dropTicket(one.id)
    void goBack()
  }
  const { busy, problems, trouble, send, complain } = useAct(one, 'record_answer', done)
  const change = (more: Partial<Ticket>) => {
    keep(more)
    complain(without(problems, more))
  }
  const check = () => {
    const found = problemsOf(bodyOf(ticket))
    complain(found)
    setAsking(Object.keys(found).length === 0)
  }
  const confirm = () => {
    setAsking(false)
    send(bodyOf(ticket))
  }
  return (
    <Box>
      <TextField
        kind="long"
        label={TICKET_WORDS.answer}
        hint={TICKET_WORDS.answerHint}
        max={4000}
        error={problems.answer}
        value={ticket.answer}
        onChange={(answer) => change({ answer })}
      />
      <Select
        label={TICKET_WORDS.category}
        entries={CATEGORIES}
        blank={TICKET_WORDS.choose}
        error={problems.category}
        value={ticket.category}
        onChange={(category) => change({ category })}
      />
      <Select
        label={TICKET_WORDS.group}
        hint={TICKET_WORDS.groupHint}
        entries={GROUPS}
        blank={TICKET_WORDS.choose}
        error={problems.group}
        value={ticket.group}
        onChange={(group) => change({ group })}
      />
      <Told
        day={dayOf(now)}
        on={ticket.toldOfLegalAid}
        error={problems.toldOfLegalAid}
        onChange={(toldOfLegalAid) => change({ toldOfLegalAid })}
      />
      <More ticket={ticket} problems={problems} onChange={change} />
      <Box className="step__trouble">
        {trouble && (
          <Notice tone="warn" news>
            {trouble}
          </Notice>
        )}
      </Box>
      <Box className="step__go">
        <Button busy={busy} onTap={check}>
          {TICKET_WORDS.go}
        </Button>
      </Box>
      {asking && (
        <Confirm
          title={TICKET_WORDS.ask}
          yes={TICKET_WORDS.yes}
          no={TICKET_WORDS.no}
          onYes={confirm}
          onNo={() => setAsking(false)}
        >
          {TICKET_WORDS.means}
        </Confirm>
      )}
    </Box>
  )
}

/** What is being mended is wrong no longer, until it is checked again. */
const without = (problems: FieldProblems, mended: object): FieldProblems =>
  Object.fromEntries(Object.entries(problems).filter(([name]) => !(name in mended)))

type MoreProps = { ticket: Ticket; problems: FieldProblems; onChange: (more: Partial<Ticket>) => void }

const FOLDED = ['lawCited', 'urgency', 'sex', 'handling', 'followUp']

const More = ({ ticket, problems, onChange }: MoreProps) => (
  <Fold
    title={TICKET_WORDS.more}
    hint={TICKET_WORDS.moreHint}
    wrong={FOLDED.some((name) => name in problems)}
  >
    <TextField
      label={TICKET_WORDS.law}
      hint={TICKET_WORDS.lawHint}
      max={500}
      error={problems.lawCited}
      value={ticket.lawCited}
      onChange={(lawCited) => onChange({ lawCited })}
    />
    <Select
      label={TICKET_WORDS.urgency}
      entries={URGENCY_ENTRIES}
      blank={TICKET_WORDS.choose}
      error={problems.urgency}
      value={ticket.urgency}
      onChange={(urgency) => onChange({ urgency })}
    />
    <Select
      label={TICKET_WORDS.sex}
      entries={SEX_ENTRIES}
      blank={TICKET_WORDS.unsaid}
      error={problems.sex}
      value={ticket.sex}
      onChange={(sex) => onChange({ sex })}
    />
    <Select
      label={TICKET_WORDS.handling}
      entries={WAYS}
      blank={TICKET_WORDS.choose}
      error={problems.handling}
      value={ticket.handling}
      onChange={(handling) => onChange({ handling })}
    />
    <TextField
      kind="long"
      label={TICKET_WORDS.followUp}
      max={500}
      error={problems.followUp}
      value={ticket.followUp}
      onChange={(followUp) => onChange({ followUp })}
    />
  </Fold>
)
