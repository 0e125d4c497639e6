import { Notice } from '#components/Notice'
import { Box } from '#components/tags'

/** Why a step did not succeed; what was chosen stays. */
export const Trouble = ({ words }: { words: string | null }) => (
  <Box live="polite">{words && <Notice tone="warn" title={words} />}</Box>
)
