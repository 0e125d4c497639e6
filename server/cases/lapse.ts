import type { Instant } from '#domain/day'
import { actionsFor, CLOCK } from '#domain/procedure'
import { Refusal } from '#domain/refusal'
import { type Db, sql } from '../db/sql.ts'
import type { Caller } from '../session/authenticate.ts'
import { type Casework, kindOf } from './casework.ts'
import { takeStep } from './change.ts'
import { clocksOf } from './clocks.ts'
import type { KindOfCase } from './kind.ts'
import { appointmentOf, matterOf, momentOf } from './matter.ts'
import { deeds, locked, pastOf } from './read.ts'

/** Looked through in pages: what stays overdue is in nobody's way. */
const PAGE = 500

const overdue = sql<{ id: string; due_at: Instant }>(
  'case_overdue',
  `select id, due_at from case_file where kind = $1 and status = any($2) and closed_at is null
     and due_at <= $3 and (due_at, id) > ($4::timestamptz, $5)
   order by due_at, id limit ${PAGE}`,
)

const BY_TIME: Caller = { ...CLOCK, sessionId: CLOCK.accountId }

/** Takes the steps that time takes by itself, each in a transaction of its own. */
export async function takeDueSteps(work: Casework): Promise<void> {
  for (const kind of Object.values(work.kinds))
    for (const [action, clock] of Object.entries(kind.procedure.byItself ?? {}))
      if (clock) await takeOverdue(work, kind, action, clock)
}

async function takeOverdue(work: Casework, kind: KindOfCase, action: string, clock: string): Promise<void> {
  const { database, now, log } = work.context
  const { kind: name, flow, clocks } = kind.procedure
  const statuses = (clocks[clock]?.runs ?? []).filter((status) => flow[status]?.[action] !== undefined)
  const until = now()
  let last = { id: '', due_at: '-infinity' }
  for (let full = true; full; ) {
    const page = await database.many(overdue, name, statuses, until, last.due_at, last.id)
    for (const { id } of page)
      await database
        .inTransaction((tx) => takeIfMissed(work, tx, kind, id, { action, clock }))
        .catch((error: unknown) => {
          if (!(error instanceof Refusal)) throw error
          log.warn({ case: id, action, code: error.code }, 'a step of the clock was refused')
        })
    full = page.length === PAGE
    last = page.at(-1) ?? last
  }
}

/** Under the lock of the case the clock is read again: somebody may have been faster. */
async function takeIfMissed(
  work: Casework,
  tx: Db,
  kind: KindOfCase,
  id: string,
  { action, clock }: { action: string; clock: string },
): Promise<void> {
  const { context } = work
  const row = await tx.one(locked, id)
  if (!row) return
  const now = context.now()
  const history = pastOf(await tx.many(deeds, id))
  const timed = { history, appointment: appointmentOf(row) }
  const reading = clocksOf(context, kind, timed, now).find(({ name }) => name === clock)
  const isMissed = reading
    ? reading.state === 'missed' && reading.stoppedAt === null
    : // Without an appointment of its own there is the call that was promised.
      row.retry_at !== null && row.retry_at <= now
  if (!isMissed) return
  await takeByOffice(work, tx, { id, action, now })
}

/** A step that nobody takes; under the lock of the case, and only if it is open by now. */
export async function takeByOffice(
  work: Casework,
  tx: Db,
  { id, action, now }: { id: string; action: string; now: Instant },
): Promise<void> {
  const row = await tx.one(locked, id)
  if (!row || row.is_frozen) return
  const past = pastOf(await tx.many(deeds, id))
  const { procedure } = kindOf(work, row)
  const open = actionsFor(procedure, BY_TIME, matterOf(row, past), momentOf(work.context, now))
  if (!open.includes(action)) return
  await takeStep(work, tx, { id, action, version: row.version, body: {}, caller: BY_TIME, now })
}
