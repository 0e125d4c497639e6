import { useReady } from '@tarojs/taro'
import { useState } from 'react'
import { Rows } from '#components/Card'
import { Field } from '#components/Field'
import { Notice } from '#components/Notice'
import { TextField } from '#components/TextField'
import { Toggle } from '#components/Toggle'
import { Box } from '#components/tags'
import { type AdminDesk, DeskChange, NewDesk } from '#contract/admin-desk'
import { CHANNELS, type Channel } from '#domain/hotline'
import { CHANNEL_NAME } from '#domain/hotline-words'
import type { FieldProblems } from '#domain/refusal'
import { createDesk, updateDesk } from '#services/admin'
import { goInstead } from '#services/route'
import { putOpened } from '#store/admin'
import { Act } from '../admin/Act.tsx'
import { Booked } from '../admin/Booked.tsx'
import { backWith } from '../admin/back-with.ts'
import { Contact } from '../admin/Contact.tsx'
import { FormScreen } from '../admin/FormScreen.tsx'
import { OrganisationField } from '../admin/Seek.tsx'
import { useSaving } from '../admin/use-saving.ts'
import { bookedText, COMMON, DESKS } from '../admin/words.ts'
import { bodyOf, particularsOf, type TypedDesk, typedOf } from './typed.ts'
import { Closures, Week } from './Week.tsx'

const done = backWith('desks')

type Props = { desk: AdminDesk | null; added?: boolean }

/** A new desk, or one that changes. Hours are set once the desk is there. */
export function DeskForm({ desk, added = false }: Props) {
  const [typed, setTyped] = useState(() => typedOf(desk))
  const { busy, fields, problem, failure, save, amend } = useSaving()
  const isOpen = useSecondStep()
  const set = (change: Partial<TypedDesk>) => setTyped((now) => ({ ...now, ...change }))
  const change = async (old: AdminDesk) => {
    const before = bodyOf(typedOf(old))
    const saved = await amend(DeskChange, bodyOf(typed), before, (change) => updateDesk(old.id, change))
    if (saved) done(saved)
  }
  const create = async () => {
    const made = await save(NewDesk, particularsOf(typed), createDesk)
    if (!made) return
    putOpened('desks', made)
    goInstead('desks', { form: made.id, added: 'yes' })
  }
  return (
    <FormScreen
      title={desk ? DESKS.change : DESKS.add}
      busy={busy}
      problem={problem}
      onSave={() => void (desk ? change(desk) : create())}
    >
      <Booked failure={failure} />
      <Box className="admin__news">
        {added && (
          <Notice tone="ok" news>
            {DESKS.added}
          </Notice>
        )}
      </Box>
      <Particulars typed={typed} fields={fields} onChange={set} />
      {desk && isOpen && (
        <>
          <Week rows={typed.openings} fields={fields} onChange={(openings) => set({ openings })} />
          <Closures rows={typed.closures} fields={fields} onChange={(closures) => set({ closures })} />
          <Standing desk={desk} />
        </>
      )}
    </FormScreen>
  )
}

/** The first screen of a mini-program shall be small: the week comes right after it. */
function useSecondStep(): boolean {
  const [isOpen, setOpen] = useState(false)
  useReady(() => setOpen(true))
  return isOpen
}

type PartProps = { typed: TypedDesk; fields: FieldProblems; onChange: (change: Partial<TypedDesk>) => void }

const Particulars = ({ typed, fields, onChange }: PartProps) => (
  <Box className="admin__form">
    <TextField
      label={DESKS.name}
      max={60}
      value={typed.name}
      error={fields.name}
      onChange={(name) => onChange({ name })}
    />
    <OrganisationField
      label={DESKS.organisation}
      hint={COMMON.pickHint}
      error={fields.organisationId}
      picked={typed.organisation}
      onPick={(organisation) => onChange({ organisation })}
    />
    <ChannelsField
      channels={typed.channels}
      error={fields.channels}
      onChange={(channels) => onChange({ channels })}
    />
    <Contact typed={typed} fields={fields} onChange={onChange} />
    <Box>
      {typed.channels.includes('video') && (
        <TextField
          label={DESKS.meeting}
          hint={DESKS.meetingHint}
          optional
          max={300}
          value={typed.meetingUrl}
          error={fields.meetingUrl}
          onChange={(meetingUrl) => onChange({ meetingUrl })}
        />
      )}
    </Box>
  </Box>
)

type ChannelsProps = {
  channels: Channel[]
  error: string | undefined
  onChange: (channels: Channel[]) => void
}

const ChannelsField = ({ channels, error, onChange }: ChannelsProps) => (
  <Field label={DESKS.channels} error={error} group>
    {() => (
      <Rows>
        {CHANNELS.map((channel) => (
          <Toggle
            key={channel}
            label={CHANNEL_NAME[channel]}
            on={channels.includes(channel)}
            onChange={(on) =>
              onChange(CHANNELS.filter((one) => (one === channel ? on : channels.includes(one))))
            }
          />
        ))}
      </Rows>
    )}
  </Field>
)

const Standing = ({ desk: { id, active, bookings } }: { desk: AdminDesk }) => (
  <Box className="admin__part">
    {active ? (
      <Act
        words={DESKS.disable}
        ask={DESKS.disableAsk}
        danger
        work={() => updateDesk(id, { active: false })}
        onDone={done}
        about={(failure) => <Booked failure={failure} />}
      >
        {bookings > 0 ? bookedText(bookings) : DESKS.disableText}
      </Act>
    ) : (
      <Act
        words={DESKS.enable}
        ask={DESKS.enableAsk}
        work={() => updateDesk(id, { active: true })}
        onDone={done}
      >
        {DESKS.enableText}
      </Act>
    )}
  </Box>
)
