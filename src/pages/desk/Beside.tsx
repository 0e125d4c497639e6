import { Muted } from '#components/Title'
import { Box } from '#components/tags'
import { CaseView } from '../case/CaseView.tsx'
import { TODAY_WORDS } from './today/words.ts'

/** The case beside the list, on a wide screen of the browser. */
export const Beside = ({ id }: { id: string }) => (
  <Box className="desk__case">
    {id ? <CaseView key={id} id={id} desk /> : <Muted>{TODAY_WORDS.choose}</Muted>}
  </Box>
)
