import { useState } from 'react'

import { Button, LinkButton } from '#components/Button'
import { Card } from '#components/Card'
import { Confirm } from '#components/Sheet'
import { TextField } from '#components/TextField'
import { Heading, Title } from '#components/Title'
import { Box } from '#components/tags'
import type { Case } from '#contract/case'
import type { MediationOwn } from '#contract/mediation'
import { goInstead, goToTab } from '#services/route'
import { useManners } from '../../polite.ts'
import { useAct } from '../../use-act.ts'
import { Fact } from '../Facts.tsx'
import { Gone, PartyScreen, stepIn } from '../PartyScreen.tsx'
import { Trouble } from '../Trouble.tsx'
import { ANSWER } from '../words.ts'

/** The other side has come forward: what is asked of it, and its answer (PM-2). */
export default function AnswerPage() {
  return (
    <PartyScreen title={ANSWER.title}>
      {(one, own) =>
        stepIn(one, 'accept_invitation') ? (
          <Answer key={one.id} one={one} own={own} />
        ) : (
          <Gone id={one.id} title={ANSWER.gone} text={ANSWER.goneText} />
        )
      }
    </PartyScreen>
  )
}

function Answer({ one, own }: { one: Case; own: MediationOwn }) {
  const say = useManners()
  const [suits, setSuits] = useState('')
  const toCase = () => void goInstead('case', { id: one.id })
  const { busy, problems, trouble, send } = useAct(one, 'accept_invitation', toCase)
  return (
    <Box>
      <Title>{say(ANSWER.ask)}</Title>
      <Card>
        <Fact label={ANSWER.wants(own.applicantName ?? ANSWER.nobody)}>{own.wish}</Fact>
        <Fact label={ANSWER.committee}>{own.committee.name}</Fact>
      </Card>
      <Heading>{ANSWER.means}</Heading>
      <Card>
        <Box as="ol" className="dots">
          {ANSWER.steps.map((step) => (
            <Box as="li" key={step} className="dots__item">
              {say(step)}
            </Box>
          ))}
        </Box>
      </Card>
      <Box className="after">
        <TextField
          kind="long"
          label={ANSWER.suits}
          hint={ANSWER.suitsHint}
          optional
          error={problems.suits}
          max={200}
          value={suits}
          onChange={setSuits}
        />
        <Trouble words={trouble} />
        <Button busy={busy} onTap={() => send(suits.trim() ? { suits: suits.trim() } : {})}>
          {ANSWER.yes}
        </Button>
        <Refuse one={one} onDone={toCase} />
        {stepIn(one, 'not_me') && <NotMe one={one} />}
      </Box>
    </Box>
  )
}

/** A clear no ends it: asked once more, because nothing brings it back. */
function Refuse({ one, onDone }: { one: Case; onDone: () => void }) {
  const say = useManners()
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const { busy, trouble, problems, send } = useAct(one, 'decline_invitation', onDone)
  return (
    <Box className="after">
      <Button tone="quiet" onTap={() => setAsking(true)}>
        {ANSWER.no}
      </Button>
      {asking && (
        <Confirm
          title={ANSWER.noAsk}
          yes={ANSWER.noYes}
          no={ANSWER.noNo}
          danger
          busy={busy}
          onYes={() => send(reason.trim() ? { reason: reason.trim() } : {})}
          onNo={() => setAsking(false)}
        >
          <Box>{say(ANSWER.noMeans)}</Box>
          <TextField
            label={ANSWER.reason}
            hint={ANSWER.reasonHint}
            optional
            error={problems.reason}
            max={300}
            value={reason}
            onChange={setReason}
          />
          <Trouble words={trouble} />
        </Confirm>
      )}
    </Box>
  )
}

/** The message went to somebody else: they go, and nothing is decided for whoever was meant. */
function NotMe({ one }: { one: Case }) {
  const say = useManners()
  const [asking, setAsking] = useState(false)
  const { busy, trouble, send } = useAct(one, 'not_me', () => void goToTab('home'))
  return (
    <Box className="after">
      <LinkButton onTap={() => setAsking(true)}>{ANSWER.notMe}</LinkButton>
      {asking && (
        <Confirm
          title={say(ANSWER.notMeAsk)}
          yes={ANSWER.notMeYes}
          no={ANSWER.noNo}
          busy={busy}
          onYes={() => send({ wrong: true })}
          onNo={() => setAsking(false)}
        >
          <Box>{say(ANSWER.notMeMeans)}</Box>
          <Trouble words={trouble} />
        </Confirm>
      )}
    </Box>
  )
}
