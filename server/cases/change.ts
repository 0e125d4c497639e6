import type { Instant } from '#domain/day'
import { isFinal, mayRead, take } from '#domain/procedure'
import { Refusal } from '#domain/refusal'
import { type Db, sql } from '../db/sql.ts'
import { parse } from '../http/read.ts'
import type { Ticket } from '../http/route.ts'
import { newId } from '../id.ts'
import type { Caller } from '../session/authenticate.ts'
import { type Casework, kindOf, refuseFrozen } from './casework.ts'
import { nextDue } from './clocks.ts'
import type { Change, KindOfCase } from './kind.ts'
import { appointmentOf, matterOf, momentOf } from './matter.ts'
import { before } from './once.ts'
import { type CaseRow, type EventRow, locked, stepsOf } from './read.ts'
import { type Said, writeStep, writeText } from './write.ts'

export type Request = {
  id: string
  action: string
  /** The version that the caller has seen. */
  version: number
  body: Readonly<Record<string, unknown>>
  caller: Caller
  ticket: Ticket
  now: Instant
}

/** The only door through which a case changes: locks, reads, applies the rule, writes and logs, all or nothing. */
export async function changeCase(work: Casework, request: Request): Promise<void> {
  const { context } = work
  await context.database.inTransaction(async (tx) => {
    if (await before(tx, request.ticket, request.id)) return
    const row = await tx.one(locked, request.id)
    if (!row) throw new Refusal('not_found')
    const kind = kindOf(work, row)
    const to = decide(work, kind, row, request)
    const body = bodyOf(kind, request)
    const change = (await kind.effects[request.action]?.({ ...request, context, tx, row, body })) ?? {}
    await record(work, tx, { kind, row, request, to, change })
  })
}

/** Somebody else's case is not there; then who may, then whether the page was up to date, then whether it is time. */
function decide({ context }: Casework, kind: KindOfCase, row: CaseRow, request: Request): string {
  const matter = matterOf(row)
  if (!mayRead(kind.procedure, request.caller, matter)) throw new Refusal('not_found')
  if (!Object.hasOwn(kind.procedure.takenBy, request.action)) throw new Refusal('not_found', '没有这个操作')
  refuseFrozen(row)
  const isStale = request.version !== row.version
  try {
    const to = take(kind.procedure, request.action, request.caller, matter, momentOf(context, request.now))
    if (isStale) throw new Refusal('stale')
    return to
  } catch (refusal) {
    if (isStale && refusal instanceof Refusal && refusal.code === 'not_now') throw new Refusal('stale')
    throw refusal
  }
}

function bodyOf(kind: KindOfCase, { action, body }: Request): Readonly<Record<string, unknown>> {
  const schema = kind.bodies[action]
  return schema ? (parse(schema, body) as Readonly<Record<string, unknown>>) : {}
}

type Deed = { kind: KindOfCase; row: CaseRow; request: Request; to: string; change: Change }

async function record(work: Casework, tx: Db, { kind, row, request, to, change }: Deed): Promise<void> {
  const { context } = work
  const { now, caller, action } = request
  const appointment = change.appointment ?? appointmentOf(row)
  const history = [...stepsOf(await tx.many(steps, row.id)), { at: now, to }]
  await writeStep(context, tx, {
    caseId: row.id,
    seq: row.seq + 1,
    head: row.head,
    version: row.version + 1,
    at: now,
    byId: caller.accountId,
    role: roleIn(caller, row),
    action,
    from: row.status,
    to,
    facts: change.facts ?? {},
    handlerId: change.handlerId === undefined ? row.handler_id : change.handlerId,
    appointment,
    due: nextDue(context, kind, { history, appointment }, now),
    closedAt: isFinal(kind.procedure, to) ? (row.closed_at ?? now) : null,
    urgent: row.urgent,
    said: change.note ? await noteOf(work, tx, row, request, change.note) : null,
  })
}

const steps = sql<EventRow>(
  'case_steps',
  'select seq, at, to_status from case_event where case_id = $1 order by seq',
)

function noteOf({ context }: Casework, tx: Db, row: CaseRow, request: Request, text: string): Promise<Said> {
  if (!row.data_key) throw new Refusal('not_now')
  const key = context.vault.openKey(row.data_key, `case/${row.id}`)
  const { now: at, caller } = request
  const note = { id: newId(), caseId: row.id, kind: 'note', at, byId: caller.accountId, text } as const
  return writeText(context, tx, key, { ...note, role: roleIn(caller, row), state: 'passed', fileIds: [] })
}

/** In which standing somebody acts on this case. */
export const roleIn = (caller: Caller, row: CaseRow): string =>
  caller.accountId === row.applicant_id
    ? 'resident'
    : (caller.grants.find(({ organisationId }) => organisationId === row.organisation_id)?.role ??
      caller.grants[0]?.role ??
      'resident')
