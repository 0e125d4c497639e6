import { TextField } from '#components/TextField'
import { Box } from '#components/tags'
import type { FieldProblems } from '#domain/refusal'
import { type Picked, PlaceField } from './Seek.tsx'
import { COMMON } from './words.ts'

export type TypedContact = { place: Picked | null; address: string; phone: string }

type Props = {
  typed: TypedContact
  fields: FieldProblems
  onChange: (change: Partial<TypedContact>) => void
}

/** Where something is, and how one gets there. */
export const Contact = ({ typed, fields, onChange }: Props) => (
  <Box>
    <PlaceField
      label={COMMON.place}
      hint={COMMON.placeHint}
      error={fields.regionCode}
      picked={typed.place}
      onPick={(place) => onChange({ place })}
    />
    <TextField
      label={COMMON.address}
      optional
      max={120}
      value={typed.address}
      error={fields.address}
      onChange={(address) => onChange({ address })}
    />
    <TextField
      label={COMMON.phone}
      optional
      kind="phone"
      value={typed.phone}
      error={fields.phone}
      onChange={(phone) => onChange({ phone })}
    />
  </Box>
)

export const contactOf = ({ place, address, phone }: TypedContact) => ({
  regionCode: place?.value ?? '',
  address: address.trim() || null,
  phone: phone.trim() || null,
})
