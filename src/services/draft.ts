import { readDraft, saveDraft } from '#contract/draft'
import { fromEpoch, type Instant } from '#domain/day'
import { type Draft, mergeDrafts } from '#domain/draft'
import type { Kind } from '#domain/kind'
import { call } from '#services/call'
import { forget, recall, remember } from '#services/device'
import { newKey } from '#services/key'
import { readToken } from '#services/token'

const draftName = (kind: Kind) => `draft:${kind}`
const pendingName = (what: string) => `pending:${what}`

/** What was typed on this telephone. */
export const typed = (kind: Kind): Draft => recall<Draft>(draftName(kind)) ?? {}

/** Kept at each change, before anything else can go wrong. */
export function keepField(
  kind: Kind,
  name: string,
  value: unknown,
  at: Instant = fromEpoch(Date.now()),
): Draft {
  const draft = { ...typed(kind), [name]: { value, at } }
  remember(draftName(kind), draft)
  return draft
}

/** The telephone's draft and the server's, merged field by field on both sides. Without network or account: the telephone's. */
export async function syncDraft(kind: Kind): Promise<Draft> {
  const mine = typed(kind)
  if (!readToken()) return mine
  const { fields } = Object.keys(mine).length
    ? await call(saveDraft, { params: { kind }, body: { fields: mine } })
    : await call(readDraft, { params: { kind } })
  const merged = mergeDrafts(typed(kind), fields)
  remember(draftName(kind), merged)
  return merged
}

/** The request is in: its draft has done its work. The server drops its own when it accepts the request. */
export const dropDraft = (kind: Kind): void => forget(draftName(kind))

type Pending = { key: string; body: string }

/**
 * The key for sending this body. As long as no answer came the same body gets the same key, so that a lost reply
 * is repeated and nothing is done twice; a changed body is another request.
 */
export function keyFor(what: string, body: unknown): string {
  const text = JSON.stringify(body)
  const pending = recall<Pending>(pendingName(what))
  if (pending?.body === text) return pending.key
  const key = newKey()
  remember(pendingName(what), { key, body: text } satisfies Pending)
  return key
}

/** An answer came, yes or no. */
export const answered = (what: string): void => forget(pendingName(what))

/** Sent from this telephone, and nobody knows whether it arrived. */
export const isPending = (what: string): boolean => recall<Pending>(pendingName(what)) !== undefined
