import './Timeline.scss'

import type { ReactNode } from 'react'

import { Box } from '#components/tags'

export type TimelineItem = { key: string; title: ReactNode; detail?: ReactNode }

/** What has happened, the latest first. */
export const Timeline = ({ items }: { items: readonly TimelineItem[] }) => (
  <Box as="ol" className="timeline">
    {items.map(({ key, title, detail }, index) => (
      <Box as="li" key={key} className={`timeline__item ${index === 0 ? 'timeline__item--now' : ''}`}>
        <Box className="timeline__title">{title}</Box>
        {detail && <Box className="timeline__detail">{detail}</Box>}
      </Box>
    ))}
  </Box>
)
