import { useState } from 'react'

import { Await, Empty } from '#components/Await'
import { Row, Rows } from '#components/Card'
import { Notice } from '#components/Notice'
import { Title } from '#components/Title'
import { Box } from '#components/tags'
import { LANGUAGE } from '#domain/aid-terms'
import { type CentreLawyer, readLawyers } from '#services/aid-desk'
import { callLegalLine } from '../../help.ts'
import { useLoaded } from '../../use-loaded.ts'
import { StaffScreen } from '../StaffScreen.tsx'
import { LAWYERS } from '../words.ts'
import { LawyerForm } from './LawyerForm.tsx'

/** Who may be assigned, and what the order of assignment looks at. */
export default function AidLawyersPage() {
  const { loaded, reload, put } = useLoaded(readLawyers, [])
  const [editing, setEditing] = useState<string | null>(null)
  const [saved, setSaved] = useState(false)
  const choose = (id: string | null) => {
    setEditing(id)
    setSaved(false)
  }
  return (
    <StaffScreen title={LAWYERS.title} roles={['legal_aid_head']}>
      <Title hint={LAWYERS.hint}>{LAWYERS.title}</Title>
      <Box live="polite">{saved && <Notice tone="ok" title={LAWYERS.saved} />}</Box>
      <Await loaded={loaded} onRetry={reload} onCall={callLegalLine} skeletonRows={4}>
        {(lawyers) =>
          lawyers.length === 0 ? (
            <Empty title={LAWYERS.none}>{LAWYERS.noneText}</Empty>
          ) : (
            lawyers.map((lawyer) =>
              lawyer.id === editing ? (
                <LawyerForm
                  key={lawyer.id}
                  lawyer={lawyer}
                  onLeave={() => choose(null)}
                  onSaved={(items) => {
                    put(items)
                    setEditing(null)
                    setSaved(true)
                  }}
                />
              ) : (
                <Rows key={lawyer.id}>
                  <Row
                    icon="person"
                    title={lawyer.name}
                    detail={factsOf(lawyer)}
                    onTap={() => choose(lawyer.id)}
                  />
                </Rows>
              ),
            )
          )
        }
      </Await>
    </StaffScreen>
  )
}

const factsOf = ({ firm, practiceSince, languages, leaveUntil, open }: CentreLawyer): string =>
  [
    firm ?? LAWYERS.unknown,
    practiceSince && LAWYERS.years(practiceSince),
    languages.map((one) => LANGUAGE[one]).join('、'),
    leaveUntil && LAWYERS.leave(leaveUntil),
    LAWYERS.open(open),
  ]
    .filter(Boolean)
    .join(' · ')
