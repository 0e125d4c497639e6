import { useState } from 'react'

import { Await } from '#components/Await'
import { Button } from '#components/Button'
import { Card, Row, Rows } from '#components/Card'
import { Notice } from '#components/Notice'
import { Heading, Muted, Title } from '#components/Title'
import { Box } from '#components/tags'
import { dayOf, spokenDay } from '#domain/day'
import { type Complaint, readComplaints, takeNextApplication } from '#services/aid-desk'
import { go } from '#services/route'
import { keepCase } from '#store/cases'
import { hasStaffRole, useSession } from '#store/session'
import { AlarmsRow } from '../../AlarmsRow.tsx'
import { callLegalLine } from '../../help.ts'
import { LostRow } from '../../LostRow.tsx'
import { explain, useLoaded, useSeenAgain } from '../../use-loaded.ts'
import { StaffScreen } from '../StaffScreen.tsx'
import { WORK } from '../words.ts'

const reviews = hasStaffRole(['legal_aid_reviewer', 'legal_aid_head'])
const heads = hasStaffRole(['legal_aid_head'])
const oversees = hasStaffRole(['bureau_officer'])

/** Where a day of legal aid begins: what comes next, what is mine, who there is to assign, what was complained of. */
export default function AidWorkPage() {
  const reviewer = useSession(reviews)
  const head = useSession(heads)
  const bureau = useSession(oversees)
  return (
    <StaffScreen
      title={WORK.title}
      roles={['legal_aid_reviewer', 'legal_aid_head', 'legal_aid_lawyer', 'bureau_officer']}
    >
      <Title>{WORK.title}</Title>
      <Box>{reviewer && <Next />}</Box>
      <Rows>
        <AlarmsRow />
        <LostRow />
        {reviewer && (
          <Row icon="person" title={WORK.window} detail={WORK.windowText} onTap={() => go('aidForm')} />
        )}
        <Row icon="clock" title={WORK.board} detail={WORK.boardText} onTap={() => go('board')} />
        {head && (
          <Row icon="person" title={WORK.lawyers} detail={WORK.lawyersText} onTap={() => go('aidLawyers')} />
        )}
      </Rows>
      <Box>{bureau && <Complaints />}</Box>
    </StaffScreen>
  )
}

type Found = 'none' | { trouble: string } | null

function Next() {
  const [busy, setBusy] = useState(false)
  const [found, setFound] = useState<Found>(null)
  const take = () => {
    setBusy(true)
    setFound(null)
    takeNextApplication()
      .then(
        (one) => (one ? void go('aidReview', { id: keepCase(one).id }) : setFound('none')),
        (error: unknown) => setFound({ trouble: explain(error).words }),
      )
      .finally(() => setBusy(false))
  }
  return (
    <Card>
      <Button busy={busy} onTap={take}>
        {WORK.next}
      </Button>
      <Muted>{WORK.nextWhy}</Muted>
      <Box live="polite">{found && <Outcome found={found} />}</Box>
    </Card>
  )
}

const Outcome = ({ found }: { found: NonNullable<Found> }) =>
  found === 'none' ? (
    <Notice title={WORK.none}>{WORK.noneText}</Notice>
  ) : (
    <Notice tone="warn" title={found.trouble} news />
  )

function Complaints() {
  const { loaded, reload } = useLoaded(readComplaints, [])
  useSeenAgain(reload)
  return (
    <Box as="section">
      <Heading>{WORK.complaints}</Heading>
      <Await loaded={loaded} onRetry={reload} onCall={callLegalLine} skeletonRows={2}>
        {(items) =>
          items.length > 0 ? (
            <Rows>
              {items.map((item) => (
                <One key={`${item.caseId}/${item.at}`} item={item} />
              ))}
            </Rows>
          ) : (
            <Muted>{WORK.noComplaints}</Muted>
          )
        }
      </Await>
    </Box>
  )
}

const One = ({ item: { caseId, number, organisation, at, about, dueOn } }: { item: Complaint }) => (
  <Row
    title={`${about} · ${organisation}`}
    detail={`${number} · ${spokenDay(dayOf(at))} · ${WORK.due(spokenDay(dueOn))}`}
    onTap={() => go('case', { id: caseId, view: 'desk' })}
  />
)
