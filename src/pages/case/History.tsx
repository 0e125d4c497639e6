import { useState } from 'react'

import { LinkButton } from '#components/Button'
import { Card } from '#components/Card'
import { Timeline } from '#components/Timeline'
import { Heading } from '#components/Title'
import { Box } from '#components/tags'
import type { Case } from '#contract/case'
import { momentWords } from '../moments.ts'
import { CASE_WORDS } from './words.ts'

/** More than these are one tap away. */
const LATEST = 8

/** What was done, the latest first; a case of years begins with what is new. */
export function History({ one }: { one: Case }) {
  const [all, setAll] = useState(false)
  const items = itemsOf(one)
  const older = all ? 0 : Math.max(0, items.length - LATEST)
  return (
    <Box as="section">
      <Heading>{CASE_WORDS.timeline}</Heading>
      <Card>
        <Timeline items={items.slice(0, items.length - older)} />
        <Box>
          {older > 0 && <LinkButton onTap={() => setAll(true)}>{CASE_WORDS.older(older)}</LinkButton>}
        </Box>
      </Card>
    </Box>
  )
}

const itemsOf = ({ timeline, organisation }: Case) =>
  timeline
    .map(({ at, by, text, note }, index) => ({
      key: String(index),
      title: text,
      detail: [momentWords(at), by === '我' ? by : `${by} · ${organisation.name}`, note]
        .filter(Boolean)
        .join(' · '),
    }))
    .reverse()
