import { LinkButton } from '#components/Button'
import { Notice } from '#components/Notice'
import { Box } from '#components/tags'
import { Refusal } from '#domain/refusal'
import { useRequesting } from '#store/mediation'
import { callLegalLine, LEGAL_LINE } from '../../help.ts'
import { explain } from '../../use-loaded.ts'
import { LINE, REQUEST } from '../words.ts'

/** Why it did not succeed and what to do now; everything typed stays. */
export function Trouble() {
  const failure = useRequesting((sending) => sending.failure)
  const unsure = useRequesting((sending) => sending.unsure)
  const wrong = useRequesting(({ fields }) => Object.keys(fields).length > 0)
  return (
    <Box live="polite">
      {unsure && <Unsure failure={failure} />}
      {!unsure && wrong && <Notice tone="danger" title={REQUEST.fixFirst} />}
      {!unsure && !wrong && failure !== null && <Notice tone="warn" title={explain(failure).words} />}
    </Box>
  )
}

/** What was sent before the program was closed, what got no answer just now, or an answer that leaves it open. */
function titleOf(failure: unknown): string {
  if (failure === null) return REQUEST.unsureTitle
  return failure instanceof Refusal ? failure.message : REQUEST.lostTitle
}

const Unsure = ({ failure }: { failure: unknown }) => (
  <Notice tone="warn" title={titleOf(failure)}>
    {failure === null ? REQUEST.unsureText : REQUEST.lostText}
    <Box>
      <LinkButton href={`tel:${LEGAL_LINE}`} onTap={callLegalLine}>
        {LINE.callNow}
      </LinkButton>
    </Box>
  </Notice>
)
