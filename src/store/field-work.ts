import { create } from 'zustand'

import type { Case } from '#contract/case'
import type { Item } from '#contract/mediation'
import { fromEpoch, type Instant } from '#domain/day'
import { Refusal } from '#domain/refusal'
import { readDeskCases, readOneCase } from '#services/cases'
import { whenOnline } from '#services/device'
import { bytesIn, sendWaiting, type Waiting } from '#services/field-photo'
import type { Chosen } from '#services/files'
import { CASE, dropOldCases } from '#services/kept-cases'
import { newKey } from '#services/key'
import { sendItems } from '#services/mediation-desk'
import { isUnsure } from '#services/once'
import { canSeal, dropSealed, seal, sealedNames, unseal } from '#services/sealed'
import { whenTokenDropped } from '#services/token'

/** Written on the way, not yet received by the server. `photos` are keys of what is kept beside it. */
export type Queued = {
  id: string
  caseId: string
  kind: Item['kind']
  at: Instant
  text: string | null
  photos: readonly string[]
  /** Why the server did not take it; nothing of it is lost. */
  trouble: string | null
}

type Kept = { one: Case; keptAt: number }

type FieldWork = {
  /** My open cases as they were last told, the first due first. */
  cases: readonly Case[]
  keptAt: number | null
  queue: readonly Queued[]
  sending: boolean
}

const NOTHING: FieldWork = { cases: [], keptAt: null, queue: [], sending: false }

export const useFieldWork = create<FieldWork>(() => NOTHING)

export const useKeptCase = (id: string): Case | undefined =>
  useFieldWork(({ cases }) => cases.find((one) => one.id === id))

const ITEM = 'item:'
const PHOTO = 'photo:'

const readAll = async <Value>(prefix: string): Promise<Value[]> => {
  const found = await Promise.all(sealedNames(prefix).map((name) => unseal<Value>(name)))
  return found.filter((one) => one !== undefined)
}

const byDue = (a: Case, b: Case) => (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9')
const byTime = (a: Queued, b: Queued) => a.at.localeCompare(b.at)

/** What lies on the telephone, with or without network. */
export async function openKept(): Promise<void> {
  if (!canSeal()) return
  await dropOldCases()
  const [kept, queue] = await Promise.all([readAll<Kept>(CASE), readAll<Queued>(ITEM)])
  useFieldWork.setState({
    cases: kept.map(({ one }) => one).toSorted(byDue),
    keptAt: kept.length > 0 ? Math.min(...kept.map(({ keptAt }) => keptAt)) : null,
    queue: queue.toSorted(byTime),
  })
}

const MOST = 20

/** My open cases from the server, whole, and kept; what is mine no longer is dropped. */
export async function refreshKept(me: string): Promise<void> {
  const { items } = await readDeskCases({ kind: 'mediation', limit: '100' })
  const mine = items.filter(({ closedAt, handler }) => closedAt === null && handler?.id === me).slice(0, MOST)
  const cases: Case[] = []
  for (const { id } of mine) cases.push(await readOneCase(id))
  const keptAt = Date.now()
  useFieldWork.setState({ cases: cases.toSorted(byDue), keptAt })
  if (!canSeal()) return
  for (const one of cases) await seal(CASE + one.id, { one, keptAt } satisfies Kept)
  const gone = sealedNames(CASE).filter((name) => cases.every(({ id }) => CASE + id !== name))
  for (const name of gone) await dropSealed(name)
}

const put = (queue: readonly Queued[]) => useFieldWork.setState({ queue })
const change = (id: string, more: Partial<Queued>) =>
  put(useFieldWork.getState().queue.map((one) => (one.id === id ? { ...one, ...more } : one)))

export class TooLarge extends Error {}

async function keepPhoto({ name, picture, source }: Chosen): Promise<string> {
  const key = newKey()
  const base64 = await bytesIn({ source, picture })
  if (base64 === null) throw new TooLarge(name)
  await seal(PHOTO + key, { key, name, picture, base64 } satisfies Waiting)
  return key
}

/** All of them or none. */
async function keepPhotos(photos: readonly Chosen[]): Promise<string[]> {
  const keys: string[] = []
  try {
    for (const photo of photos) keys.push(await keepPhoto(photo))
    return keys
  } catch (failure) {
    for (const key of keys) await dropSealed(PHOTO + key)
    throw failure
  }
}

type Written = { caseId: string; kind: Item['kind']; text: string; photos: readonly Chosen[] }

/** Kept on the telephone before anything else can go wrong, and sent as soon as that is possible. */
export async function writeDown({ caseId, kind, text, photos }: Written): Promise<void> {
  const keys = await keepPhotos(photos)
  const id = newKey()
  const at = fromEpoch(Date.now())
  const one: Queued = { id, caseId, kind, at, text: text.trim() || null, photos: keys, trouble: null }
  await seal(ITEM + id, one)
  put([...useFieldWork.getState().queue, one])
  void sendQueue()
}

async function sendOne({ id, caseId, kind, at, text, photos }: Queued): Promise<void> {
  const fileIds: string[] = []
  for (const key of photos) {
    const waiting = await unseal<Waiting>(PHOTO + key)
    if (waiting) fileIds.push(await sendWaiting(waiting))
  }
  const items = await sendItems(caseId, [{ id, kind, at, ...(text && { text }), fileIds }])
  await Promise.all([dropSealed(ITEM + id), ...photos.map((key) => dropSealed(PHOTO + key))])
  put(useFieldWork.getState().queue.filter((one) => one.id !== id))
  keepItems(caseId, items)
}

/** What the server has now, in the case on this page. */
function keepItems(caseId: string, items: Awaited<ReturnType<typeof sendItems>>): void {
  const cases = useFieldWork
    .getState()
    .cases.map((one) => (one.id === caseId ? { ...one, own: { ...(one.own as object), items } } : one))
  useFieldWork.setState({ cases })
  const one = cases.find(({ id }) => id === caseId)
  if (one && canSeal()) void seal(CASE + caseId, { one, keptAt: Date.now() } satisfies Kept)
}

/** One after the other, the oldest first. Without an answer it stops and goes on when the network is back. */
export async function sendQueue(): Promise<void> {
  if (useFieldWork.getState().sending) return
  useFieldWork.setState({ sending: true })
  try {
    for (const one of useFieldWork.getState().queue.toSorted(byTime)) {
      try {
        await sendOne(one)
      } catch (failure) {
        if (isUnsure(failure) || !(failure instanceof Refusal)) return
        change(one.id, { trouble: failure.message })
      }
    }
  } finally {
    useFieldWork.setState({ sending: false })
  }
}

whenOnline(() => void sendQueue())

// Nothing of one mediator is left for the next one on the same telephone.
whenTokenDropped(() => useFieldWork.setState(NOTHING))
