import './Title.scss'

import type { ReactNode } from 'react'

import { Box } from '#components/tags'

/** The question or the name of a page, with what one should know before answering. */
export const Title = ({ children, hint }: { children: ReactNode; hint?: ReactNode }) => (
  <Box className="title">
    <Box as="h1" className="title__words">
      {children}
    </Box>
    {hint && (
      <Box as="p" className="title__hint">
        {hint}
      </Box>
    )}
  </Box>
)

/** Begins a part of a page; `first` when the page has no title of its own. */
export const Heading = ({ first, children }: { first?: boolean; children: ReactNode }) => (
  <Box as={first ? 'h1' : 'h2'} className="heading">
    {children}
  </Box>
)

/** Secondary text. */
export const Muted = ({ children }: { children: ReactNode }) => (
  <Box as="p" className="muted">
    {children}
  </Box>
)
