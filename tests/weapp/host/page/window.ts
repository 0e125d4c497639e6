import type { template } from 'glass-easel'
import type { Program } from '../program.ts'

/** How a run begins: which page, what the phone already holds, whether privacy consent is still open. */
export type Boot = {
  entry: string
  storage: Record<string, string>
  consentOpen: boolean
}

export type Call = { api: string; options: unknown }
export type SetDataCall = { page: string; bytes: number; first: boolean }

/** What the drivers read after each step. */
export type Report = {
  /** The path on top and how many pages lie in the stack. */
  page: string
  depth: number
  errors: string[]
  unknownApis: string[]
  calls: Call[]
  setData: SetDataCall[]
  storage: Record<string, string>
  shared: unknown
}

export type Host = {
  report: () => Report
  open: (url: string) => void
  back: () => void
  connected: (yes: boolean) => void
  emit: (event: string, argument: unknown) => void
  pageEvent: (handler: string, argument?: unknown) => unknown
}

declare global {
  interface Window {
    PROGRAM: Program
    TEMPLATES: Record<string, template.ComponentTemplate['content']>
    BOOT: Boot
    /** Carries what leaves the phone (requests, system dialogs) to the test; JSON in, JSON out. */
    bridge: (verb: string, payload: string) => Promise<string>
    host: Host
  }
}
