import type { GenericSchema } from 'valibot'

import type { Line, Section } from '#contract/case'
import type { Instant } from '#domain/day'
import type { Kind } from '#domain/kind'
import type { News } from '#domain/notice'
import type { Appointment, Deed, Procedure, Standing } from '#domain/procedure'
import type { Context } from '../context.ts'
import type { Db } from '../db/sql.ts'
import type { Audience } from '../files/row.ts'
import type { Caller } from '../session/authenticate.ts'
import type { NewCase } from './new-case.ts'
import type { CaseRow, EventRow, WholeCase } from './read.ts'

type Words = Readonly<Record<string, unknown>>

/** What a step changes in the case besides its status. */
export type Change = {
  handlerId?: string | null
  /** Another body of the same county has it from now on. */
  organisationId?: string
  otherSideIds?: readonly string[]
  appointment?: Appointment | null
  urgent?: boolean
  /** Plain facts for the event; no personal words. */
  facts?: Readonly<Record<string, string>>
  /** Words of the person who takes the step; they are sealed, and only staff see them. */
  note?: string
  /** What the applicant is told, in full; sealed. */
  answer?: Words
  /** The words of the step, field by field; sealed. The kind decides who reads what of them. */
  paper?: Words
  /** Whom files of the step are for. In a case with two sides they stay with whoever sent them and the office unless said. */
  filesFor?: Audience
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
  /** The history before this step. */
  past: readonly Deed[]
  body: Words
  /** The status to which the step leads. */
  to: string
  now: Instant
}

/** What a step does in tables of its own kind, in the same transaction. */
export type Effect = (act: Act) => Promise<Change>

/** What an action takes besides `version`; it may depend on where the step leads. */
export type StepBody = GenericSchema | ((to: string) => GenericSchema)

/**
 * How a step is called; `means` is said before it is taken, and `final` says that it cannot be undone. Both may depend
 * on where the step leads.
 */
export type StepWords = {
  ask: string
  done: string
  means?: string | ((to: string) => string)
  final?: boolean | ((to: string) => boolean)
}

/** The words of a step as they were written. */
export type Paper = { action: string; at: Instant; byId: string; role: string; paper: Words }

/** What the words of a case page are made of. */
export type Shown = {
  context: Context
  row: WholeCase
  form: Words
  papers: readonly Paper[]
  past: readonly Deed[]
  standing: Standing
  own: unknown
  now: Instant
}

/** What is taken along when one case goes on as another. */
export type Carried = {
  from: Pick<CaseRow, 'id' | 'number' | 'kind'>
  applicantId: string
  name: string | null
  phone: string | null
  topic: string | null
  regionCode: string
  /** The words of the applicant. */
  summary: string
  form: Words
  /** What the applicant has been told. */
  answer: string | null
}

export type Takeover = {
  opening: Omit<NewCase, 'kind' | 'from' | 'openedFor'>
  afterwards?: (tx: Db, caseId: string) => Promise<void>
}

/** Steps that are not shown to somebody, and news of them that are not shown as told. */
export type Concealed = { step(event: Pick<EventRow, 'action' | 'facts'>): boolean; news: readonly News[] }

/** Everything the core must know of a kind of case. A kind without tables of its own has no effects. */
export type KindOfCase = {
  procedure: Procedure
  status: Readonly<Record<string, { text: string; next: string }>>
  action: Readonly<Record<string, StepWords>>
  /** What comes next, where the history says more than the status; null where it does not. */
  next?(past: readonly Deed[]): string | null
  opened: string | ((facts: Readonly<Record<string, string>>) => string)
  title(row: Pick<CaseRow, 'topic' | 'channel'>): string
  /** Clock name → what it is called on the page. */
  clock: Readonly<Record<string, string>>
  bodies: Readonly<Record<string, StepBody>>
  effects: Readonly<Record<string, Effect>>
  /** Steps that are not shown: a report may concern the very person who reads this telephone. */
  hidden: Readonly<Partial<Record<Standing, readonly string[]>>>
  /** What this very reader is not even to know of: it may be about the reader. */
  concealed?(row: WholeCase, reader: { caller: Caller; side: Standing }): Concealed
  /** The form as it may be seen by others than the applicant, before they ask for more. */
  masked(form: Words, standing: Standing): Record<string, unknown>
  /** What is masked, whole: for whoever has the case and says why. */
  inFull?(context: Context, row: WholeCase): Readonly<Partial<Record<string, string>>>
  /** The same in words, in the order in which it is read. */
  lines?(form: Words, standing: Standing): Line[]
  /** What the pages of this kind need besides. */
  own?: {
    schema: GenericSchema
    read(context: Context, row: WholeCase, viewer: { caller: Caller; now: Instant }): Promise<unknown>
  }
  /** Field of a step → who or what there is to choose from in this case (`who` of the contract's fields). */
  options?(
    context: Context,
    row: WholeCase,
    viewer: { caller: Caller; now: Instant },
  ): Promise<Readonly<Record<string, readonly { value: string; text: string }[]>>>
  /** What there is to say about the case, what matters most first. */
  sections?(shown: Shown): Section[]
  /** A step by which the same matter begins at another body; null when that body is outside. */
  onward?: {
    action: string
    begin(context: Context, row: WholeCase, body: Words): Promise<Takeover | null>
  }
  /** Goes on from a case of another kind. */
  takeOver?(context: Context, carried: Carried): Promise<Takeover>
}

export type Kinds = Readonly<Partial<Record<Kind, KindOfCase>>>

export const schemaFor = (body: StepBody | undefined, to: string): GenericSchema | undefined =>
  typeof body === 'function' ? body(to) : body
