import { useState } from 'react'
import { Select } from '#components/Select'
import { TextField } from '#components/TextField'
import { Box } from '#components/tags'
import { NewOrganisation, type Organisation, OrganisationChange } from '#contract/organisation'
import { ORGANISATION_KIND_NAME, ORGANISATION_KINDS } from '#domain/organisation'
import { createOrganisation, updateOrganisation } from '#services/admin'
import { Act } from '../admin/Act.tsx'
import { backWith } from '../admin/back-with.ts'
import { Contact, contactOf, type TypedContact } from '../admin/Contact.tsx'
import { FormScreen } from '../admin/FormScreen.tsx'
import { useSaving } from '../admin/use-saving.ts'
import { disablingBody, ORGANISATIONS } from '../admin/words.ts'

const KINDS = ORGANISATION_KINDS.map((value) => ({ value, text: ORGANISATION_KIND_NAME[value] }))

type Typed = TypedContact & { name: string; kind: string }

const typedOf = (organisation: Organisation | null): Typed => ({
  name: organisation?.name ?? '',
  kind: organisation?.kind ?? '',
  place: organisation && {
    value: organisation.regionCode,
    words: organisation.region ?? organisation.regionCode,
  },
  address: organisation?.address ?? '',
  phone: organisation?.phone ?? '',
})

const bodyOf = ({ name, kind, ...typed }: Typed) => ({ name, kind, ...contactOf(typed) })

const done = backWith('organisations')

/** A new body, or one that changes. */
export function OrganisationForm({ organisation }: { organisation: Organisation | null }) {
  const [typed, setTyped] = useState(() => typedOf(organisation))
  const { busy, fields, problem, save, amend } = useSaving()
  const set = (change: Partial<Typed>) => setTyped((now) => ({ ...now, ...change }))
  const send = async () => {
    const body = bodyOf(typed)
    const saved = organisation
      ? await amend(OrganisationChange, body, bodyOf(typedOf(organisation)), (change) =>
          updateOrganisation(organisation.id, change),
        )
      : await save(NewOrganisation, body, createOrganisation)
    if (saved) done(saved)
  }
  return (
    <FormScreen
      title={organisation ? ORGANISATIONS.change : ORGANISATIONS.add}
      busy={busy}
      problem={problem}
      onSave={() => void send()}
    >
      <Box className="admin__form">
        <TextField
          label={ORGANISATIONS.name}
          value={typed.name}
          error={fields.name}
          max={60}
          onChange={(name) => set({ name })}
        />
        <Select
          label={ORGANISATIONS.kind}
          blank={ORGANISATIONS.pickKind}
          entries={KINDS}
          value={typed.kind}
          error={fields.kind}
          onChange={(kind) => set({ kind })}
        />
        <Contact typed={typed} fields={fields} onChange={set} />
      </Box>
      {organisation && <Standing organisation={organisation} />}
    </FormScreen>
  )
}

const Standing = ({
  organisation: { id, active, people, signedIn, desks },
}: {
  organisation: Organisation
}) => (
  <Box className="admin__part">
    {active ? (
      <Act
        words={ORGANISATIONS.disable}
        ask={ORGANISATIONS.disableAsk}
        danger
        work={() => updateOrganisation(id, { active: false })}
        onDone={done}
      >
        {disablingBody(people, signedIn, desks)}
      </Act>
    ) : (
      <Act
        words={ORGANISATIONS.enable}
        ask={ORGANISATIONS.enableAsk}
        work={() => updateOrganisation(id, { active: true })}
        onDone={done}
      >
        {ORGANISATIONS.enableText}
      </Act>
    )}
  </Box>
)
