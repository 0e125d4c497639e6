import { useRouter } from '@tarojs/taro'
import { useState } from 'react'

import { Await } from '#components/Await'
import { Row, Rows } from '#components/Card'
import { Heading, Title } from '#components/Title'
import { Box, Tap } from '#components/tags'
import { dayOf } from '#domain/day'
import { askAbout } from '#services/about'
import { readFigures } from '#services/adviser-desk'
import { go } from '#services/route'
import { hasStaffRole, useSession } from '#store/session'
import { callLegalLine } from '../../help.ts'
import { useLoaded } from '../../use-loaded.ts'
import { MonthSwitch } from '../MonthSwitch.tsx'
import { monthOf } from '../month.ts'
import { MANAGERS, StaffScreen } from '../StaffScreen.tsx'
import { COVERAGE } from '../words.ts'
import { type Coverage, type Figure, isWorry } from './figures.ts'
import { Places } from './Places.tsx'

/** Whether every village has somebody who comes and answers; each number opens the list behind it. */
export default function CoveragePage() {
  return (
    <StaffScreen title={COVERAGE.title} roles={MANAGERS} wide>
      <Board />
    </StaffScreen>
  )
}

async function load(region: string | undefined, asked: string | null): Promise<Coverage> {
  const month = asked ?? monthOf(dayOf((await askAbout()).now))
  return readFigures({ region, month })
}

function Board() {
  const { region } = useRouter().params
  const [month, setMonth] = useState<string | null>(null)
  const { loaded, reload } = useLoaded(() => load(region, month), [region, month])
  return (
    <Await loaded={loaded} onRetry={reload} onCall={callLegalLine} skeletonRows={5}>
      {(coverage) => (
        <Box>
          <Title hint={COVERAGE.hint}>{coverage.region.name}</Title>
          <MonthSwitch month={coverage.month} onMonth={setMonth} />
          <Box className="figures">
            {coverage.figures.map((figure) => (
              <One key={figure.figure} figure={figure} coverage={coverage} />
            ))}
          </Box>
          {coverage.places.length > 0 && <Heading>{COVERAGE.places}</Heading>}
          <Places coverage={coverage} />
          <Ways />
        </Box>
      )}
    </Await>
  )
}

const One = ({ figure, coverage }: { figure: Figure; coverage: Coverage }) => (
  <Tap
    className="figure"
    onTap={() =>
      go('behindFigure', { figure: figure.figure, region: coverage.region.code, month: coverage.month })
    }
  >
    <Box className={isWorry(figure) ? 'figure__number figure__number--worry' : 'figure__number'}>
      {COVERAGE.of(figure.value, figure.of)}
    </Box>
    <Box className="figure__name">{figure.text}</Box>
    <Box className="figure__meaning">{figure.meaning}</Box>
  </Tap>
)

const IMPORTERS = ['bureau_officer', 'city_admin'] as const

function Ways() {
  const mayImport = useSession(hasStaffRole(IMPORTERS))
  return (
    <Box className="below">
      <Rows>
        <Row icon="papers" title={COVERAGE.ledger} detail={COVERAGE.ledgerText} onTap={() => go('ledger')} />
        {mayImport && (
          <Row
            icon="copy"
            title={COVERAGE.import}
            detail={COVERAGE.importText}
            onTap={() => go('importAdvisers')}
          />
        )}
      </Rows>
    </Box>
  )
}
