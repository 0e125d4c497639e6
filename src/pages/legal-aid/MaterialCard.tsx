import './legal-aid.scss'

import type { ReactNode } from 'react'

import { Card } from '#components/Card'
import { Tag, type Tone } from '#components/Tag'
import { Box } from '#components/tags'
import { AddFiles } from '../AddFiles.tsx'
import { useManners } from '../polite.ts'

const WORDS = { anyOf: '下面任何一种就行：', example: '怎样拍：', photos: '拍照或选文件' } as const

type Props = {
  name: string
  why: string
  example: string
  anyOf: readonly string[]
  tag: { tone: Tone; text: string }
  /** Where its photos wait; absent when nothing is to be added. */
  place?: string | undefined
  error?: string | undefined
  children?: ReactNode
}

/** One thing to be shown: what, why, what a good one looks like, and where to put it. */
export function MaterialCard({ name, why, example, anyOf, tag, place, error, children }: Props) {
  const say = useManners()
  return (
    <Card as="section" label={name}>
      <Box className="material__head">
        <Box as="h2" className="material__name">
          {say(name)}
        </Box>
        <Tag tone={tag.tone}>{tag.text}</Tag>
      </Box>
      <Box className="material__why">{say(why)}</Box>
      <Box>
        {anyOf.length > 0 && (
          <Box className="material__any">
            {WORDS.anyOf}
            <Box as="ul" className="material__list">
              {anyOf.map((one) => (
                <Box as="li" key={one}>
                  {one}
                </Box>
              ))}
            </Box>
          </Box>
        )}
      </Box>
      <Box className="material__why">{`${WORDS.example}${say(example)}`}</Box>
      <Box className="material__files">
        {place && <AddFiles place={place} label={WORDS.photos} error={error} />}
      </Box>
      {children}
    </Card>
  )
}
