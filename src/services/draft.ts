import { readDraft, saveDraft } from '#contract/draft'
import { fromEpoch, type Instant } from '#domain/day'
import { type Draft, mergeDrafts } from '#domain/draft'
import type { Kind } from '#domain/kind'
import { call } from '#services/call'
import { forget, recall, remember } from '#services/device'
import { newKey } from '#services/key'
import { readToken } from '#services/token'

const draftName = (kind: Kind) => `draft:${kind}`

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

const isSent = (before: Draft, now: Draft) => Object.keys(before).length > 0 && Object.keys(now).length === 0

/** The telephone's draft and the server's, merged field by field on both sides. Without network or account: the telephone's. */
export async function syncDraft(kind: Kind): Promise<Draft> {
  const mine = typed(kind)
  if (!readToken()) return mine
  const { fields } = Object.keys(mine).length
    ? await call(saveDraft, { params: { kind }, body: { fields: mine } })
    : await call(readDraft, { params: { kind } })
  const now = typed(kind)
  // Sent in the meantime: an older copy must not bring it back.
  if (isSent(mine, now)) return now
  const merged = mergeDrafts(now, fields)
  remember(draftName(kind), merged)
  return merged
}

/** The request is in: its draft has done its work. The server drops its own when it accepts the request. */
export const dropDraft = (kind: Kind): void => forget(draftName(kind))

type Pending = { key: string; body: string }
type AllPending = Readonly<Record<string, Pending>>

const pending = (): AllPending => recall<AllPending>('pending') ?? {}

/**
 * The key for sending this body. As long as no answer came the same body gets the same key, so that a lost reply
 * is repeated and nothing is done twice; a changed body is another request.
 */
export function keyFor(what: string, body: unknown): string {
  const text = JSON.stringify(body)
  const kept = pending()[what]
  if (kept?.body === text) return kept.key
  const key = newKey()
  remember('pending', { ...pending(), [what]: { key, body: text } })
  return key
}

/** An answer came, yes or no. */
export function answered(what: string): void {
  const { [what]: _, ...others } = pending()
  remember('pending', others)
}

/** Sent from this telephone, and nobody knows whether it arrived. */
export const isPending = (what: string): boolean => what in pending()

/** The person has left this telephone. */
export const dropPending = (): void => forget('pending')
