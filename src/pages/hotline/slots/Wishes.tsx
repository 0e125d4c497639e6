import { useState } from 'react'

import { LinkButton } from '#components/Button'
import { Choice } from '#components/Choice'
import { Box } from '#components/tags'
import type { Desk } from '#contract/hotline'
import type { Wish } from './office.ts'
import { CHANNEL_WORDS, SLOTS_WORDS } from './words.ts'

type Props = { desks: readonly Desk[]; wish: Wish; onWish: (wish: Wish) => void }

/** The way of talking stays when the new desk has it. */
const at = (desk: Desk, { channel }: Wish): Wish => ({
  desk,
  channel: desk.channels.includes(channel) ? channel : (desk.channels[0] ?? channel),
})

export const ChannelChoice = ({ wish, onWish }: Omit<Props, 'desks'>) => (
  <Choice
    label={SLOTS_WORDS.channel}
    options={wish.desk.channels.map((value) => ({
      value,
      text: CHANNEL_WORDS[value].text,
      hint: CHANNEL_WORDS[value].hint,
    }))}
    value={wish.channel}
    onChange={(channel) => onWish({ ...wish, channel })}
  />
)

const DeskChoice = ({ desks, wish, onWish }: Props) => (
  <Choice
    label={SLOTS_WORDS.desk}
    options={desks.map(({ id, name, address, own }) => ({
      value: id,
      text: name,
      hint: address,
      end: own ? undefined : SLOTS_WORDS.nearby,
    }))}
    value={wish.desk.id}
    onChange={(id) => {
      const desk = desks.find((one) => one.id === id)
      if (desk) onWish(at(desk, wish))
    }}
  />
)

/** Who calls and how: set already, and to be changed by whoever wants to. */
export function Wishes({ desks, wish, onWish }: Props) {
  const [open, setOpen] = useState(false)
  const choose = (next: Wish) => {
    onWish(next)
    setOpen(false)
  }
  return (
    <Box>
      <Box className="wishes">
        <Box className="wishes__words">
          <Box className="wishes__way">{CHANNEL_WORDS[wish.channel].text}</Box>
          <Box className="wishes__desk">{wish.desk.name}</Box>
        </Box>
        <LinkButton onTap={() => setOpen(!open)}>
          {open ? SLOTS_WORDS.close : SLOTS_WORDS.otherWay}
        </LinkButton>
      </Box>
      {open && (
        <Box className="card wishes__choice">
          <ChannelChoice wish={wish} onWish={choose} />
          {desks.length > 1 && <DeskChoice desks={desks} wish={wish} onWish={choose} />}
        </Box>
      )}
    </Box>
  )
}
