import { TextField } from '#components/TextField'
import { keep, useProblem, useTyped } from '#store/booking'
import { useSession } from '#store/session'
import { FORM_WORDS } from './words.ts'

/** Enough is the number one signs in with. */
export function PhoneQuestion() {
  const mine = useSession(({ account }) => account?.phone)
  return (
    <TextField
      kind="phone"
      label={FORM_WORDS.phone}
      hint={mine ? FORM_WORDS.phoneMine(mine) : FORM_WORDS.phoneLater}
      purpose={FORM_WORDS.phoneWhy}
      optional
      error={useProblem('phone')}
      max={20}
      value={useTyped('phone', '')}
      onChange={(value) => keep('phone', value)}
    />
  )
}

export const NameQuestion = () => (
  <TextField
    kind="name"
    label={FORM_WORDS.name}
    hint={FORM_WORDS.nameExample}
    purpose={FORM_WORDS.nameWhy}
    optional
    error={useProblem('name')}
    max={40}
    value={useTyped('name', '')}
    onChange={(value) => keep('name', value)}
  />
)
