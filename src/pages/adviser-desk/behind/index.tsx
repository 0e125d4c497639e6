import { useRouter } from '@tarojs/taro'
import { useState } from 'react'

import { Await, Empty } from '#components/Await'
import { Button, LinkButton } from '#components/Button'
import { Card } from '#components/Card'
import { Title } from '#components/Title'
import { Box } from '#components/tags'
import { FIGURES, type FigureName, type listCoverage } from '#contract/coverage'
import type { Reply } from '#contract/endpoint'
import { readBehind, readFigures } from '#services/adviser-desk'
import { go } from '#services/route'
import { callLegalLine } from '../../help.ts'
import { useLoaded } from '../../use-loaded.ts'
import { MANAGERS, StaffScreen } from '../StaffScreen.tsx'
import { COVERAGE, DESK } from '../words.ts'

type At = { region?: string | undefined; month?: string | undefined }
type Item = Reply<typeof listCoverage>['items'][number]

async function load(figure: FigureName, at: At) {
  const [coverage, page] = await Promise.all([readFigures(at), readBehind(figure, at)])
  const said = coverage.figures.find((one) => one.figure === figure)
  return { place: coverage.region.name, said, ...page }
}

/** The list behind a number. */
export default function BehindPage() {
  return (
    <StaffScreen title={COVERAGE.title} roles={MANAGERS} wide>
      <List />
    </StaffScreen>
  )
}

function List() {
  const { figure: asked, region, month } = useRouter().params
  const figure = FIGURES.find((one) => one === asked) ?? 'villages'
  const at = { region, month }
  const { loaded, reload, put } = useLoaded(() => load(figure, at), [figure, region, month])
  const [busy, setBusy] = useState(false)
  const more = async (cursor: string) => {
    setBusy(true)
    const page = await readBehind(figure, at, cursor).catch(() => null)
    if (page && loaded.state === 'ready')
      put({ ...loaded.value, items: [...loaded.value.items, ...page.items], next: page.next })
    setBusy(false)
  }
  return (
    <Await loaded={loaded} onRetry={reload} onCall={callLegalLine} skeletonRows={5}>
      {({ place, said, items, next }) => (
        <Box>
          <Title hint={said?.meaning}>
            {said ? `${place}：${said.text} ${COVERAGE.of(said.value, said.of)}` : place}
          </Title>
          {items.length === 0 && <Empty title={COVERAGE.none}>{COVERAGE.noneText}</Empty>}
          {items.map((item) => (
            <Line key={item.id} item={item} ledgerOf={IN_LEDGER.includes(figure) ? month : undefined} />
          ))}
          {next && (
            <Button tone="quiet" busy={busy} onTap={() => void more(next)}>
              {DESK.more}
            </Button>
          )}
        </Box>
      )}
    </Await>
  )
}

/** Figures whose rows are lines of the ledger. */
const IN_LEDGER: readonly FigureName[] = ['answers', 'in_time', 'unconfirmed', 'flagged']

type LineProps = { item: Item; ledgerOf: string | undefined }

const Line = ({ item: { title, text, villageCode, adviserId }, ledgerOf }: LineProps) => (
  <Card as="article">
    <Box className="visit__when">{title}</Box>
    <Box className="visit__where">{text}</Box>
    <Box className="links">
      {villageCode && (
        <LinkButton onTap={() => go('adviser', { village: villageCode })}>{COVERAGE.toVillage}</LinkButton>
      )}
      {villageCode && ledgerOf && (
        <LinkButton onTap={() => go('ledger', { village: villageCode, month: ledgerOf })}>
          {COVERAGE.toLedger}
        </LinkButton>
      )}
      {adviserId && (
        <LinkButton onTap={() => go('adviser', { id: adviserId })}>{COVERAGE.toAdviser}</LinkButton>
      )}
      {villageCode && (
        <LinkButton onTap={() => go('villageBoard', { village: villageCode })}>{COVERAGE.board}</LinkButton>
      )}
    </Box>
  </Card>
)
