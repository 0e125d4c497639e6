import { useState } from 'react'

import { Empty } from '#components/Await'
import { Button } from '#components/Button'
import { Choices } from '#components/Choices'
import { Notice } from '#components/Notice'
import { Title } from '#components/Title'
import { Box } from '#components/tags'
import type { Case } from '#contract/case'
import type { MediationOwn } from '#contract/mediation'
import { DISPUTE_NAME } from '#domain/dispute'
import { goBack } from '#services/route'
import { goToFirstWrong } from '../../first-wrong.ts'
import { useManners } from '../../polite.ts'
import { useAct } from '../../use-act.ts'
import { Gone, PartyScreen, stepIn } from '../PartyScreen.tsx'
import { Trouble } from '../Trouble.tsx'
import { MEDIATORS } from '../words.ts'

/** Each side says whom it accepts; a common pick wins (PM-5). */
export default function MediatorsPage() {
  return (
    <PartyScreen title={MEDIATORS.title}>
      {(one, own) =>
        stepIn(one, 'choose_mediator') ? <Pick key={one.id} one={one} own={own} /> : <Gone id={one.id} />
      }
    </PartyScreen>
  )
}

type Mediator = MediationOwn['mediators'][number]

const hintOf = ({ fullTime, types, intro, load, barred }: Mediator) =>
  barred
    ? MEDIATORS.barred
    : [
        fullTime ? MEDIATORS.full : MEDIATORS.part,
        types.length > 0 && MEDIATORS.good(types.map((type) => DISPUTE_NAME[type]).join('、')),
        MEDIATORS.load(load),
        intro,
      ]
        .filter(Boolean)
        .join(' · ')

const otherPicked = ({ side, picked }: MediationOwn) =>
  side === 'applicant' ? picked.otherSide : picked.applicant

function Pick({ one, own }: { one: Case; own: MediationOwn }) {
  const say = useManners()
  const [picks, setPicks] = useState<readonly string[]>(() =>
    own.mediators.filter(({ mine, barred }) => mine && !barred).map(({ id }) => id),
  )
  const { busy, problems, trouble, send, complain } = useAct(one, 'choose_mediator', () => void goBack())
  const go = () => {
    if (picks.length > 0) return send({ picks })
    complain({ picks: MEDIATORS.missing })
    goToFirstWrong()
  }
  if (own.mediators.length === 0) return <Empty title={MEDIATORS.none}>{say(MEDIATORS.noneText)}</Empty>
  return (
    <Box>
      <Title hint={say(MEDIATORS.hint)}>{say(MEDIATORS.ask)}</Title>
      <Notice title={otherPicked(own) ? MEDIATORS.otherPicked : MEDIATORS.otherNot} />
      <Choices
        label={MEDIATORS.pick}
        error={problems.picks}
        options={own.mediators.map((mediator) => ({
          value: mediator.id,
          text: mediator.name,
          hint: hintOf(mediator),
          disabled: mediator.barred,
        }))}
        values={picks}
        onChange={(values) => {
          setPicks(values)
          complain({})
        }}
      />
      <Trouble words={trouble} />
      <Button busy={busy} onTap={go}>
        {picks.length > 1 ? MEDIATORS.goCount(picks.length) : MEDIATORS.go}
      </Button>
    </Box>
  )
}
