import { Notice } from '#components/Notice'
import { Box } from '#components/tags'

/** Why it did not succeed; what is typed stays. */
export const Trouble = ({ words }: { words: string | null }) => (
  <Box live="polite">{words && <Notice tone="warn" title={words} />}</Box>
)
