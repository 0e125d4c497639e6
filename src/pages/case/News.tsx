import { LinkButton } from '#components/Button'
import { Notice } from '#components/Notice'
import { Box } from '#components/tags'
import { go } from '#services/route'
import { useDone } from '#store/cases'
import { CASE_WORDS } from './words.ts'

type Props = { id: string; desk: boolean; refused: string | null }

/** What came of the last step: done, with the case that came of it, or refused and why. */
export function News({ id, desk, refused }: Props) {
  const done = useDone(id)
  if (!done) return <Box>{refused && <Notice tone="warn" title={refused} news />}</Box>
  return (
    <Box>
      <Notice tone="ok" title={`${CASE_WORDS.done}${done.text}`} news>
        {done.links.map(({ caseId, number }) => (
          <LinkButton key={caseId} onTap={() => go('case', { id: caseId, view: desk ? 'desk' : undefined })}>
            {CASE_WORDS.openNew(number)}
          </LinkButton>
        ))}
      </Notice>
    </Box>
  )
}
