import { useRouter } from '@tarojs/taro'
import { useState } from 'react'

import { Await, Empty } from '#components/Await'
import { BottomBar } from '#components/BottomBar'
import { Button } from '#components/Button'
import { Notice } from '#components/Notice'
import { Title } from '#components/Title'
import { Box } from '#components/tags'
import type { OwnVisit } from '#contract/adviser-desk'
import { dayOf, type Instant } from '#domain/day'
import { askAbout } from '#services/about'
import { readDesk, readOwnVisits } from '#services/adviser-desk'
import { callLegalLine } from '../../help.ts'
import { useLoaded, useSeenAgain } from '../../use-loaded.ts'
import { MonthSwitch } from '../MonthSwitch.tsx'
import { firstOf, lastOf, monthOf } from '../month.ts'
import { ADVISER, StaffScreen } from '../StaffScreen.tsx'
import { VISITS } from '../words.ts'
import { Plan, type Village } from './Plan.tsx'
import { VisitCard } from './VisitCard.tsx'

type Shown = { now: Instant; month: string; villages: readonly Village[]; visits: readonly OwnVisit[] }

async function load(asked: string | null): Promise<Shown> {
  const [{ now }, { villages }] = await Promise.all([askAbout(), readDesk()])
  const month = asked ?? monthOf(dayOf(now))
  return { now, month, villages, visits: await readOwnVisits({ from: firstOf(month), to: lastOf(month) }) }
}

/** The visits of a month, and the villages that nobody comes to. */
export default function VisitsPage() {
  const { village = '' } = useRouter().params
  const [planning, setPlanning] = useState(village !== '')
  return (
    <StaffScreen
      title={VISITS.title}
      roles={ADVISER}
      bottom={
        !planning && (
          <BottomBar>
            <Button onTap={() => setPlanning(true)}>{VISITS.add}</Button>
          </BottomBar>
        )
      }
    >
      <Month village={village} planning={planning} onPlanned={() => setPlanning(false)} />
    </StaffScreen>
  )
}

type MonthProps = { village: string; planning: boolean; onPlanned: () => void }

function Month({ village, planning, onPlanned }: MonthProps) {
  const [month, setMonth] = useState<string | null>(null)
  const { loaded, reload } = useLoaded(() => load(month), [month])
  useSeenAgain(reload)
  const planned = () => {
    onPlanned()
    reload()
  }
  return (
    <Await loaded={loaded} onRetry={reload} onCall={callLegalLine} skeletonRows={4}>
      {(shown) =>
        planning ? (
          <Plan
            villages={shown.villages}
            first={village}
            today={dayOf(shown.now)}
            onDone={planned}
            onBack={onPlanned}
          />
        ) : (
          <Box>
            <Title hint={VISITS.hint}>{VISITS.title}</Title>
            <MonthSwitch month={shown.month} onMonth={setMonth} />
            <Gaps shown={shown} />
            {shown.visits.length === 0 && <Empty title={VISITS.none}>{VISITS.noneText}</Empty>}
            {shown.visits.map((visit) => (
              <VisitCard key={visit.id} visit={visit} now={shown.now} onChange={reload} />
            ))}
          </Box>
        )
      }
    </Await>
  )
}

const Gaps = ({ shown: { villages, month, now } }: { shown: Shown }) => {
  const open = month === monthOf(dayOf(now)) ? villages.filter(({ gap }) => gap) : []
  return (
    <Box>{open.length > 0 && <Notice tone="warn">{VISITS.gaps(open.map(({ name }) => name))}</Notice>}</Box>
  )
}
