import './lines.scss'

import { LinkButton } from '#components/Button'
import { Box } from '#components/tags'
import type { Line } from '#contract/case'
import { callPhone, copy } from '#services/device'

/** A number as it is dialled; a masked one is only shown. */
const isDialled = ({ name, text }: Line) => name === 'phone' && /^[\d\s-]{5,}$/.test(text)

const isAddress = ({ text }: Line) => /^https:\/\/\S+$/.test(text)

/** What was said, each under its name; a telephone is one tap from being called. */
export const Lines = ({ lines }: { lines: readonly Line[] }) => (
  <Box className="lines">
    {lines.map((line) => (
      <Box key={line.name} className="line">
        <Box className="line__label">{line.label}</Box>
        <Text line={line} />
      </Box>
    ))}
  </Box>
)

const Text = ({ line }: { line: Line }) => {
  if (isDialled(line)) return <Dial phone={line.text} />
  return isAddress(line) ? <Go address={line.text} /> : <Box className="line__text">{line.text}</Box>
}

/** A browser opens it; the mini-program may not leave itself, so there it is copied. */
const Go = ({ address }: { address: string }) => (
  <LinkButton href={address} onTap={() => void copy(address)}>
    {address}
  </LinkButton>
)

const Dial = ({ phone }: { phone: string }) => (
  <LinkButton href={`tel:${phone.replace(/[\s-]/g, '')}`} onTap={() => void callPhone(phone)}>
    {phone}
  </LinkButton>
)
