import type { Call, SetDataCall } from './window.ts'

/** What happened in this run; the tests read it at the end. */
export const errors: string[] = []
export const unknownApis = new Set<string>()
export const calls: Call[] = []
export const setDataCalls: SetDataCall[] = []

/** What pages gave to the share card. */
export const shared: unknown[] = []

const words = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error)

export const fault = (where: string, error: unknown): void => {
  errors.push(`${where}: ${words(error)}`)
}

/** Runs code of the mini-program; what it throws is recorded, never rethrown. */
export const guarded = (where: string, run: () => unknown): unknown => {
  try {
    return run()
  } catch (error) {
    fault(where, error)
    return undefined
  }
}

/** Callbacks of the platform never run inside the call that asked for them. */
export const later = (run: () => unknown, ms = 0): void => {
  setTimeout(() => guarded('callback', run), ms)
}

/** What crosses WeChat's bridge between its two threads: plain data only. */
export const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? {}))

export const watchWindow = (): void => {
  window.addEventListener('error', (event) => fault('window', event.error ?? event.message))
  window.addEventListener('unhandledrejection', (event) => fault('unhandled rejection', event.reason))
}
