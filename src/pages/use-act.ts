import type { Case } from '#contract/case'
import { Refusal } from '#domain/refusal'
import { actOn } from '#store/cases'
import { goToFirstWrong } from './first-wrong.ts'
import { explain } from './use-loaded.ts'
import { useSend } from './use-send.ts'

const isBesideFields = (failure: unknown) => failure instanceof Refusal && failure.fields !== undefined

/** The case is not what was shown, or the step is not for this person: nothing to be mended here. */
const isRefused = (failure: unknown) => failure instanceof Refusal && !failure.fields

/**
 * One step of a case: what is wrong stands beside the fields, what is typed stays until it is done.
 * A refusal that nothing here can mend goes to `onRefused`, where there is one; otherwise it is `trouble`.
 */
export function useAct(one: Case, action: string, onDone: () => void, onRefused?: (words: string) => void) {
  const { busy, problems, trouble, failure, send, complain } = useSend((failure) => {
    if (!onRefused || !isRefused(failure)) {
      goToFirstWrong()
      return false
    }
    onRefused(explain(failure).words)
    return true
  })
  return {
    busy,
    problems,
    trouble: isBesideFields(failure) ? null : trouble,
    send: (fields: object = {}) => send(() => actOn(one, action, fields), onDone),
    complain,
  }
}
