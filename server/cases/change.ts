import type { Instant } from '#domain/day'
import { CLOCK, type Deed, isFinal, mayRead, standingOf, take } from '#domain/procedure'
import { Refusal } from '#domain/refusal'
import { readPerson } from '../accounts/person.ts'
import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'
import { parse } from '../http/read.ts'
import type { Ticket } from '../http/route.ts'
import { newId } from '../id.ts'
import { tellOfStep } from '../outbox/step.ts'
import type { Caller } from '../session/authenticate.ts'
import { type Casework, kindOf, refuseFrozen } from './casework.ts'
import { afterStep } from './clocks.ts'
import { acknowledgeDanger, tellOfDanger } from './danger.ts'
import { attachOf } from './files.ts'
import { prepareGoing } from './hand-on.ts'
import { type Change, type Effect, type KindOfCase, schemaFor } from './kind.ts'
import { aboutOf, appointmentOf, matterOf, momentOf } from './matter.ts'
import { before } from './once.ts'
import { type CaseRow, deeds, locked, pastOf } from './read.ts'
import { type Said, type Text, writeStep, writeText } from './write.ts'

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
  const going = await prepareGoing(work, request)
  await work.context.database.inTransaction(async (tx) => {
    if (await before(tx, request.ticket, request.id)) return
    await takeStep(work, tx, request, going?.facts)
    if (going) await going.open(tx)
  })
}

/** One step in a transaction that has begun; `facts` are added to those of the kind. */
export async function takeStep(
  work: Casework,
  tx: Db,
  request: Omit<Request, 'ticket'>,
  facts: Readonly<Record<string, string>> = {},
): Promise<void> {
  const { context } = work
  const row = await tx.one(locked, request.id)
  if (!row) throw new Refusal('not_found')
  const kind = kindOf(work, row)
  const past = pastOf(await tx.many(deeds, row.id))
  const to = await decide(work, tx, kind, row, past, request)
  const body = bodyOf(kind, request, to)
  const effect = kind.effects[request.action] ?? CORE[request.action] ?? keepWords
  const change = await effect({ ...request, context, tx, row, past, body, to })
  await attachOf(tx, kind.procedure, row, request.caller, body, change.filesFor)
  await record(work, tx, {
    kind,
    row,
    past,
    request,
    to,
    change: { ...change, facts: { ...change.facts, ...facts } },
  })
}

/** Steps that are the same in every kind of case. */
const CORE: Readonly<Record<string, Effect>> = { acknowledge_danger: acknowledgeDanger }

/** What a step without tables of its own does: its words are kept. */
const keepWords: Effect = async ({ body }) => (Object.keys(body).length > 0 ? { paper: body } : {})

/** Somebody else's case is not there; then who may, then whether the page was up to date, then whether it is time. */
async function decide(
  { context }: Casework,
  tx: Db,
  kind: KindOfCase,
  row: CaseRow,
  past: readonly Deed[],
  request: Omit<Request, 'ticket'>,
): Promise<string> {
  const matter = matterOf(row, past)
  if (!mayRead(kind.procedure, request.caller, matter)) throw new Refusal('not_found')
  if (!Object.hasOwn(kind.procedure.takenBy, request.action)) throw new Refusal('not_found', '没有这个操作')
  refuseFrozen(row)
  const isStale = request.version !== row.version
  try {
    const to = take(kind.procedure, request.action, request.caller, matter, momentOf(context, request.now))
    if (isStale) throw new Refusal('stale')
    return to
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.code !== 'not_now') throw refusal
    if (request.action === 'claim' && isSomebodyElses(row, request.caller))
      throw await takenBy(context, tx, row)
    throw isStale ? new Refusal('stale') : refusal
  }
}

const isSomebodyElses = ({ handler_id }: CaseRow, { accountId }: Caller) =>
  handler_id !== null && handler_id !== accountId

/** Two reach for the same case: the second is told who has it. */
async function takenBy(context: Context, tx: Db, { handler_id }: CaseRow): Promise<Refusal> {
  const name = handler_id && (await readPerson(context, tx, handler_id))?.name
  const words = name ? `${name}刚刚接手了这件` : undefined
  return new Refusal('stale', words, { handler: { id: handler_id, name: name ?? null } })
}

function bodyOf(
  kind: KindOfCase,
  { action, body }: Pick<Request, 'action' | 'body'>,
  to: string,
): Readonly<Record<string, unknown>> {
  const schema = schemaFor(kind.bodies[action], to)
  return schema ? (parse(schema, body) as Readonly<Record<string, unknown>>) : {}
}

