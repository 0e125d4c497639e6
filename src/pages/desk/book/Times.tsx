import { Notice } from '#components/Notice'
import { Select } from '#components/Select'
import { Box } from '#components/tags'
import type { Slot } from '#contract/hotline'
import { dayOf } from '#domain/day'
import type { FieldProblems } from '#domain/refusal'
import { dayEntries, timeEntries } from './free.ts'
import type { TypedFor } from './use-book-for.ts'
import { BOOK_WORDS } from './words.ts'

type TimesProps = {
  slots: readonly Slot[]
  typed: TypedFor
  fields: FieldProblems
  onChange: (change: Partial<TypedFor>) => void
}

/** The day, then the hour; the first that is free is offered at once. */
export function Times({ slots, typed, fields, onChange }: TimesProps) {
  if (slots.length === 0)
    return (
      <Notice tone="warn" title={BOOK_WORDS.noTime}>
        {BOOK_WORDS.noTimeText}
      </Notice>
    )
  const first = (day: string) => slots.find(({ startsAt }) => dayOf(startsAt) === day)?.id ?? ''
  return (
    <Box>
      <Select
        label={BOOK_WORDS.day}
        blank={BOOK_WORDS.pickDay}
        entries={dayEntries(slots)}
        value={typed.day}
        error={fields.day}
        onChange={(day) => onChange({ day, slotId: first(day) })}
      />
      <Box>
        {typed.day && (
          <Select
            label={BOOK_WORDS.time}
            blank={BOOK_WORDS.pickTime}
            entries={timeEntries(slots, typed.day)}
            value={typed.slotId}
            error={fields.slotId}
            onChange={(slotId) => onChange({ slotId })}
          />
        )}
      </Box>
    </Box>
  )
}
