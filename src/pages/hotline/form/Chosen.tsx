import { LinkButton } from '#components/Button'
import { Box } from '#components/tags'
import type { ChosenSlot } from '#store/booking'
import { When } from '../../When.tsx'
import { CHANNEL_WORDS } from '../slots/words.ts'
import { toSlots } from './to-slots.ts'
import { FORM_WORDS } from './words.ts'

/** The time that was chosen, always in sight and one tap from being changed. */
export const Chosen = ({ slot }: { slot: ChosenSlot }) => (
  <Box className="card chosen">
    <Box className="chosen__words">
      <Box className="chosen__time">
        <When at={slot} />
      </Box>
      <Box className="chosen__desk">{`${CHANNEL_WORDS[slot.channel].text} · ${slot.deskName}`}</Box>
    </Box>
    <LinkButton onTap={toSlots}>{FORM_WORDS.change}</LinkButton>
  </Box>
)