type Taken = {
  kind: KindOfCase
  row: CaseRow
  past: readonly Deed[]
  request: Omit<Request, 'ticket'>
  to: string
  change: Change
}

const keepRetry = sql('case_retry', 'update case_file set attempts = $2, retry_at = $3 where id = $1')
const keepAlarm = sql('case_alarm', 'update case_file set alarm_at = $2 where id = $1')

async function record(work: Casework, tx: Db, taken: Taken): Promise<void> {
  const { context } = work
  const { kind, row, past, request, to, change } = taken
  const { now, caller, action } = request
  const after = standAfter(row, change)
  const closed = isFinal(kind.procedure, to)
  const retryAt = closed ? null : (change.retry ?? { at: row.retry_at }).at
  const { appointment } = after
  const step = { at: now, to, action, facts: change.facts ?? {} }
  const { begun, due } = afterStep(context, kind, { history: [...past, step], appointment }, now)
  const facts = { ...step.facts, ...begun }
  const byId = caller.accountId === CLOCK.accountId ? null : caller.accountId
  await writeStep(context, tx, {
    ...after,
    caseId: row.id,
    seq: row.seq + 1,
    head: row.head,
    version: row.version + 1,
    at: now,
    byId,
    role: roleOf(taken),
    action,
    from: row.status,
    to,
    facts,
    due: retryAt ?? due,
    closedAt: closed ? (row.closed_at ?? now) : null,
    said: await saidIn(work, tx, taken),
  })
  await keep(tx, row.id, change, now)
  const otherSideIds = hiddenFromOtherSide(kind, action) ? [] : after.otherSideIds
  const receiverId = after.handlerId === row.handler_id ? null : after.handlerId
  const { organisationId } = after
  const told = { organisationId, otherSideIds, receiverId, action, to, at: now, byId, appointment, facts }
  await tellOfStep(context, tx, { ...aboutOf(row), ...told })
  if (change.alarm) await tellOfDanger(context, tx, kind.procedure, { ...aboutOf(row), ...told })
}

/** Who has the case, and when, after the step: what the change does not name stays. */
const standAfter = (row: CaseRow, change: Change) => ({
  organisationId: change.organisationId ?? row.organisation_id,
  otherSideIds: change.otherSideIds ?? row.other_side_ids,
  handlerId: change.handlerId === undefined ? row.handler_id : change.handlerId,
  appointment: change.appointment === undefined ? appointmentOf(row) : change.appointment,
  urgent: change.urgent ?? row.urgent,
})

const hiddenFromOtherSide = ({ hidden }: KindOfCase, action: string) =>
  hidden.other_side?.includes(action) ?? false

/** What a desk must find without reading histories. */
async function keep(tx: Db, id: string, { retry, alarm }: Change, now: Instant) {
  if (retry) await tx.run(keepRetry, id, retry.attempts, retry.at)
  if (alarm !== undefined) await tx.run(keepAlarm, id, alarm ? now : null)
}

async function saidIn({ context }: Casework, tx: Db, taken: Taken): Promise<Said | null> {
  const { row, request, change } = taken
  const { now: at, caller } = request
  const words = wordsOf(change)
  if (!words) return null
  if (!row.data_key) throw new Refusal('not_now')
  const key = context.vault.openKey(row.data_key, `case/${row.id}`)
  return writeText(context, tx, key, {
    ...words,
    id: newId(),
    caseId: row.id,
    at,
    byId: caller.accountId,
    role: roleOf(taken),
    state: 'passed',
    audience: 'staff',
    fileIds: [],
  })
}

/** An event speaks of one text. */
function wordsOf({ answer, paper, note }: Change): Pick<Text, 'kind' | 'text'> | null {
  if (answer) return { kind: 'answer', text: JSON.stringify(answer) }
  if (paper) return { kind: 'paper', text: JSON.stringify(note === undefined ? paper : { ...paper, note }) }
  return note ? { kind: 'note', text: note } : null
}

const roleOf = ({ kind, row, request: { caller, action } }: Taken) =>
  roleIn(caller, row, kind.procedure.takenBy[action])

/** In which standing somebody acts on this case; of several roles in the one that may take the step. */
export function roleIn(caller: Caller, row: CaseRow, takers: readonly string[] = []): string {
  if (caller.accountId === CLOCK.accountId) return 'clock'
  const standing = standingOf(caller, matterOf(row))
  if (standing !== 'staff') return standing === 'applicant' ? 'resident' : standing
  const here = caller.grants.filter(({ organisationId }) => organisationId === row.organisation_id)
  const all = [...here, ...caller.grants]
  return (all.find(({ role }) => takers.includes(role)) ?? all[0])?.role ?? 'resident'
}
