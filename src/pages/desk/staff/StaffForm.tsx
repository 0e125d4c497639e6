import { useState } from 'react'

import { Card } from '#components/Card'
import { Muted } from '#components/Title'
import { Box, Words } from '#components/tags'
import { type Enrolment, type Staff, StaffChange } from '#contract/staff'
import { renewStaffOtp, updateStaff } from '#services/admin'
import { useSession } from '#store/session'
import { Act } from '../admin/Act.tsx'
import { backWith } from '../admin/back-with.ts'
import { FormScreen } from '../admin/FormScreen.tsx'
import { useSaving } from '../admin/use-saving.ts'
import { STAFF } from '../admin/words.ts'
import { Renewed } from './Enrolment.tsx'
import { Serving, servingOf, type TypedServing } from './Serving.tsx'

const typedOf = (staff: Staff): TypedServing => ({
  role: staff.role,
  organisation: { value: staff.organisationId, words: staff.organisationName },
  place: { value: staff.regionCode, words: staff.region ?? staff.regionCode },
})

const done = backWith('staff')

/** Role, body and place of somebody who serves; name and number are the person's own. */
export function StaffForm({ staff }: { staff: Staff }) {
  const [typed, setTyped] = useState(() => typedOf(staff))
  const [enrolment, setEnrolment] = useState<Enrolment | null>(null)
  const { busy, fields, problem, amend } = useSaving()
  const send = async () => {
    const before = servingOf(typedOf(staff))
    const saved = await amend(StaffChange, servingOf(typed), before, (change) =>
      updateStaff(staff.id, change),
    )
    if (saved) done(saved)
  }
  if (enrolment) return <Renewed staff={staff} enrolment={enrolment} />
  return (
    <FormScreen title={STAFF.change} busy={busy} problem={problem} onSave={() => void send()}>
      <Box className="admin__form">
        <Card>
          <Words strong>{staff.name ?? '—'}</Words>
          <Muted>{staff.phone}</Muted>
        </Card>
        <Box className="admin__acts" />
        <Serving
          typed={typed}
          fields={fields}
          onChange={(change) => setTyped((now) => ({ ...now, ...change }))}
        />
      </Box>
      <Box className="admin__part">
        {staff.active && <Renew staff={staff} onRenewed={setEnrolment} />}
        {staff.active ? <Disable staff={staff} /> : <Enable staff={staff} />}
      </Box>
    </FormScreen>
  )
}

type RenewProps = { staff: Staff; onRenewed: (enrolment: Enrolment) => void }

const Renew = ({ staff, onRenewed }: RenewProps) => (
  <Act words={STAFF.renew} ask={STAFF.renewAsk} work={() => renewStaffOtp(staff.id)} onDone={onRenewed}>
    {STAFF.renewText}
  </Act>
)

function Disable({ staff }: { staff: Staff }) {
  const isSelf = useSession(({ account }) => account?.id === staff.accountId)
  return (
    <Act
      words={STAFF.disable}
      ask={STAFF.disableAsk}
      danger
      work={() => updateStaff(staff.id, { active: false })}
      onDone={done}
    >
      {isSelf ? STAFF.disableSelf : STAFF.disableText}
    </Act>
  )
}

const Enable = ({ staff }: { staff: Staff }) => (
  <Act
    words={STAFF.enable}
    ask={STAFF.enableAsk}
    work={() => updateStaff(staff.id, { active: true })}
    onDone={done}
  >
    {STAFF.enableText}
  </Act>
)
