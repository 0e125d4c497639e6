import { create } from 'zustand'

import { KINDS } from '#contract/case'
import type { Draft } from '#domain/draft'
import type { Kind } from '#domain/kind'
import { dropDraft, dropPending, keepField, syncDraft, typed } from '#services/draft'

type Drafts = { drafts: Readonly<Partial<Record<Kind, Draft>>> }

const useDrafts = create<Drafts>(() => ({ drafts: {} }))

const put = (kind: Kind, draft: Draft) =>
  useDrafts.setState(({ drafts }) => ({ drafts: { ...drafts, [kind]: draft } }))

/** One field of a draft, as typed last here or on another device. */
export function useDraftField<Value>(kind: Kind, name: string, otherwise: Value): Value {
  const kept = useDrafts(({ drafts }) => (drafts[kind] ?? typed(kind))[name]?.value)
  return kept === undefined ? otherwise : (kept as Value)
}

/** Something simple that follows from the whole draft. */
export const useOfDraft = <Value extends string | number | boolean>(
  kind: Kind,
  read: (draft: Draft) => Value,
): Value => useDrafts(({ drafts }) => read(drafts[kind] ?? typed(kind)))

export const setDraftField = (kind: Kind, name: string, value: unknown): void =>
  put(kind, keepField(kind, name, value))

/** Brings both sides together; without network the telephone's draft stays as it is. */
export const refreshDraft = (kind: Kind): Promise<void> =>
  syncDraft(kind).then(
    (draft) => put(kind, draft),
    () => undefined,
  )

/** What was typed without network reaches the server once it is back. */
export const refreshDrafts = (): void => {
  for (const kind of KINDS) if (Object.keys(typed(kind)).length > 0) void refreshDraft(kind)
}

export function forgetDraft(kind: Kind): void {
  dropDraft(kind)
  put(kind, {})
}

/** Nothing of a person stays on a telephone that they have left. */
export function forgetDrafts(): void {
  KINDS.forEach(forgetDraft)
  dropPending()
}
