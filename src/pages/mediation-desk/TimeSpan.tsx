import { TextField } from '#components/TextField'
import { Box } from '#components/tags'
import { type Instant, instant } from '#domain/day'

/** A day and two times, as typed. */
export type Span = { day: string; from: string; to: string }

export const isSpan = ({ day, from, to }: Span): boolean => Boolean(day && from && to) && from < to

export const startOf = ({ day, from }: Span): Instant => instant(day, from)
export const endOf = ({ day, to }: Span): Instant => instant(day, to)

type Words = { day: string; from: string; to: string }
type Props = { span: Span; words: Words; error: string | undefined; onSpan: (span: Span) => void }

export const TimeSpan = ({ span, words, error, onSpan }: Props) => (
  <Box>
    <TextField
      kind="date"
      label={words.day}
      error={error}
      value={span.day}
      onChange={(day) => onSpan({ ...span, day })}
    />
    <Box className="pair">
      <TextField
        kind="time"
        label={words.from}
        value={span.from}
        onChange={(from) => onSpan({ ...span, from })}
      />
      <TextField kind="time" label={words.to} value={span.to} onChange={(to) => onSpan({ ...span, to })} />
    </Box>
  </Box>
)
