import { Button, LinkButton } from '#components/Button'
import { Card } from '#components/Card'
import { Icon } from '#components/Icon'
import { Box } from '#components/tags'
import type { Adviser, Visit } from '#contract/adviser'
import type { Instant } from '#domain/day'
import { go } from '#services/route'
import { spokenSpan } from '../../when.ts'
import { book } from '../book.ts'
import { ADVISER, UNBOOKED } from '../words.ts'

type Props = { adviser: Adviser; now: Instant }

const seatsOf = ({ seats, free }: Visit) => (seats === 'open' ? ADVISER.seats(free) : UNBOOKED[seats])

/** When and where one can speak with them face to face. */
export const NextVisit = ({ adviser, now }: Props) => (
  <Card as="section">
    <Box className="coming__label">
      <Icon name="calendar" size="s" />
      {ADVISER.next}
    </Box>
    {adviser.nextVisit ? (
      <Planned adviser={adviser} visit={adviser.nextVisit} now={now} />
    ) : (
      <Box>
        <Box className="coming__when coming__when--none">{ADVISER.nextNone}</Box>
        <Box className="coming__more">{ADVISER.nextNoneText}</Box>
      </Box>
    )}
  </Card>
)

const Planned = ({ adviser, visit, now }: Props & { visit: Visit }) => (
  <Box>
    <Box className="coming__when">{spokenSpan(visit, now)}</Box>
    <Box>{`${visit.village.name} · ${visit.place}`}</Box>
    <Box className="coming__more">{seatsOf(visit)}</Box>
    <Box className="coming__acts">
      {visit.seats === 'open' && (
        <Button tone="ghost" onTap={() => book(adviser, visit)}>
          {ADVISER.book}
        </Button>
      )}
      {adviser.deskId && (
        <LinkButton onTap={() => go('adviserSlots', { id: adviser.id, village: visit.village.code })}>
          {ADVISER.otherTimes}
        </LinkButton>
      )}
    </Box>
  </Box>
)

/** Hours in which they can be reached without coming. */
export const Remote = ({ adviser: { id, remoteText, deskId } }: { adviser: Adviser }) =>
  remoteText ? (
    <Card as="section">
      <Box className="coming__label">
        <Icon name="video" size="s" />
        {ADVISER.remote}
      </Box>
      <Box className="coming__when">{remoteText}</Box>
      {deskId && <LinkButton onTap={() => go('adviserSlots', { id })}>{ADVISER.bookRemote}</LinkButton>}
    </Card>
  ) : null
