import { Button } from '#components/Button'
import { Card, Row, Rows } from '#components/Card'
import { Fold } from '#components/Fold'
import { Heading, Muted } from '#components/Title'
import { Box } from '#components/tags'
import type { OwnVisit } from '#contract/adviser-desk'
import { dayOf } from '#domain/day'
import { go } from '#services/route'
import { spokenSpan } from '../../when.ts'
import { WORK } from '../words.ts'
import type { Work } from './load-work.ts'

const AT_ONCE = 3

/** Where they go next; on the day itself with the button that proves it. */
export const Coming = ({ work: { coming, now } }: { work: Work }) => (
  <Box as="section">
    <Heading>{WORK.coming}</Heading>
    {coming.length === 0 && <Muted>{WORK.comingNone}</Muted>}
    {coming.slice(0, AT_ONCE).map((visit) => (
      <Card key={visit.id} as="article">
        <Box className="visit__when">{spokenSpan(visit, now)}</Box>
        <Box className="visit__where">{`${visit.village.name} · ${visit.place}`}</Box>
        {dayOf(visit.startsAt) === dayOf(now) && <CheckButton visit={visit} />}
      </Card>
    ))}
  </Box>
)

const CheckButton = ({ visit: { id, state } }: { visit: OwnVisit }) => (
  <Box className="visit__act">
    <Button tone="ghost" onTap={() => go('checkIn', { id })}>
      {state === 'begun' ? WORK.checkOut : WORK.checkIn}
    </Button>
  </Box>
)

export const Ways = ({ duties }: { duties: readonly string[] }) => (
  <Box as="section">
    <Heading>{WORK.ways}</Heading>
    <Rows>
      <Row icon="calendar" title={WORK.visits} detail={WORK.visitsText} onTap={() => go('visits')} />
      <Row icon="video" title={WORK.hours} detail={WORK.hoursText} onTap={() => go('remoteHours')} />
      <Row icon="door" title={WORK.leave} detail={WORK.leaveText} onTap={() => go('leave')} />
      <Row icon="person" title={WORK.profile} detail={WORK.profileText} onTap={() => go('adviserProfile')} />
      <Row icon="papers" title={WORK.ledger} detail={WORK.ledgerText} onTap={() => go('ledger')} />
    </Rows>
    <Box className="duties">
      {duties.length > 0 && (
        <Fold title={WORK.duties}>
          <Box as="ul" className="plain">
            {duties.map((duty) => (
              <Box as="li" key={duty} className="plain__item">
                {duty}
              </Box>
            ))}
          </Box>
        </Fold>
      )}
    </Box>
  </Box>
)
