import { LinkButton } from '#components/Button'
import { Notice } from '#components/Notice'
import { Box } from '#components/tags'
import { Refusal } from '#domain/refusal'
import { useApplying } from '#store/aid-form'
import { callLegalLine, LEGAL_LINE } from '../../help.ts'
import { explain } from '../../use-loaded.ts'
import { CHECK_WORDS } from '../check/words.ts'
import { FORM } from './words.ts'

/** Why it did not succeed and what to do now; everything typed stays. */
export function Trouble() {
  const failure = useApplying((sending) => sending.failure)
  const unsure = useApplying((sending) => sending.unsure)
  const wrong = useApplying(({ fields }) => Object.keys(fields).length > 0)
  return (
    <Box className="aid-trouble" live="polite">
      {unsure && <Unsure failure={failure} />}
      {!unsure && wrong && <Notice tone="danger" title={FORM.fixFirst} />}
      {!unsure && !wrong && failure !== null && <Notice tone="warn" title={explain(failure).words} />}
    </Box>
  )
}

/** What was sent before the program was closed, what got no answer just now, or an answer that leaves it open. */
function titleOf(failure: unknown): string {
  if (failure === null) return FORM.unsureTitle
  return failure instanceof Refusal ? failure.message : FORM.lostTitle
}

const Unsure = ({ failure }: { failure: unknown }) => (
  <Notice tone="warn" title={titleOf(failure)}>
    {failure === null ? FORM.unsureText : FORM.lostText}
    <Box>
      <LinkButton href={`tel:${LEGAL_LINE}`} onTap={callLegalLine}>
        {CHECK_WORDS.call}
      </LinkButton>
    </Box>
  </Notice>
)
