import './Skeleton.scss'

import { Box } from '#components/tags'

/** The shape of what is coming. */
export const Skeleton = ({ rows = 3 }: { rows?: number }) => (
  <Box className="skeleton" label="正在读取" role="status">
    {Array.from({ length: rows }, (_, row) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: all alike
      <Box key={row} className="skeleton__card" silent>
        <Box className="skeleton__line skeleton__line--short" />
        <Box className="skeleton__line" />
      </Box>
    ))}
  </Box>
)
