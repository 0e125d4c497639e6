import './chips.scss'

import { Box, Tap } from '#components/tags'

export type Chip<Value extends string> = { value: Value | null; text: string }

type Props<Value extends string> = {
  /** What they narrow. */
  label: string
  chips: readonly Chip<Value>[]
  value: Value | null
  onChange: (value: Value | null) => void
}

/** Everything first; whoever has only one needs no choice. */
export const allOr = <Value extends string>(
  all: string,
  chips: readonly Chip<Value>[],
): readonly Chip<Value>[] => (chips.length > 1 ? [{ value: null, text: all }, ...chips] : [])

/** Narrows a list to one of several. */
export const Chips = <Value extends string>({ label, chips, value, onChange }: Props<Value>) =>
  chips.length > 1 && (
    <Box className="chips" role="group" label={label}>
      {chips.map((chip) => (
        <Tap
          key={chip.value ?? 'all'}
          className={chip.value === value ? 'chip chip--on' : 'chip'}
          chosen={chip.value === value}
          onTap={() => onChange(chip.value)}
        >
          <Box className="chip__words">{chip.text}</Box>
        </Tap>
      ))}
    </Box>
  )
