import { randomBytes } from 'node:crypto'

import type { Instant } from '#domain/day'
import type { DataKey, Vault } from '../vault/vault.ts'

/** One step in the life of a case. It names no person but by id, and quotes no words. */
export type Event = {
  caseId: string
  seq: number
  at: Instant
  byId: string | null
  role: string
  action: string
  from: string | null
  to: string
  facts: Readonly<Record<string, string>>
  textId: string | null
  /** Hexadecimal. */
  digest: string | null
}

/** Keys in a fixed order, so that the same event always gives the same text. */
const canonical = (event: Event) =>
  JSON.stringify([
    event.caseId,
    event.seq,
    event.at,
    event.byId,
    event.role,
    event.action,
    event.from,
    event.to,
    Object.entries(event.facts).sort(([a], [b]) => (a < b ? -1 : 1)),
    event.textId,
    event.digest,
  ])

/** The first event of a case has nothing before it. */
export const NO_HEAD = Buffer.alloc(0)

export const hashOf = (vault: Vault, head: Buffer, event: Event): Buffer => vault.link(head, canonical(event))

/** A sealed text, and the digest by which its event speaks of it: no use without the salt sealed with it. */
export function sealText(vault: Vault, key: DataKey, id: string, text: string) {
  const salt = randomBytes(16).toString('base64')
  return {
    sealed: vault.seal(key, placeOf(id), JSON.stringify({ salt, text })),
    digest: vault.digest(salt, text),
  }
}

export function openText(
  vault: Vault,
  key: DataKey,
  id: string,
  sealed: Buffer,
): { salt: string; text: string } {
  return JSON.parse(vault.unseal(key, placeOf(id), sealed))
}

const placeOf = (id: string) => `case_text/${id}/sealed`
