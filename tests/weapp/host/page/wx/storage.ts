import { type Act, allAsWx, Refused } from './call.ts'

const stored = new Map<string, string>()

export const loadStorage = (entries: Record<string, string>): void => {
  for (const [key, text] of Object.entries(entries)) stored.set(key, text)
}

export const dumpStorage = (): Record<string, string> => Object.fromEntries(stored)

const read = (key: string): unknown => {
  const text = stored.get(key)
  return text === undefined ? '' : JSON.parse(text)
}

const write = (key: string, value: unknown) => {
  stored.set(key, JSON.stringify(value))
}

const summary = () => ({ keys: [...stored.keys()], currentSize: 1, limitSize: 10240 })

type Keyed = { key: string; encrypt?: boolean }

/** Another form than the plain one, so that a test sees what lies on the telephone. */
const SECRET = 'encrypted:'
const hidden = (data: unknown) => SECRET + [...JSON.stringify(data)].reverse().join('')
const shown = (text: unknown) => JSON.parse([...String(text).slice(SECRET.length)].reverse().join(''))

const acts: Record<string, Act<never>> = {
  getStorage: ({ key, encrypt }: Keyed) => {
    if (!stored.has(key)) throw new Refused('data not found')
    return { data: encrypt ? shown(read(key)) : read(key) }
  },
  setStorage: ({ key, data, encrypt }: Keyed & { data: unknown }) => {
    write(key, encrypt ? hidden(data) : data)
    return {}
  },
  removeStorage: ({ key }: Keyed) => {
    stored.delete(key)
    return {}
  },
  clearStorage: () => {
    stored.clear()
    return {}
  },
  getStorageInfo: summary,
}

export const storage = {
  ...allAsWx(acts),
  getStorageSync: read,
  setStorageSync: write,
  removeStorageSync: (key: string) => {
    stored.delete(key)
  },
  clearStorageSync: () => stored.clear(),
  getStorageInfoSync: summary,
}
