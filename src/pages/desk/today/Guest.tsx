import { Empty } from '#components/Await'
import { Button } from '#components/Button'
import { go } from '#services/route'
import { TODAY_WORDS } from './words.ts'

/** Somebody who has lost the way: residents find their own cases elsewhere. */
export const Guest = () => (
  <Empty
    title={TODAY_WORDS.guestTitle}
    action={<Button onTap={() => go('signIn')}>{TODAY_WORDS.signIn}</Button>}
  >
    {TODAY_WORDS.guestText}
  </Empty>
)
