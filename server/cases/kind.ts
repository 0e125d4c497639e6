import type { GenericSchema } from 'valibot'

import type { Instant } from '#domain/day'
import type { Kind } from '#domain/kind'
import type { Appointment, Procedure } from '#domain/procedure'
import type { Context } from '../context.ts'
import type { Db } from '../db/sql.ts'
import type { Caller } from '../session/authenticate.ts'
import type { CaseRow } from './read.ts'

/** What a step changes in the case besides its status. */
export type Change = {
  handlerId?: string | null
  appointment?: Appointment
  /** Plain facts for the event; no personal words. */
  facts?: Readonly<Record<string, string>>
  /** Words of the person who takes the step; they are sealed, and the applicant does not see them. */
  note?: string
  /** What the applicant is told, in full; sealed. */
  answer?: Readonly<Record<string, unknown>>
  /** Calls in vain so far, and when the next one is promised. */
  retry?: { attempts: number; at: Instant | null }
  /** A danger waits for the glance of a supervisor from now on, or no longer. */
  alarm?: boolean
}

export type Act = {
  context: Context
  tx: Db
  caller: Caller
  row: CaseRow
  body: Readonly<Record<string, unknown>>
  /** The status to which the step leads. */
  to: string
  now: Instant
}

/** What a step does in tables of its own kind, in the same transaction. */
export type Effect = (act: Act) => Promise<Change>

/** What an action takes besides `version`; it may depend on where the step leads. */
export type StepBody = GenericSchema | ((to: string) => GenericSchema)

/** Everything the core must know of a kind of case. A kind without tables of its own has no effects. */
export type KindOfCase = {
  procedure: Procedure
  status: Readonly<Record<string, { text: string; next: string }>>
  action: Readonly<Record<string, { ask: string; done: string }>>
  opened: string
  title(row: Pick<CaseRow, 'topic' | 'channel'>): string
  /** Clock name → what it is called on the page. */
  clock: Readonly<Record<string, string>>
  bodies: Readonly<Record<string, StepBody>>
  effects: Readonly<Record<string, Effect>>
  /** Steps of which the applicant is not told: a report may concern the very person who reads this telephone. */
  quiet: readonly string[]
  /** The form as staff may see it before they ask for more. */
  masked(form: Readonly<Record<string, unknown>>): Record<string, unknown>
}

export type Kinds = Readonly<Partial<Record<Kind, KindOfCase>>>

export const schemaFor = (body: StepBody | undefined, to: string): GenericSchema | undefined =>
  typeof body === 'function' ? body(to) : body
