import { Row, Rows } from '#components/Card'
import { Notice } from '#components/Notice'
import { Heading } from '#components/Title'
import { Box } from '#components/tags'
import type { Desk } from '#contract/hotline'
import { CHANNELS } from '#domain/hotline'
import { CallCard } from '../../CallCard.tsx'
import type { Wish } from './office.ts'
import { CHANNEL_WORDS, SLOTS_WORDS } from './words.ts'

type Props = { desks: readonly Desk[]; wish: Wish; onWish: (wish: Wish) => void }

/** Other ways of talking that some desk has and this one has not: another way at the same desk shares its seats. */
function otherWays(desks: readonly Desk[], { desk }: Wish): Wish[] {
  return CHANNELS.filter((channel) => !desk.channels.includes(channel)).flatMap((channel) => {
    const other = desks.find(({ channels }) => channels.includes(channel))
    return other ? [{ desk: other, channel }] : []
  })
}

const otherDesks = (desks: readonly Desk[], { desk, channel }: Wish): Wish[] =>
  desks.flatMap((one) =>
    one.id !== desk.id && one.channels.includes(channel) ? [{ desk: one, channel }] : [],
  )

/** No dead end: another desk, another way, and the line itself. */
export const NothingFree = ({ desks, wish, onWish }: Props) => (
  <Box className="nothing-free">
    <Notice tone="warn" title={SLOTS_WORDS.noneTitle} news>
      {SLOTS_WORDS.noneText}
    </Notice>
    <CallCard title={SLOTS_WORDS.call} hint={SLOTS_WORDS.callHint} />
    <Ways title={SLOTS_WORDS.nearby} ways={otherDesks(desks, wish)} onWish={onWish} />
    <Ways title={SLOTS_WORDS.otherWays} ways={otherWays(desks, wish)} onWish={onWish} />
  </Box>
)

type WaysProps = { title: string; ways: readonly Wish[]; onWish: (wish: Wish) => void }

const Ways = ({ title, ways, onWish }: WaysProps) =>
  ways.length > 0 && (
    <Box as="section">
      <Heading>{title}</Heading>
      <Rows>
        {ways.map((way) => (
          <Row
            key={`${way.desk.id} ${way.channel}`}
            title={way.desk.name}
            detail={CHANNEL_WORDS[way.channel].text}
            onTap={() => onWish(way)}
          />
        ))}
      </Rows>
    </Box>
  )
