import { fault, guarded, later, setDataCalls } from './record.ts'

type Change = Record<string, unknown>

/** A page or component, as far as this file cares. */
export type Instance = { setData: (change: Change, done?: () => void) => void }

const utf8 = (text: string) => new TextEncoder().encode(text).length

const asSent = (change: Change): string =>
  JSON.stringify(change, (key, value: unknown) => {
    if (typeof value === 'function') throw new Error(`setData with a function at ${key}`)
    return value
  })

const complainOfUndefined = (change: Change, page: string) => {
  const keys = Object.keys(change).filter((key) => change[key] === undefined)
  if (keys.length > 0) fault(page, `setData undefined at ${keys}`)
}

/** Every payload goes through JSON, as between WeChat's two threads, and is counted in bytes. */
export const watchSetData = (instance: Instance, page: string): void => {
  const pass = instance.setData.bind(instance)
  let first = true
  instance.setData = (change, done) =>
    guarded(`setData of ${page}`, () => {
      const text = asSent(change)
      complainOfUndefined(change, page)
      pass(JSON.parse(text))
      setDataCalls.push({ page, bytes: utf8(text), first })
      first = false
      if (done) later(() => done.call(instance))
    })
}
