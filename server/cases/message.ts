import type { Instant } from '#domain/day'
import { hasTwoSides, mayRead, standingOf } from '#domain/procedure'
import { invalid, Refusal } from '#domain/refusal'
import { type Db, sql } from '../db/sql.ts'
import { attach } from '../files/attach.ts'
import type { Ticket } from '../http/route.ts'
import { tellOfStep } from '../outbox/step.ts'
import type { Caller } from '../session/authenticate.ts'
import { type Casework, kindOf, refuseFrozen } from './casework.ts'
import { roleIn } from './change.ts'
import { dangersIn, flagCase, tellOfDanger } from './danger.ts'
import type { KindOfCase } from './kind.ts'
import { aboutOf, appointmentOf, matterOf } from './matter.ts'
import { before } from './once.ts'
import { type Audience, type CaseRow, locked } from './read.ts'
import { writeStep, writeText } from './write.ts'

type By = { caller: Caller; ticket: Ticket; now: Instant }

/** A case that the caller may read, held until the end of the transaction. */
async function hold(work: Casework, tx: Db, id: string, caller: Caller): Promise<CaseRow> {
  const row = await tx.one(locked, id)
  if (!row || !mayRead(kindOf(work, row).procedure, caller, matterOf(row))) throw new Refusal('not_found')
  refuseFrozen(row)
  return row
}

/** An event that leaves status and version as they are. */
const sameStatus = (row: CaseRow, { caller, now }: By) => ({
  caseId: row.id,
  seq: row.seq + 1,
  head: row.head,
  version: row.version,
  at: now,
  byId: caller.accountId,
  role: roleIn(caller, row),
  from: row.status,
  to: row.status,
  handlerId: row.handler_id,
  organisationId: row.organisation_id,
  otherSideIds: row.other_side_ids,
  appointment: appointmentOf(row),
  due: row.due_at,
  closedAt: row.closed_at,
  urgent: row.urgent,
})

export type Message = {
  id: string
  text: string
  state: 'passed' | 'held'
  to: Audience | undefined
  fileIds: readonly string[]
}

/** What one side says stays with the office unless it is said to all; the office says to whom it speaks. */
function audienceOf(kind: KindOfCase, row: CaseRow, { caller }: By, to: Audience | undefined): Audience {
  if (!hasTwoSides(kind.procedure)) return 'all'
  const isParty = standingOf(caller, matterOf(row)) !== 'staff'
  if (isParty) return to === 'all' ? 'all' : 'staff'
  if (!to) throw invalid({ to: '请选择给谁看' })
  return to
}

/** Adds a message; gives its id, the earlier one for a ticket seen before. */
export function writeMessage(work: Casework, caseId: string, message: Message, by: By): Promise<string> {
  const { context } = work
  return context.database.inTransaction(async (tx) => {
    const earlier = await before(tx, by.ticket, message.id)
    if (earlier) return earlier
    const row = await hold(work, tx, caseId, by.caller)
    if (!row.data_key) throw new Refusal('not_now', '这件办件的内容已依法删除，不能再留言')
    const step = sameStatus(row, by)
    const { to, ...words } = message
    const audience = audienceOf(kindOf(work, row), row, by, to)
    const text = {
      ...words,
      caseId,
      kind: 'message',
      at: by.now,
      byId: by.caller.accountId,
      audience,
    } as const
    const key = context.vault.openKey(row.data_key, `case/${caseId}`)
    await attach(tx, { ...by.caller, caseId, fileIds: message.fileIds, audience })
    const said = await writeText(context, tx, key, { ...text, role: step.role })
    const { procedure } = kindOf(work, row)
    const isParty = standingOf(by.caller, matterOf(row)) !== 'staff'
    const dangers = isParty ? dangersIn(procedure, message.text) : []
    const urgent = row.urgent || dangers.length > 0
    await writeStep(context, tx, { ...step, urgent, action: 'message', facts: {}, said })
    if (dangers.length > 0) {
      await flagCase(tx, caseId, dangers, by.now)
      await tellOfDanger(context, tx, procedure, { ...aboutOf(row), at: by.now })
    }
    if (message.state === 'passed')
      await tellOfStep(context, tx, { ...aboutOf(row), ...step, action: 'message', audience })
    return message.id
  })
}

const release = sql(
  'case_text_release',
  `update case_text set state = 'released' where id = $1 and case_id = $2 and state = 'held' and by_id <> $3`,
)

/** Somebody of the desk has looked at a held text and lets others read it. */
export async function releaseText(work: Casework, caseId: string, textId: string, by: By): Promise<void> {
  await work.context.database.inTransaction(async (tx) => {
    if (await before(tx, by.ticket, caseId)) return
    const row = await hold(work, tx, caseId, by.caller)
    if (standingOf(by.caller, matterOf(row)) !== 'staff') throw new Refusal('not_yours')
    if (!(await tx.run(release, textId, caseId, by.caller.accountId)))
      throw new Refusal('not_now', '这段文字已经放行，或由你自己所写')
    await writeStep(work.context, tx, {
      ...sameStatus(row, by),
      action: 'release_text',
      facts: { textId },
      said: null,
    })
  })
}
