import './lead.scss'

import type { ReactNode } from 'react'

import { Await, Empty } from '#components/Await'
import { Row, Rows } from '#components/Card'
import { Heading, Muted, Title } from '#components/Title'
import { Box } from '#components/tags'
import { go, type PageName } from '#services/route'
import { isHead, useSession } from '#store/session'
import { callLegalLine } from '../../help.ts'
import { Screen } from '../../Screen.tsx'
import { useLoaded, useSeenAgain } from '../../use-loaded.ts'
import { spokenWhen } from '../../when.ts'
import { AlarmList } from '../alarms/AlarmList.tsx'
import { RevisitList } from '../revisits/Revisit.tsx'
import { UnratedList } from '../revisits/Unrated.tsx'
import { LoadTable } from './LoadTable.tsx'
import { loadMaps } from './load-map.ts'
import { loadOverview, type Overview } from './overview.ts'
import { LEAD_WORDS } from './words.ts'

/** What a shift head looks at: danger first. */
export default function Lead() {
  const head = useSession(isHead)
  return (
    <Screen title={LEAD_WORDS.title} wide>
      {head ? <Board /> : <Empty title={LEAD_WORDS.guest}>{LEAD_WORDS.guestText}</Empty>}
    </Screen>
  )
}

function Board() {
  const { loaded, reload } = useLoaded(loadOverview, [])
  useSeenAgain(reload)
  return (
    <Box>
      <Title hint={LEAD_WORDS.hint}>{LEAD_WORDS.title}</Title>
      <Await loaded={loaded} onRetry={reload} onCall={callLegalLine} skeletonRows={5}>
        {(shown) => <Parts shown={shown} onChange={reload} />}
      </Await>
    </Box>
  )
}

const AT_ONCE = 10

const Parts = ({ shown, onChange }: { shown: Overview; onChange: () => void }) => (
  <Box>
    <Heading>{LEAD_WORDS.alarms}</Heading>
    <AlarmList />
    <RevisitList items={shown.revisits} onDone={onChange} />
    <UnratedList items={shown.unrated} onDone={onChange} />
    <Lost shown={shown} />
    <Releases shown={shown} />
    <Averages shown={shown} />
    <Loads shown={shown} />
  </Box>
)

type PartProps = { title: string; none: string; empty: boolean; all?: PageName; children: ReactNode }

/** The latest of something; `all` of it stands on a page of its own. */
const Part = ({ title, none, empty, all, children }: PartProps) => (
  <Box as="section">
    <Heading>{title}</Heading>
    <Box>{empty && <Muted>{none}</Muted>}</Box>
    <Rows>
      {children}
      {all && <Row icon="papers" title={LEAD_WORDS.all(title)} onTap={() => go(all)} />}
    </Rows>
  </Box>
)

const open = (id: string) => go('case', { id, view: 'desk' })

const Lost = ({ shown: { lost, now } }: { shown: Overview }) => (
  <Part title={LEAD_WORDS.lost} none={LEAD_WORDS.lostNone} empty={lost.length === 0} all="lost">
    {lost.slice(0, AT_ONCE).map(({ id, title, at, stateText, caseId, number }) => (
      <Row
        key={id}
        title={title}
        detail={[number, spokenWhen(at, now), stateText].filter(Boolean).join(' · ')}
        {...(caseId && { onTap: () => void open(caseId) })}
      />
    ))}
  </Part>
)

const Releases = ({ shown: { releases, now } }: { shown: Overview }) => (
  <Part
    title={LEAD_WORDS.releases}
    none={LEAD_WORDS.releasesNone}
    empty={releases.length === 0}
    all="releases"
  >
    {releases.slice(0, AT_ONCE).map(({ at, by, caseId, number, reason }) => (
      <Row
        key={`${caseId}${at}`}
        title={`${by} · ${number}`}
        detail={[spokenWhen(at, now), reason].filter(Boolean).join(' · ')}
        onTap={() => open(caseId)}
      />
    ))}
  </Part>
)

/** Of so few marks that they would say who gave them, the server tells nothing. */
const Averages = ({ shown: { averages } }: { shown: Overview }) => (
  <Part title={LEAD_WORDS.averages} none={LEAD_WORDS.averagesNone} empty={averages.length === 0}>
    {averages.slice(0, AT_ONCE).map(({ of, id, name, average, count }) => (
      <Row key={`${of}${id}`} title={name ?? id} detail={LEAD_WORDS.average(average, count)} />
    ))}
  </Part>
)

const Loads = ({ shown: { load } }: { shown: Overview }) => (
  <Box as="section">
    <Heading>{LEAD_WORDS.load}</Heading>
    <Muted>{load.length > 0 ? LEAD_WORDS.loadHint : LEAD_WORDS.loadNone}</Muted>
    {loadMaps(load).map((map) => (
      <LoadTable key={map.deskId} map={map} />
    ))}
    <Box className="lead__act">
      <Rows>
        <Row
          icon="calendar"
          title={LEAD_WORDS.hours}
          detail={LEAD_WORDS.hoursText}
          onTap={() => go('hours')}
        />
      </Rows>
    </Box>
  </Box>
)
