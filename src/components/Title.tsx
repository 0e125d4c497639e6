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

export const Heading = ({ children }: { children: ReactNode }) => (
  <Box as="h2" className="heading">
    {children}
  </Box>
)

/** Secondary text. */
export const Muted = ({ children }: { children: ReactNode }) => (
  <Box as="p" className="muted">
    {children}
  </Box>
)
