import { TextField } from '#components/TextField'
import { Box } from '#components/tags'
import type { FieldProblems } from '#domain/refusal'
import { DRAFT } from '../words.ts'
import type { Terms } from './terms.ts'

type Props = { terms: Terms; problems: FieldProblems; onChange: (more: Partial<Terms>) => void }

/** The day on which it was reached, and the hours where they are known. */
export const OralWhen = ({ terms, problems, onChange }: Props) => (
  <Box>
    <TextField
      kind="date"
      label={DRAFT.reachedOn}
      error={problems.reachedOn}
      value={terms.reachedOn}
      onChange={(reachedOn) => onChange({ reachedOn })}
    />
    <Box className="pair">
      <TextField
        kind="time"
        label={DRAFT.from}
        optional
        error={problems.startedAt}
        value={terms.from ?? ''}
        onChange={(from) => onChange({ from })}
      />
      <TextField
        kind="time"
        label={DRAFT.to}
        optional
        error={problems.endedAt}
        value={terms.to ?? ''}
        onChange={(to) => onChange({ to })}
      />
    </Box>
  </Box>
)
