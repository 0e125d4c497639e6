import './Tag.scss'

import type { ReactNode } from 'react'

import { Words } from '#components/tags'

export type Tone = 'info' | 'ok' | 'warn' | 'danger' | 'plain'

/** A word or two on a soft ground. */
export const Tag = ({ tone = 'info', children }: { tone?: Tone; children: ReactNode }) => (
  <Words className={`tag tag--${tone}`}>{children}</Words>
)
