import { Select } from '#components/Select'
import { Box } from '#components/tags'
import { ROLE_NAME, ROLES } from '#domain/actor'
import type { FieldProblems } from '#domain/refusal'
import { OrganisationField, type Picked, PlaceField } from '../admin/Seek.tsx'
import { COMMON, STAFF } from '../admin/words.ts'

/** In which role, where, for which place. */
export type TypedServing = { role: string; organisation: Picked | null; place: Picked | null }

const ROLE_ENTRIES = ROLES.filter((role) => role !== 'resident').map((value) => ({
  value,
  text: ROLE_NAME[value],
}))

type Props = {
  typed: TypedServing
  fields: FieldProblems
  onChange: (change: Partial<TypedServing>) => void
}

export const Serving = ({ typed, fields, onChange }: Props) => (
  <Box>
    <Select
      label={STAFF.role}
      blank={STAFF.pickRole}
      entries={ROLE_ENTRIES}
      value={typed.role}
      error={fields.role}
      onChange={(role) => onChange({ role })}
    />
    <OrganisationField
      label={STAFF.organisation}
      hint={COMMON.pickHint}
      error={fields.organisationId}
      picked={typed.organisation}
      onPick={(organisation) => onChange({ organisation })}
    />
    <PlaceField
      label={COMMON.place}
      hint={STAFF.placeHint}
      error={fields.regionCode}
      picked={typed.place}
      onPick={(place) => onChange({ place })}
    />
  </Box>
)

export const servingOf = ({ role, organisation, place }: TypedServing) => ({
  role,
  organisationId: organisation?.value ?? '',
  regionCode: place?.value ?? '',
})
