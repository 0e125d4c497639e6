import type { Phone } from '../../support/phone.ts'
import type { Answers } from './answers.ts'
import type { Call, SetDataCall } from './page/window.ts'

/** The largest payloads so far, in bytes. */
export type SetDataBytes = { firstScreen: number; update: number }

/** A phone with WeChat's shape. */
export type Weapp = Phone & {
  /** Replace any of them to speak for the person or the phone otherwise. */
  answers: Answers
  /** Files of the phone by their wxfile:// address. */
  files: Map<string, Buffer>
  calls: () => Promise<Call[]>
  /** Names of `wx` that the program asked for and the host does not know. */
  unknownApis: () => Promise<string[]>
  setDataBytes: () => Promise<SetDataBytes>
  /** First screens over 8 KB and updates over 16 KB. */
  overBudget: () => Promise<SetDataCall[]>
  storage: () => Promise<Record<string, unknown>>
  /** What the page gave to the share card last. */
  shared: () => Promise<unknown>
  /** An event of the platform, as onUpdateReady. */
  emit: (event: string, argument?: unknown) => Promise<void>
  /** Calls a handler of the page on top, as onPullDownRefresh, and gives its answer. */
  pageEvent: (handler: string, argument?: unknown) => Promise<unknown>
  /** Ends the program and starts it anew with the storage it left. */
  restart: (entry?: string) => Promise<void>
}

export type WeappOptions = {
  /** Address of the server under test. */
  api: string
  screen: 'jsdom' | 'chromium'
  /** Page and query to start at; the first page of app.json when missing. */
  entry?: string
  storage?: Record<string, unknown>
  answers?: Answers
  /** The person has not yet agreed to the privacy guide. */
  consentOpen?: boolean
  /** A compiled program other than dist/weapp. */
  script?: string
}
