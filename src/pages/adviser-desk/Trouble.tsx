import '../step.scss'

import { Notice } from '#components/Notice'
import { Box } from '#components/tags'

/** Why it did not succeed. */
export const Trouble = ({ words }: { words: string | null }) => (
  <Box className="step__trouble" live="polite">
    {words && <Notice tone="warn">{words}</Notice>}
  </Box>
)
