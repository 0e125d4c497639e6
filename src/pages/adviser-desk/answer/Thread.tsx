import { useState } from 'react'
import { safeParse } from 'valibot'

import { LinkButton } from '#components/Button'
import { Card } from '#components/Card'
import { Box } from '#components/tags'
import type { Case } from '#contract/case'
import { InquiryOwn, type Utterance } from '#contract/inquiry'
import { FileRows } from '../../FileRows.tsx'
import { momentWords } from '../../moments.ts'
import { ANSWER } from '../words.ts'

function threadOf({ own }: Case): readonly Utterance[] {
  const read = safeParse(InquiryOwn, own)
  return read.success ? read.output.thread : []
}

/** What was asked last, with what was sent along; the whole of it one tap away. */
export function Thread({ one }: { one: Case }) {
  const [all, setAll] = useState(false)
  const thread = threadOf(one)
  const last = thread.findLast(({ kind }) => kind === 'question' || kind === 'follow_up')
  const shown = all || !last ? thread : [last]
  if (thread.length === 0) return null
  return (
    <Box as="section" className="thread" label={ANSWER.asked}>
      <Card>
        {shown.map((said) => (
          <Said key={`${said.at}${said.kind}`} said={said} />
        ))}
        {one.files.length > 0 && (
          <Box label={ANSWER.sent}>
            <FileRows files={one.files} />
          </Box>
        )}
        {thread.length > 1 && (
          <LinkButton onTap={() => setAll(!all)}>{all ? ANSWER.less : ANSWER.whole}</LinkButton>
        )}
      </Card>
    </Box>
  )
}

const Said = ({ said: { by, at, parts } }: { said: Utterance }) => (
  <Box className="thread__said">
    <Box className="thread__by">{`${by} · ${momentWords(at)}`}</Box>
    {parts.map(({ label, text }) => (
      <Box key={`${label}${text}`} className="thread__text">
        {label ? `${label}：${text}` : text}
      </Box>
    ))}
  </Box>
)
