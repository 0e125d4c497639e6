import type { Instant } from '#domain/day'
import type { Kind } from '#domain/kind'
import type { Appointment } from '#domain/procedure'
import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'
import { newId } from '../id.ts'
import { tellOfStep } from '../outbox/step.ts'
import type { DataKey } from '../vault/vault.ts'
import { type Event, hashOf, NO_HEAD, sealText } from './chain.ts'
import type { Contact } from './new-case.ts'
import { deskOrder } from './order.ts'
import type { Audience } from './read.ts'

/** The case, its first event and the submitted form, in exchange for the draft: one statement, one act. */
const insertCase = sql(
  'case_insert',
  `with opened as (
     insert into case_file (id, county, number, kind, status, version, organisation_id, applicant_id, opened_by,
       region_code, channel, topic, urgent, danger, opened_at, starts_at, ends_at, due_at, desk_order, data_key, seq, head,
       alarm_at, unproven, handler_id, hushed, nameless)
     values ($1, $2, $3, $4, $5, 1, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, 1, $20,
       case when cardinality($13::text[]) > 0 then $14::timestamptz end, $26, $27, $29, $30)
   ), draft_used as (
     delete from draft where account_id = $8 and kind = $4
   ), text as (
     insert into case_text (id, case_id, kind, at, by_id, role, sealed, state)
     values ($21, $1, 'form', $14, $8, $22, $23, $24)
   )
   insert into case_event (case_id, seq, at, by_id, role, action, from_status, to_status, facts, text_id, digest, hash)
   values ($1, 1, $14, $8, $22, 'open', null, $5, $28, $21, $25, $20)`,
)

export type Opening = {
  id: string
  number: string
  kind: Kind
  county: string
  status: string
  organisationId: string
  applicantId: string
  openedBy: string
  role: string
  regionCode: string
  channel: string | null
  topic: string | null
  danger: readonly string[]
  appointment: Appointment | null
  due: Instant | null
  at: Instant
  form: Readonly<Record<string, unknown>>
  state: 'passed' | 'held'
  urgent: boolean
  handlerId: string | null
  facts: Readonly<Record<string, string>>
  /** The person has not shown yet that the case is theirs. */
  unproven: boolean
  contact?: Contact
}

export async function writeCase(context: Context, tx: Db, opening: Opening): Promise<void> {
  const { vault } = context
  const { id, at, status, openedBy, role, danger, due, appointment, handlerId, facts, unproven, contact } =
    opening
  const { key, wrapped } = vault.newKey(`case/${id}`)
  const textId = newId()
  const { sealed, digest } = sealText(vault, key, textId, JSON.stringify(opening.form))
  const event = {
    caseId: id,
    seq: 1,
    at,
    byId: openedBy,
    role,
    action: 'open',
    from: null,
    to: status,
    facts,
  }
  const head = hashOf(vault, NO_HEAD, { ...event, textId, digest: digest.toString('hex') })
  const urgent = opening.urgent || danger.length > 0
  await tx.run(
    insertCase,
    id,
    opening.county,
    opening.number,
    opening.kind,
    status,
    opening.organisationId,
    opening.applicantId,
    openedBy,
    opening.regionCode,
    opening.channel,
    opening.topic,
    urgent,
    danger,
    at,
    appointment?.startsAt ?? null,
    appointment?.endsAt ?? null,
    due,
    deskOrder({ urgent, due: due ?? at, closedAt: null }),
    wrapped,
    head,
    textId,
    role,
    sealed,
    opening.state,
    digest,
    unproven,
    handlerId,
    JSON.stringify(facts),
    contact?.hushed ?? false,
    contact?.nameless ?? false,
  )
  await tellOfStep(context, tx, {
    ...opening,
    hushed: contact?.hushed ?? false,
    action: 'open',
    to: status,
    seq: 1,
    byId: openedBy,
  })
}

const insertStep = sql(
  'case_step',
  `with changed as (
     update case_file set status = $2, version = $3, handler_id = $4, starts_at = $5, ends_at = $6, due_at = $7,
       desk_order = $8, closed_at = $9, seq = $10, head = $11, organisation_id = $20, urgent = $21,
       other_side_ids = $22
     where id = $1
   )
   insert into case_event (case_id, seq, at, by_id, role, action, from_status, to_status, facts, text_id, digest, hash)
   values ($1, $10, $12, $13, $14, $15, $16, $2, $17, $18, $19, $11)`,
)

export type Step = Omit<Event, 'textId' | 'digest'> & {
  head: Buffer
  version: number
  organisationId: string
  otherSideIds: readonly string[]
  handlerId: string | null
  appointment: Appointment | null
  due: Instant | null
  closedAt: Instant | null
  urgent: boolean
  said: Said | null
}

/** A sealed text of which an event speaks. */
export type Said = { id: string; digest: Buffer }

/** The change of the case and its event are one statement: neither is without the other. */
export async function writeStep({ vault }: Context, tx: Db, step: Step): Promise<void> {
  const { caseId, seq, at, byId, role, action, from, to, facts, said, due, closedAt, urgent } = step
  const textId = said?.id ?? null
  const digest = said?.digest.toString('hex') ?? null
  const head = hashOf(vault, step.head, {
    caseId,
    seq,
    at,
    byId,
    role,
    action,
    from,
    to,
    facts,
    textId,
    digest,
  })
  await tx.run(
    insertStep,
    caseId,
    to,
    step.version,
    step.handlerId,
    step.appointment?.startsAt ?? null,
    step.appointment?.endsAt ?? null,
    due,
    deskOrder({ urgent, due: due ?? at, closedAt }),
    closedAt,
    seq,
    head,
    at,
    byId,
    role,
    action,
    from,
    JSON.stringify(facts),
    textId,
    said?.digest ?? null,
    step.organisationId,
    urgent,
    step.otherSideIds,
  )
}

const insertText = sql(
  'case_text_insert',
  `insert into case_text (id, case_id, kind, at, by_id, role, sealed, state, file_ids, audience)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
)

export type Text = {
  id: string
  caseId: string
  kind: 'message' | 'note' | 'answer' | 'paper'
  at: Instant
  byId: string
  role: string
  text: string
  state: 'passed' | 'held'
  audience: Audience
  fileIds: readonly string[]
}

export async function writeText({ vault }: Context, tx: Db, key: DataKey, text: Text): Promise<Said> {
  const { sealed, digest } = sealText(vault, key, text.id, text.text)
  await tx.run(
    insertText,
    text.id,
    text.caseId,
    text.kind,
    text.at,
    text.byId,
    text.role,
    sealed,
    text.state,
    text.fileIds,
    text.audience,
  )
  return { id: text.id, digest }
}
