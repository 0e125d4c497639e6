import type { Calendar } from '#domain/calendar'
import type { Instant } from '#domain/day'
import type { Database, Db } from './db/sql.ts'
import type { Env } from './env.ts'
import type { Store } from './files/store.ts'
import type { Log } from './log.ts'
import type { Outlets } from './outbox/letter.ts'
import type { Vault } from './vault/vault.ts'

/** Whether others may see a text at once, or somebody looks at it first (WX-5). */
export type CheckText = (
  text: string,
  /** The WeChat identity of the author, where there is one: asked for only when it is needed. */
  author: () => Promise<string | null>,
) => Promise<'passed' | 'held'>

/** Adds a job in the transaction of the change that causes it. */
export type Announce = (tx: Db, job: string, about: Readonly<Record<string, string>>) => Promise<void>

/** What every part of the server stands on. */
export type Context = {
  env: Env
  database: Database
  vault: Vault
  log: Log
  /** Office time: in demo mode it can be ahead of the real one. */
  now(): Instant
  /** Real time, for sessions, codes and limits. */
  wallNow(): Instant
  calendar(): Calendar
  checkText: CheckText
  /** Without job processing nobody hears of it: then the minute's round finds what waits. */
  announce: Announce
  outlets: Outlets
  /** Where the sealed bytes of files lie. */
  files: Store
}
