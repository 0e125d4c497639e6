import { goBack } from '#services/route'
import { type Noun, putOpened, type useOpened } from '#store/admin'

type Saved<N extends Noun> = ReturnType<typeof useOpened.getState>[N]

/** Back to the list, which shows what was saved at once. */
export const backWith =
  <N extends Noun>(noun: N) =>
  (saved: Saved<N>): void => {
    putOpened(noun, saved)
    goBack()
  }
