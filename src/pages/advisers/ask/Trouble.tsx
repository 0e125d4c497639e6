import { LinkButton } from '#components/Button'
import { Notice } from '#components/Notice'
import { Box } from '#components/tags'
import { Refusal } from '#domain/refusal'
import { useAsking } from '#store/inquiry'
import { callLegalLine, LEGAL_LINE } from '../../help.ts'
import { explain } from '../../use-loaded.ts'
import { ASK, LINE } from '../words.ts'

/** Why it did not succeed and what to do now; everything typed stays. */
export function Trouble() {
  const failure = useAsking((sending) => sending.failure)
  const unsure = useAsking((sending) => sending.unsure)
  const wrong = useAsking(({ fields }) => Object.keys(fields).length > 0)
  return (
    <Box className="trouble" live="polite">
      {unsure && <Unsure failure={failure} />}
      {!unsure && wrong && <Notice tone="danger" title={ASK.fixFirst} />}
      {!unsure && !wrong && failure !== null && <Notice tone="warn" title={explain(failure).words} />}
    </Box>
  )
}

/** What was sent before the program was closed, what got no answer just now, or an answer that leaves it open. */
function titleOf(failure: unknown): string {
  if (failure === null) return ASK.unsureTitle
  return failure instanceof Refusal ? failure.message : ASK.lostTitle
}

const Unsure = ({ failure }: { failure: unknown }) => (
  <Notice tone="warn" title={titleOf(failure)}>
    {failure === null ? ASK.unsureText : ASK.lostText}
    <Box>
      <LinkButton href={`tel:${LEGAL_LINE}`} onTap={callLegalLine}>
        {LINE.call}
      </LinkButton>
    </Box>
  </Notice>
)
