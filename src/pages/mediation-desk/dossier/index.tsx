import { useRouter } from '@tarojs/taro'
import { useState } from 'react'

import { Await } from '#components/Await'
import { Button } from '#components/Button'
import { Card } from '#components/Card'
import { Notice } from '#components/Notice'
import { Confirm } from '#components/Sheet'
import { Tag } from '#components/Tag'
import { TextField } from '#components/TextField'
import { Muted, Title } from '#components/Title'
import { Box, Words } from '#components/tags'
import type { Case } from '#contract/case'
import type { MediationOwn } from '#contract/mediation'
import { goBack } from '#services/route'
import { loadCase, useCase } from '#store/cases'
import { callLegalLine } from '../../help.ts'
import { useAct } from '../../use-act.ts'
import { useLoaded } from '../../use-loaded.ts'
import { KEEPERS, MEDIATORS, StaffScreen } from '../StaffScreen.tsx'
import { Gone, ownOf } from '../StepOf.tsx'
import { Trouble } from '../Trouble.tsx'
import { DOSSIER } from '../words.ts'

/** The thirteen items fill themselves; what the law asks for and is missing is named (PM-16). */
export default function DossierPage() {
  const { id = '' } = useRouter().params
  return (
    <StaffScreen title={DOSSIER.title} roles={[...MEDIATORS, ...KEEPERS]}>
      <Read id={id} />
    </StaffScreen>
  )
}

function Read({ id }: { id: string }) {
  const { loaded, reload } = useLoaded(() => loadCase(id), [id])
  const known = useCase(id)
  return (
    <Await loaded={loaded} onRetry={reload} onCall={callLegalLine} skeletonRows={5}>
      {(read) => {
        const one = known ?? read
        const own = ownOf(one)
        return own ? <Dossier one={one} own={own} /> : <Gone />
      }}
    </Await>
  )
}

type Props = { one: Case; own: MediationOwn }

const Dossier = ({ one, own }: Props) => (
  <Box className="narrow">
    <Title hint={`${one.title} · ${one.number}`}>{DOSSIER.ask}</Title>
    <Muted>{DOSSIER.hint}</Muted>
    <Box className="below">
      <Card>
        <Box as="ol" className="contents">
          {own.dossier.map(({ item, name, done, needed }, place) => (
            <Box as="li" key={item} className="contents__item">
              <Box className="contents__name">
                <Words className="contents__no">{place + 1}</Words>
                <Words>{name}</Words>
              </Box>
              <Tag tone={done ? 'ok' : needed ? 'warn' : 'plain'}>
                {done ? DOSSIER.done : needed ? DOSSIER.needed : DOSSIER.free}
              </Tag>
            </Box>
          ))}
        </Box>
      </Card>
    </Box>
    <Box className="below">
      <Close one={one} own={own} />
    </Box>
  </Box>
)

function Close({ one, own }: Props) {
  const canClose = one.actions.some(({ action }) => action === 'close')
  if (own.closingGaps.length > 0)
    return (
      <Notice tone="warn" title={DOSSIER.gaps}>
        {own.closingGaps.join('；')}
      </Notice>
    )
  if (!canClose) return one.closedAt === null ? <Muted>{DOSSIER.notNow}</Muted> : null
  return <CloseForm one={one} />
}

function CloseForm({ one }: { one: Case }) {
  const [summary, setSummary] = useState('')
  const [asking, setAsking] = useState(false)
  const { busy, problems, trouble, send } = useAct(one, 'close', () => void goBack())
  const close = () => {
    setAsking(false)
    send(summary.trim() ? { summary: summary.trim() } : {})
  }
  return (
    <Box>
      <Notice tone="ok" title={DOSSIER.ready} />
      <TextField
        kind="long"
        label={DOSSIER.summary}
        hint={DOSSIER.summaryHint}
        optional
        error={problems.summary}
        max={2000}
        value={summary}
        onChange={setSummary}
      />
      <Trouble words={trouble} />
      <Button busy={busy} onTap={() => setAsking(true)}>
        {DOSSIER.go}
      </Button>
      {asking && (
        <Confirm title={DOSSIER.ask2} yes={DOSSIER.yes} danger onYes={close} onNo={() => setAsking(false)}>
          {DOSSIER.means}
        </Confirm>
      )}
    </Box>
  )
}
