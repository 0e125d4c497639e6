import { forget, recall, remember } from '#services/device'
import { answered } from '#services/draft'
import { isUnsure, once } from '#services/once'
import { whenTokenDropped } from '#services/token'

/** A request that opens a case: what was sent without an answer is remembered, also after the program was closed. */
export function lasting<Body extends object, Made>(
  what: string,
  send: (body: Body, key: string) => Promise<Made>,
) {
  const name = `sent:${what}`
  const forgetSent = () => {
    forget(name)
    answered(what)
  }
  // Whoever signs in next is perhaps somebody else: nothing is sent in their name.
  whenTokenDropped(forgetSent)

  /** Sent from this telephone, and nobody knows whether it arrived. */
  const isPending = (): boolean => recall(name) !== undefined

  /**
   * What was sent without an answer goes first and as it was, even if the form has been changed since:
   * it may have arrived, and another one would be a second request.
   */
  async function deliver(wanted: Body): Promise<Made> {
    const body = recall<Body>(name) ?? wanted
    remember(name, body)
    try {
      const made = await once(what, body, (key) => send(body, key))
      forget(name)
      return made
    } catch (failure) {
      if (!isUnsure(failure)) forget(name)
      throw failure
    }
  }
  return { isPending, deliver }
}
