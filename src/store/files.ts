import { create } from 'zustand'

import { DRAFT_FILE_DAYS, MAX_FILE_BYTES } from '#domain/attachment'
import { Refusal } from '#domain/refusal'
import { forget, recall, remember, whenOnline } from '#services/device'
import { type Chosen, send } from '#services/files'
import { newKey } from '#services/key'
import { isUnsure } from '#services/once'
import { whenTokenDropped } from '#services/token'

/** A file on its way. The key is that of the request: the same until an answer came, so none is received twice. */
export type Sending = {
  key: string
  name: string
  size: number
  state: 'waiting' | 'sending' | 'received' | 'failed'
  /** Of a hundred. */
  progress: number
  /** Why it failed, in the words of the server; `final`: trying again would bring the same. */
  words?: string
  final?: boolean
  /** What this device can show of it. */
  preview?: string
  /** When it was chosen, in milliseconds. */
  at: number
  /** Once it is received. */
  id?: string
}

type Places = Readonly<Record<string, readonly Sending[]>>

const useSendings = create<Places>(() => ({}))
/** What is not received yet, by key; gone with the program, as the platform's own temporary files. */
const sources = new Map<string, Chosen>()
/** Keys that got no answer just now: not asked again before the network is back, or a while has passed. */
const resting = new Set<string>()
const NONE: readonly Sending[] = []
const AT_ONCE = 3
const AGAIN_MS = 4000
const TOO_LARGE = '超过 10 MB，请压缩或分开后再传'

const KEPT = 'files'
/** Places of an application that is being filled in begin so. */
export const FILLING = 'aid/'
const HOUR_MS = 3600_000
/** The server keeps what was not sent along for a day, and longer while an application is filled in. */
const keptMs = (place: string) => (place.startsWith(FILLING) ? DRAFT_FILE_DAYS * 24 - 1 : 23) * HOUR_MS

const kept = (): Places => recall<Places>(KEPT) ?? {}

/** Received files stay with what is being written, also when the program was closed in between. */
const keptIn = (place: string): readonly Sending[] =>
  kept()[place]?.filter(({ at }) => Date.now() - at < keptMs(place)) ?? NONE

/** As `useFiles`, outside of a page. */
export const sendingsOf = (place: string): readonly Sending[] =>
  useSendings.getState()[place] ?? keptIn(place)

function put(place: string, items: readonly Sending[]): void {
  useSendings.setState({ [place]: items })
  const received = items.filter(({ state }) => state === 'received').map(({ preview: _, ...rest }) => rest)
  const { [place]: __, ...others } = kept()
  remember(KEPT, received.length ? { ...others, [place]: received } : others)
}

const change = (place: string, key: string, more: Partial<Sending>): void =>
  put(
    place,
    sendingsOf(place).map((item) => (item.key === key ? { ...item, ...more } : item)),
  )

/** `place` names what the files go with: a message of a case, a step, a form. */
export function useFiles(place: string): readonly Sending[] {
  return useSendings((places) => places[place]) ?? keptIn(place)
}

/** The ids to send along; null while something is still on its way or has failed. */
export const idsIn = (items: readonly Sending[]): string[] | null =>
  items.every(({ id }) => id) ? items.flatMap(({ id }) => id ?? []) : null

export function addFiles(place: string, chosen: readonly Chosen[]): void {
  const added = chosen.map((file): Sending => {
    const { name, size, picture, source } = file
    const key = newKey()
    const shown = typeof source === 'string' ? source : picture ? URL.createObjectURL(source) : ''
    const preview = picture ? { preview: shown } : {}
    const item = { key, name, size, progress: 0, at: Date.now(), ...preview }
    if (size > MAX_FILE_BYTES) return { ...item, state: 'failed', final: true, words: TOO_LARGE }
    sources.set(key, file)
    return { ...item, state: 'waiting' }
  })
  put(place, [...sendingsOf(place), ...added])
  sendWaiting()
}

export function retryFile(place: string, key: string): void {
  resting.delete(key)
  change(place, key, { state: 'waiting' })
  sendWaiting()
}

export function removeFile(place: string, key: string): void {
  release(sendingsOf(place).filter((item) => item.key === key))
  put(
    place,
    sendingsOf(place).filter((item) => item.key !== key),
  )
}

/** They went along with what was sent. */
export function clearFiles(place: string): void {
  release(sendingsOf(place))
  put(place, NONE)
}

function release(items: readonly Sending[]): void {
  for (const { key, preview } of items) {
    sources.delete(key)
    if (preview?.startsWith('blob:')) URL.revokeObjectURL(preview)
  }
}

const all = () =>
  Object.entries(useSendings.getState()).flatMap(([place, items]) => items.map((item) => ({ place, item })))

const isReady = ({ key }: Sending) => sources.has(key) && !resting.has(key)

/** A few at a time: the first are done soon, and a slow network carries no more anyway. */
function sendWaiting(): void {
  const busy = all().filter(({ item }) => item.state === 'sending').length
  const waiting = all().filter(({ item }) => item.state === 'waiting' && isReady(item))
  for (const { place, item } of waiting.slice(0, Math.max(0, AT_ONCE - busy))) void sendOne(place, item.key)
}

async function sendOne(place: string, key: string): Promise<void> {
  const file = sources.get(key)
  if (!file) return
  change(place, key, { state: 'sending', progress: 0 })
  try {
    const { id, name, size } = await send(file, key, progressOf(place, key))
    sources.delete(key)
    change(place, key, { state: 'received', progress: 100, id, name, size })
  } catch (failure) {
    fail(place, key, failure)
  }
  sendWaiting()
}

/** In steps of ten: each is a change of the page. */
function progressOf(place: string, key: string) {
  let last = 0
  return (percent: number) => {
    const step = Math.min(90, Math.floor(percent / 10) * 10)
    if (step === last) return
    last = step
    change(place, key, { progress: step })
  }
}

/** No answer: it waits for the network. A doubtful one may be tried again by hand; a sure no is final. */
function fail(place: string, key: string, failure: unknown): void {
  if (!(failure instanceof Refusal)) {
    resting.add(key)
    change(place, key, { state: 'waiting', progress: 0 })
    setTimeout(sendAgain, AGAIN_MS)
    return
  }
  const final = !isUnsure(failure)
  if (final) sources.delete(key)
  change(place, key, { state: 'failed', final, words: failure.fields?.file ?? failure.message })
}

function sendAgain(): void {
  resting.clear()
  sendWaiting()
}

whenOnline(sendAgain)

// Nothing of one person is left for the next one on the same telephone.
whenTokenDropped(() => {
  release(all().map(({ item }) => item))
  useSendings.setState({}, true)
  forget(KEPT)
})
