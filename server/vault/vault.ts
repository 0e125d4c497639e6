import { createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto'

import type { Cipher } from './cipher.ts'

/** The key of one case or account. It never leaves the process; stored it is wrapped by a master key. */
export type DataKey = KeyObject

export type Noun = 'phone' | 'wechat' | 'name' | 'id_number' | 'token' | 'code' | 'client'

export type Vault = {
  newKey(owner: string): { key: DataKey; wrapped: Buffer }
  openKey(wrapped: Buffer, owner: string): DataKey
  /** The same key under the newest master key; null when it is there already. */
  rewrap(wrapped: Buffer, owner: string): Buffer | null
  /** `place` is `table/row/column`. */
  seal(key: DataKey, place: string, text: string): Buffer
  unseal(key: DataKey, place: string, sealed: Buffer): string
  sealBytes(key: DataKey, place: string, bytes: Buffer): Buffer
  unsealBytes(key: DataKey, place: string, sealed: Buffer): Buffer
  /** A blind index: equal values are found, nothing can be read from it. */
  index(noun: Noun, value: string): Buffer
  /** The next link of a chain of events. */
  link(previous: Buffer, entry: string): Buffer
  /** A digest that says nothing without the salt. */
  digest(salt: string, text: string): Buffer
}

type MasterKey = { readonly id: string; readonly key: Buffer }

/** The first of `masters` writes, all of them read. */
export function openVault(cipher: Cipher, masters: readonly MasterKey[], indexKey: Buffer): Vault {
  const ready = masters.map(({ id, key }) => ({ id, key: createSecretKey(key) }))
  const [newest] = ready
  if (!newest) throw new Error('DATA_KEYS is empty')
  const derive = (purpose: string) =>
    createSecretKey(Buffer.from(hkdfSync('sha256', indexKey, '', `linfa/${purpose}`, 32)))
  const indexing = derive('index')
  const chaining = derive('chain')

  const wrap = (bytes: Buffer, owner: string) =>
    Buffer.concat([Buffer.from(`${newest.id}:`), cipher.seal(newest.key, bytes, `key/${owner}`)])

  const unwrap = (wrapped: Buffer, owner: string) => {
    const end = wrapped.indexOf(':')
    const id = wrapped.toString('utf8', 0, end)
    const master = ready.find((one) => one.id === id)
    if (!master) throw new Error(`DATA_KEYS lacks the key '${id}'`)
    return { id, bytes: cipher.open(master.key, wrapped.subarray(end + 1), `key/${owner}`) }
  }

  return {
    newKey(owner) {
      const bytes = randomBytes(32)
      return { key: createSecretKey(bytes), wrapped: wrap(bytes, owner) }
    },
    openKey: (wrapped, owner) => createSecretKey(unwrap(wrapped, owner).bytes),
    rewrap(wrapped, owner) {
      const { id, bytes } = unwrap(wrapped, owner)
      return id === newest.id ? null : wrap(bytes, owner)
    },
    seal: (key, place, text) => cipher.seal(key, Buffer.from(text), place),
    unseal: (key, place, sealed) => cipher.open(key, sealed, place).toString('utf8'),
    sealBytes: (key, place, bytes) => cipher.seal(key, bytes, place),
    unsealBytes: (key, place, sealed) => cipher.open(key, sealed, place),
    index: (noun, value) => cipher.mac(indexing, noun, '\n', value),
    link: (previous, entry) => cipher.mac(chaining, previous, entry),
    digest: (salt, text) => cipher.mac(createSecretKey(salt, 'base64'), text),
  }
}
