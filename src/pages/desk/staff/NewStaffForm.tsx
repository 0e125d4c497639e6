import { useState } from 'react'

import { TextField } from '#components/TextField'
import { Box } from '#components/tags'
import { NewStaff } from '#contract/staff'
import { createStaff } from '#services/admin'
import { FormScreen } from '../admin/FormScreen.tsx'
import { useSaving } from '../admin/use-saving.ts'
import { STAFF } from '../admin/words.ts'
import { Added } from './Enrolment.tsx'
import { Serving, servingOf, type TypedServing } from './Serving.tsx'

type Typed = TypedServing & { name: string; phone: string }
type AddedStaff = Awaited<ReturnType<typeof createStaff>>

const BLANK: Typed = { name: '', phone: '', role: '', organisation: null, place: null }

/** Afterwards the second factor is shown, once. */
export function NewStaffForm() {
  const [typed, setTyped] = useState(BLANK)
  const [added, setAdded] = useState<AddedStaff | null>(null)
  const { busy, fields, problem, save } = useSaving()
  const set = (change: Partial<Typed>) => setTyped((now) => ({ ...now, ...change }))
  const send = async () => {
    const { name, phone } = typed
    setAdded((await save(NewStaff, { name, phone, ...servingOf(typed) }, createStaff)) ?? null)
  }
  if (added) return <Added {...added} />
  return (
    <FormScreen title={STAFF.add} busy={busy} problem={problem} onSave={() => void send()}>
      <Box className="admin__form">
        <TextField
          label={STAFF.name}
          hint={STAFF.nameWhy}
          max={40}
          value={typed.name}
          error={fields.name}
          onChange={(name) => set({ name })}
        />
        <TextField
          label={STAFF.phone}
          hint={STAFF.phoneWhy}
          kind="number"
          value={typed.phone}
          error={fields.phone}
          onChange={(phone) => set({ phone })}
        />
        <Serving typed={typed} fields={fields} onChange={set} />
      </Box>
    </FormScreen>
  )
}
