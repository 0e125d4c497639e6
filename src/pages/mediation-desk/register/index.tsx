import { useState } from 'react'

import { Await, Empty } from '#components/Await'
import { Button } from '#components/Button'
import { Row, Rows } from '#components/Card'
import { Notice } from '#components/Notice'
import { Select } from '#components/Select'
import { Tag } from '#components/Tag'
import { Heading, Muted, Title } from '#components/Title'
import { Box } from '#components/tags'
import type { Register } from '#contract/committee'
import { spokenDay } from '#domain/day'
import { readCommittee } from '#services/mediation-desk'
import { go } from '#services/route'
import { useSession } from '#store/session'
import { callLegalLine } from '../../help.ts'
import { useLoaded } from '../../use-loaded.ts'
import { KEEPERS, StaffScreen } from '../StaffScreen.tsx'
import { REGISTER, WORK } from '../words.ts'
import { CommitteeForm } from './CommitteeForm.tsx'
import { MediatorForm } from './MediatorForm.tsx'

/** The committee, its mediators, the share of full-time ones, and what is past its month (PM-23, PM-24). */
export default function RegisterPage() {
  return (
    <StaffScreen title={REGISTER.title} roles={KEEPERS}>
      <Mine />
    </StaffScreen>
  )
}

/** Those of which the caller is secretary; officers come by the board. */
const useCommittees = (): readonly string[] => {
  const roles = useSession(({ account }) => account?.roles)
  const mine = roles?.flatMap(({ role, organisationId }) =>
    role === 'committee_secretary' && organisationId ? [organisationId] : [],
  )
  return [...new Set(mine ?? [])]
}

function Mine() {
  const ids = useCommittees()
  const [chosen, setChosen] = useState('')
  const id = chosen || ids[0]
  if (!id) return <Empty title={REGISTER.none}>{REGISTER.noneText}</Empty>
  return (
    <Box className="narrow">
      <Box>
        {ids.length > 1 && (
          <Select
            label={REGISTER.title}
            blank={REGISTER.title}
            entries={ids.map((value) => ({ value, text: value }))}
            value={id}
            onChange={setChosen}
          />
        )}
      </Box>
      <Read key={id} id={id} />
    </Box>
  )
}

function Read({ id }: { id: string }) {
  const { loaded, reload, put } = useLoaded(() => readCommittee(id), [id])
  return (
    <Await loaded={loaded} onRetry={reload} onCall={callLegalLine} skeletonRows={5}>
      {(register) => <Shown register={register} onSaved={put} />}
    </Await>
  )
}

type Props = { register: Register; onSaved: (register: Register) => void }

function Shown({ register, onSaved }: Props) {
  const [editing, setEditing] = useState<string | null>(null)
  const [saved, setSaved] = useState(false)
  const done = (next: Register) => {
    setEditing(null)
    setSaved(true)
    onSaved(next)
  }
  const { gaps, fullTimeShare, mediators } = register
  const mediator = mediators.find(({ id }) => id === editing)
  return (
    <Box>
      <Title hint={REGISTER.share(fullTimeShare)}>{register.name}</Title>
      <Box>{saved && <Notice tone="ok" title={REGISTER.saved} news />}</Box>
      {gaps.length > 0 ? (
        <Notice tone="warn" title={REGISTER.gaps}>
          {gaps.join('；')}
        </Notice>
      ) : (
        <Notice tone="ok" title={REGISTER.full} />
      )}
      {editing === register.id ? (
        <CommitteeForm register={register} onSaved={done} onClose={() => setEditing(null)} />
      ) : (
        <Button tone="ghost" onTap={() => setEditing(register.id)}>
          {REGISTER.edit}
        </Button>
      )}
      <Heading>{REGISTER.mediators}</Heading>
      {mediators.length === 0 ? (
        <Muted>{REGISTER.noMediators}</Muted>
      ) : (
        <Mediators register={register} onOpen={setEditing} />
      )}
      {mediator && (
        <MediatorForm
          key={mediator.id}
          committeeId={register.id}
          mediator={mediator}
          onSaved={done}
          onClose={() => setEditing(null)}
        />
      )}
      <Overdue register={register} />
    </Box>
  )
}

const stateOf = ({ active, fullTime }: Register['mediators'][number]['entry']) => {
  if (active === false) return <Tag tone="plain">{REGISTER.inactive}</Tag>
  return <Tag tone={fullTime ? 'ok' : 'info'}>{fullTime ? REGISTER.fullTime : REGISTER.partTime}</Tag>
}

type MediatorsProps = { register: Register; onOpen: (id: string) => void }

const Mediators = ({ register: { mediators }, onOpen }: MediatorsProps) => (
  <Rows>
    {mediators.map(({ id, name, entry, load, overdue }) => (
      <Row
        key={id}
        icon="person"
        title={name}
        detail={REGISTER.load(load, overdue)}
        end={stateOf(entry)}
        onTap={() => onOpen(id)}
      />
    ))}
  </Rows>
)

const Overdue = ({ register: { overdue } }: { register: Register }) => (
  <Box as="section">
    <Heading>{REGISTER.overdue}</Heading>
    {overdue.length === 0 ? (
      <Muted>{REGISTER.noOverdue}</Muted>
    ) : (
      <Rows>
        {overdue.map(({ caseId, number, statusText, dueOn }) => (
          <Row
            key={caseId}
            title={number}
            detail={`${statusText}${dueOn ? ` · ${WORK.due(spokenDay(dueOn))}` : ''}`}
            end={<Tag tone="danger">{WORK.late}</Tag>}
            onTap={() => go('case', { id: caseId, view: 'desk' })}
          />
        ))}
      </Rows>
    )}
  </Box>
)
