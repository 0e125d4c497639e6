import { Fold } from '#components/Fold'
import { Select } from '#components/Select'
import { Muted } from '#components/Title'
import { Box, Tap } from '#components/tags'
import { REFERRAL, REFERRALS } from '#domain/referral'
import type { Topic } from '#domain/topic'
import { ANSWER, DESK } from '../words.ts'
import { LAW_CARDS, type LawCard, TEMPLATES } from './law-cards.ts'

type AddProps = { onAdd: (text: string) => void }

const lineOf = ({ law, text }: LawCard) => `${law}：${text}。`

/** The articles that are asked for most, added with a tap. */
export const LawCards = ({ topic, onAdd }: AddProps & { topic: Topic | undefined }) => {
  const cards = (topic && LAW_CARDS[topic]) ?? []
  if (cards.length === 0) return null
  return (
    <Box className="aids">
      <Fold title={ANSWER.cards} hint={ANSWER.cardsHint}>
        {cards.map((card) => (
          <Tap
            key={card.law}
            className="aids__card"
            label={ANSWER.add(card.law)}
            onTap={() => onAdd(lineOf(card))}
          >
            <Box className="aids__law">{card.law}</Box>
            <Box className="aids__text">{card.text}</Box>
          </Tap>
        ))}
        <Box className="aids__note">
          <Muted>{ANSWER.cardsWarn}</Muted>
        </Box>
      </Fold>
    </Box>
  )
}

/** What is said in almost every answer. */
export const Templates = ({ onAdd }: AddProps) => (
  <Box className="chips" role="group" label={ANSWER.templates}>
    {TEMPLATES.map(({ name, text }) => (
      <Tap key={name} className="chip" onTap={() => onAdd(text)}>
        {name}
      </Tap>
    ))}
  </Box>
)

const PLACES = REFERRALS.map((value) => ({ value, text: REFERRAL[value].name }))

type PlaceProps = { onPlace: (where: string, dates: string | null) => void }

/** A place to go with its telephone; its limit goes where the dates are. */
export const Places = ({ onPlace }: PlaceProps) => {
  const pick = (id: string) => {
    const place = REFERRALS.find((one) => one === id)
    if (!place) return
    const { name, phone, text, limit } = REFERRAL[place]
    const dates =
      limit &&
      `${name}：从${limit.since}起 ${limit.amount} ${limit.unit === 'day' ? '日' : '个月'}内（${limit.law}）。`
    onPlace(`${[name, phone].filter(Boolean).join(' ')}：${text}。`, dates)
  }
  return <Select label={ANSWER.places} blank={DESK.choose} entries={PLACES} value="" onChange={pick} />
}
