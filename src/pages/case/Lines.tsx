import './lines.scss'

import { Box } from '#components/tags'
import type { Line } from '#contract/case'

/** What was said, each under its name. */
export const Lines = ({ lines }: { lines: readonly Line[] }) => (
  <Box className="lines">
    {lines.map(({ name, label, text }) => (
      <Box key={name} className="line">
        <Box className="line__label">{label}</Box>
        <Box className="line__text">{text}</Box>
      </Box>
    ))}
  </Box>
)
