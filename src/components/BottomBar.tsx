import './BottomBar.scss'

import type { ReactNode } from 'react'

import { Box } from '#components/tags'

/** Stays at the bottom of the screen: the one main button, perhaps a second one beside it. */
export const BottomBar = ({ children }: { children: ReactNode }) => (
  <Box className="bottom-bar">
    <Box className="page__column bottom-bar__row">{children}</Box>
  </Box>
)
