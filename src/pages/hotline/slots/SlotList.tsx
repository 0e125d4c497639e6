import { Choice, type Option } from '#components/Choice'
import { Tag } from '#components/Tag'
import { Box } from '#components/tags'
import type { Slot } from '#contract/hotline'
import type { Instant } from '#domain/day'
import { clock, span } from '../../moments.ts'
import { PART_NAME, partsOf, stateOf } from './days.ts'
import { SLOTS_WORDS, seatsLeft } from './words.ts'

type Setting = { now: Instant; bookBeforeMinutes: number; elder: boolean }

type Props = Setting & {
  slots: readonly Slot[]
  chosen: string | null
  onChoose: (slotId: string) => void
}

/** The last seat is worth a look. */
const leftOf = ({ free }: Slot) => (free === 1 ? <Tag>{seatsLeft(free)}</Tag> : seatsLeft(free))

/** Elders read the beginning in large figures; the length stands below the list. */
function optionOf(slot: Slot, { now, bookBeforeMinutes, elder }: Setting): Option<string> {
  const state = stateOf(slot, now, bookBeforeMinutes)
  const end = state === 'free' ? leftOf(slot) : SLOTS_WORDS[state]
  return { value: slot.id, text: elder ? clock(slot.startsAt) : span(slot), end, disabled: state !== 'free' }
}

/** The times of one day. What is full is said, not hidden. */
export const SlotList = ({ slots, chosen, onChoose, ...setting }: Props) => (
  <Box className="slots">
    {partsOf(slots).map(({ part, slots }) => (
      <Choice
        key={part}
        label={PART_NAME[part]}
        options={slots.map((slot) => optionOf(slot, setting))}
        value={chosen}
        onChange={onChoose}
      />
    ))}
  </Box>
)
