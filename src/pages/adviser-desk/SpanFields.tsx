import { TextField } from '#components/TextField'
import { Box } from '#components/tags'
import { type Day, type Instant, instant } from '#domain/day'
import type { FieldProblems } from '#domain/refusal'
import { TimeField } from './TimeField.tsx'
import { VISITS } from './words.ts'

/** A day and two times, as typed. */
export type TypedSpan = { day: Day; from: string; to: string }

/** What stands against it, by the names of the request. */
export function spanProblems({ day, from, to }: TypedSpan): FieldProblems {
  if (!day || !from || !to) return { startsAt: VISITS.wrongDay }
  return from < to ? {} : { endsAt: VISITS.wrongSpan }
}

export const spanOf = ({ day, from, to }: TypedSpan): { startsAt: Instant; endsAt: Instant } => ({
  startsAt: instant(day, from),
  endsAt: instant(day, to),
})

type Props = { span: TypedSpan; problems: FieldProblems; onSpan: (more: Partial<TypedSpan>) => void }

export const SpanFields = ({ span, problems, onSpan }: Props) => (
  <Box>
    <TextField
      kind="date"
      label={VISITS.day}
      error={problems.startsAt}
      value={span.day}
      onChange={(day) => onSpan({ day })}
    />
    <Box className="pair">
      <TimeField label={VISITS.from} value={span.from} onChange={(from) => onSpan({ from })} />
      <TimeField
        label={VISITS.to}
        error={problems.endsAt}
        value={span.to}
        onChange={(to) => onSpan({ to })}
      />
    </Box>
  </Box>
)
