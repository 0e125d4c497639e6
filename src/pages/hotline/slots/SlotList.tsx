import { Choice, type Option } from '#components/Choice'
import { Tag } from '#components/Tag'
import { Box } from '#components/tags'
import type { Slot } from '#contract/hotline'
import type { Instant } from '#domain/day'
import { span } from '../../case/when.ts'
import { PART_NAME, partsOf, stateOf } from './days.ts'
import { SLOTS_WORDS, seatsLeft } from './words.ts'

type Props = {
  slots: readonly Slot[]
  now: Instant
  bookBeforeMinutes: number
  chosen: string | null
  onChoose: (slotId: string) => void
}

/** The last seat is worth a look. */
const leftOf = ({ free }: Slot) => (free === 1 ? <Tag>{seatsLeft(free)}</Tag> : seatsLeft(free))

function optionOf(slot: Slot, now: Instant, minutes: number): Option<string> {
  const state = stateOf(slot, now, minutes)
  const end = state === 'free' ? leftOf(slot) : SLOTS_WORDS[state]
  return { value: slot.id, text: span(slot), end, disabled: state !== 'free' }
}

/** The times of one day. What is full is said, not hidden. */
export const SlotList = ({ slots, now, bookBeforeMinutes, chosen, onChoose }: Props) => (
  <Box className="slots">
    {partsOf(slots).map(({ part, slots }) => (
      <Choice
        key={part}
        label={PART_NAME[part]}
        options={slots.map((slot) => optionOf(slot, now, bookBeforeMinutes))}
        value={chosen}
        onChange={onChoose}
      />
    ))}
  </Box>
)
