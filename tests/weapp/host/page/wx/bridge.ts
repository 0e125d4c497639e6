import { plain } from '../record.ts'
import { type Answer, Refused } from './call.ts'

type Reply = { answer: Answer; refused?: never } | { refused: string; answer?: never }

/** Hands a call to the test's side of the bridge. */
export const overBridge = async (verb: string, payload: unknown): Promise<Answer> => {
  const reply: Reply = JSON.parse(await window.bridge(verb, JSON.stringify(plain(payload))))
  if (reply.refused !== undefined) throw new Refused(reply.refused)
  return reply.answer
}

/** Asks the test what the person or the phone answers. */
export const ask = (api: string, options: object): Promise<Answer> => overBridge('ask', { api, options })
