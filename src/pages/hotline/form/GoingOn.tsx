import { LinkButton } from '#components/Button'
import { Notice } from '#components/Notice'
import { Box } from '#components/tags'
import { beginAfresh, useTyped } from '#store/booking'
import { FORM_WORDS } from './words.ts'

/** Says where the words below come from, and how to be rid of them. */
export const GoingOn = () => (
  <Box className="going-on">
    {useTyped('fromCaseId', '') && (
      <Notice>
        {FORM_WORDS.goingOn}
        <Box>
          <LinkButton onTap={beginAfresh}>{FORM_WORDS.otherMatter}</LinkButton>
        </Box>
      </Notice>
    )}
  </Box>
)
