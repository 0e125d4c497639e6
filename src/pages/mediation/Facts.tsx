import type { ReactNode } from 'react'

import { Box } from '#components/tags'

export const Fact = ({ label, plain, children }: { label: string; plain?: boolean; children: ReactNode }) => (
  <Box className="fact">
    <Box className="fact__label">{label}</Box>
    <Box className={plain ? 'fact__text fact__text--plain' : 'fact__text'}>{children}</Box>
  </Box>
)
