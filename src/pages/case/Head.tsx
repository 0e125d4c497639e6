import { useState } from 'react'

import { LinkButton } from '#components/Button'
import { Card } from '#components/Card'
import { Tag } from '#components/Tag'
import { Box } from '#components/tags'
import type { Case } from '#contract/case'
import { copy } from '#services/device'
import { toneOf } from '../status-tone.ts'
import { When } from '../When.tsx'
import { Clock, isOf } from './Clock.tsx'
import { CASE_WORDS } from './words.ts'

export const Tags = ({
  one,
  desk,
}: {
  one: Pick<Case, 'status' | 'statusText' | 'closedAt' | 'overdue' | 'urgent'>
  desk: boolean
}) => (
  <Box className="tags">
    <Tag tone={toneOf(one)}>{one.statusText}</Tag>
    {one.overdue && <Tag tone="danger">{CASE_WORDS.overdue}</Tag>}
    {desk && one.urgent && <Tag tone="danger">{CASE_WORDS.urgent}</Tag>}
  </Box>
)

function NumberLine({ number }: { number: string }) {
  const [copied, setCopied] = useState(false)
  return (
    <Box className="case__number">
      <Box className="case__digits">{`${CASE_WORDS.number} ${number}`}</Box>
      <LinkButton
        label={`${CASE_WORDS.copy}${CASE_WORDS.number}`}
        onTap={() => copy(number).then(() => setCopied(true))}
      >
        {copied ? CASE_WORDS.copied : CASE_WORDS.copy}
      </LinkButton>
    </Box>
  )
}

/** What it is, where it stands, and which clocks run. One that ended without being met says nothing any more. */
export const Head = ({ one, desk }: { one: Case; desk: boolean }) => {
  const { appointment } = one
  const clocks = one.clocks.filter(({ state }) => state !== 'ended')
  const isSaid = one.closedAt !== null || clocks.some((clock) => isOf(clock, appointment))
  return (
    <Card>
      <Tags one={one} desk={desk} />
      <Box as="h1" className="case__title">
        {one.title}
      </Box>
      <NumberLine number={one.number} />
      {appointment && !isSaid && (
        <Box className="case__when">
          <Box className="case__label">{CASE_WORDS.appointment}</Box>
          <Box className="case__time">
            <When at={appointment} />
          </Box>
        </Box>
      )}
      {clocks.map((clock) => (
        <Clock key={clock.name} clock={clock} appointment={appointment} />
      ))}
    </Card>
  )
}
