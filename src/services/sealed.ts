import Taro from '@tarojs/taro'

import { forget, recall, remember } from '#services/device'
import { whenTokenDropped } from '#services/token'

// Read here and not from a constant elsewhere, so that each build drops the other half.
const web = process.env.TARO_ENV === 'h5'

/**
 * What a telephone keeps for days about other people lies sealed (个人信息保护法 第五十一条). The browser has AES-GCM
 * with a key that no script can read out; the mini-program has WeChat's own encrypted store (AES-128).
 */
const PREFIX = 'sealed:'
const NAMES = 'sealed-names'

/** Name → when it was kept, in milliseconds. */
type Names = Readonly<Record<string, number>>
const names = (): Names => recall<Names>(NAMES) ?? {}
const note = (name: string) => remember(NAMES, { ...names(), [name]: Date.now() })

function unnote(name: string): void {
  const { [name]: _, ...others } = names()
  remember(NAMES, others)
}

export const sealedNames = (prefix: string): string[] =>
  Object.keys(names()).filter((name) => name.startsWith(prefix))

/** Without a secure context the browser has no cipher: then nothing is kept. */
export const canSeal = (): boolean =>
  !web || (typeof indexedDB !== 'undefined' && !!globalThis.crypto?.subtle)

const SHELF = 'linfa-sealed'

const asked = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((done, fail) => {
    request.onsuccess = () => done(request.result)
    request.onerror = () => fail(request.error)
  })

let opened: Promise<IDBDatabase> | undefined

function shelf(): Promise<IDBDatabase> {
  if (opened) return opened
  const opening = indexedDB.open(SHELF, 1)
  opening.onupgradeneeded = () => opening.result.createObjectStore(SHELF)
  opened = asked(opening)
  return opened
}

const at = async (mode: IDBTransactionMode) => (await shelf()).transaction(SHELF, mode).objectStore(SHELF)
const take = async (name: string): Promise<unknown> => asked((await at('readonly')).get(name))
const put = async (name: string, value: unknown) =>
  void (await asked((await at('readwrite')).put(value, name)))

const ALGORITHM = { name: 'AES-GCM', length: 256 } as const

async function key(): Promise<CryptoKey> {
  const kept = await take('key')
  if (kept) return kept as CryptoKey
  const made = await crypto.subtle.generateKey(ALGORITHM, false, ['encrypt', 'decrypt'])
  await put('key', made)
  return made
}

type Sealed = { iv: Uint8Array<ArrayBuffer>; bytes: ArrayBuffer }

/** The name is bound in: what was sealed as one thing is not read as another. */
const bound = (name: string, iv: Uint8Array<ArrayBuffer>) => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(name),
})

async function sealInBrowser(name: string, text: string): Promise<void> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const bytes = await crypto.subtle.encrypt(bound(name, iv), await key(), new TextEncoder().encode(text))
  await put(PREFIX + name, { iv, bytes } satisfies Sealed)
}

async function unsealInBrowser(name: string): Promise<string | undefined> {
  const sealed = (await take(PREFIX + name)) as Sealed | undefined
  if (!sealed) return undefined
  return new TextDecoder().decode(
    await crypto.subtle.decrypt(bound(name, sealed.iv), await key(), sealed.bytes),
  )
}

/** Taro hands on what it has no type for. */
const SECRET = { encrypt: true } as const

const unsealInMini = (name: string) =>
  Taro.getStorage<string>({ key: PREFIX + name, ...SECRET }).then(({ data }) => data)

/** Keeps it; throws where there is no room. */
export async function seal(name: string, value: unknown): Promise<void> {
  const text = JSON.stringify(value)
  if (web) await sealInBrowser(name, text)
  else await Taro.setStorage({ key: PREFIX + name, data: text, ...SECRET })
  note(name)
}

/** What was kept; undefined when it is not there, or cannot be read any more. */
export async function unseal<Value>(name: string): Promise<Value | undefined> {
  const text = await (web ? unsealInBrowser(name) : unsealInMini(name)).catch(() => undefined)
  return text === undefined ? undefined : (JSON.parse(text) as Value)
}

export async function dropSealed(name: string): Promise<void> {
  unnote(name)
  if (web) await asked((await at('readwrite')).delete(PREFIX + name))
  else forget(PREFIX + name)
}

/** What nobody has looked after for so long is gone. */
export async function dropOlder(prefix: string, ms: number): Promise<void> {
  const kept = names()
  for (const name of sealedNames(prefix)) if (Date.now() - (kept[name] ?? 0) > ms) await dropSealed(name)
}

/** Without the key what is left is noise; it goes first. */
async function dropAll(): Promise<void> {
  const all = Object.keys(names())
  forget(NAMES)
  if (!web) for (const name of all) forget(PREFIX + name)
  else if (canSeal()) await asked((await at('readwrite')).clear()).catch(() => undefined)
}

whenTokenDropped(() => void dropAll())
