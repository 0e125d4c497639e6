import { useState } from 'react'

import { LinkButton } from '#components/Button'
import { Row, Rows } from '#components/Card'
import { Choice } from '#components/Choice'
import { Notice } from '#components/Notice'
import { Title } from '#components/Title'
import { Box } from '#components/tags'
import { DISPUTE_HINT, DISPUTE_NAME, type Dispute } from '#domain/dispute'
import { go } from '#services/route'
import { keep, useProblem, useTyped } from '#store/mediation'
import { useSettings } from '#store/settings'
import { useManners } from '../../polite.ts'
import { REQUEST } from '../words.ts'

/** How people think of it; never more than six things to read. */
const GROUPS: readonly { name: string; types: readonly Dispute[] }[] = [
  {
    name: '邻居、房子、土地',
    types: ['neighbours', 'housing', 'land', 'expropriation', 'environment', 'property'],
  },
  { name: '家里的事', types: ['family'] },
  { name: '干活、工钱', types: ['wages', 'labour'] },
  { name: '人受伤、东西坏', types: ['damage', 'traffic', 'medical'] },
  { name: '钱和买卖', types: ['contract', 'business', 'consumer', 'e_commerce', 'tourism'] },
  { name: '别的', types: ['other'] },
]

const groupOf = (type: Dispute | '') =>
  GROUPS.find(({ types }) => types.some((one) => one === type))?.name ?? null

/** First the part of life, then what it is. */
export function TypeStep({ onFiles }: { onFiles: () => void }) {
  const type = useTyped<Dispute | ''>('type', '')
  const goingOn = useTyped('fromCaseId', '')
  const elder = useSettings((settings) => settings.elder)
  const say = useManners()
  return (
    <Box>
      <Title hint={say(REQUEST.beginHint)}>{REQUEST.begin}</Title>
      <Box>{goingOn && <Notice title={say(REQUEST.goingOn)} />}</Box>
      <Types type={type} />
      {!elder && (
        <Rows>
          <Row icon="sound" title={REQUEST.byFiles} detail={REQUEST.byFilesHint} onTap={onFiles} />
          <Row
            icon="info"
            title={REQUEST.invited}
            detail={REQUEST.invitedHint}
            onTap={() => go('invitation')}
          />
        </Rows>
      )}
    </Box>
  )
}

function Types({ type }: { type: Dispute | '' }) {
  const [group, setGroup] = useState(() => groupOf(type))
  const error = useProblem('type')
  const types = GROUPS.find(({ name }) => name === group)?.types ?? []
  const pickGroup = (name: string) => {
    setGroup(name)
    const only = GROUPS.find((one) => one.name === name)?.types ?? []
    if (only.length === 1) keep('type', only[0])
  }
  if (group === null)
    return (
      <Choice
        label={REQUEST.whatType}
        hint={REQUEST.typeHint}
        error={error}
        layout="pair"
        options={GROUPS.map(({ name }) => ({ value: name, text: name }))}
        value={group}
        onChange={pickGroup}
      />
    )
  return (
    <Box>
      <Choice
        label={REQUEST.whatType}
        hint={group}
        error={error}
        options={types.map((value) => ({ value, text: DISPUTE_NAME[value], hint: DISPUTE_HINT[value] }))}
        value={type || null}
        onChange={(value) => keep('type', value)}
      />
      <Box className="private">
        <LinkButton onTap={() => setGroup(null)}>{REQUEST.otherGroup}</LinkButton>
      </Box>
    </Box>
  )
}
