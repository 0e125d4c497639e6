import { MASKED } from '#contract/case'
import type { Instant } from '#domain/day'
import { mayRead, standingOf } from '#domain/procedure'
import { mayAskForRating, rateableUntil } from '#domain/rating'
import { Refusal } from '#domain/refusal'
import { isStale } from '../accounts/person.ts'
import { sql } from '../db/sql.ts'
import { newId } from '../id.ts'
import type { Caller } from '../session/authenticate.ts'
import { type Casework, kindOf, refuseFrozen } from './casework.ts'
import { matterOf } from './matter.ts'
import { prove } from './prove.ts'
import { type CaseRow, type WholeCase, whole } from './read.ts'
import { readText } from './texts.ts'

/** On both sides people read who looked; a second look within the hour is the same visit. */
const look = sql(
  'access_look',
  `insert into access_log (id, at, by_id, organisation_id, account_id, case_id, what)
   select $1 || case when who.n = 1 then '' else '-' || who.n end, $2, $3, $4, who.id, $6, 'case'
   from unnest($5::text[]) with ordinality as who(id, n)
   where not exists (select from access_log
     where case_id = $6 and by_id = $3 and account_id = who.id and what = 'case'
       and at > $2::timestamptz - interval '1 hour')`,
)
const reveal = sql(
  'access_reveal',
  `insert into access_log (id, at, by_id, organisation_id, account_id, case_id, what, reason)
   values ($1, $2, $3, $4, $5, $6, $7, $8)`,
)

type Look = { caller: Caller; now: Instant }

/** The case with everything it shows, for somebody who may read it; what staff sees is written down. */
export async function readCase(
  work: Casework,
  id: string,
  { caller, now }: Look,
  number?: string,
): Promise<WholeCase> {
  const row = await work.context.database.one(whole, id)
  if (row) await prove(work, row, caller, number)
  if (!row || !isReadable(work, row, caller)) throw new Refusal('not_found')
  if (standingOf(caller, matterOf(row)) === 'staff')
    await work.context.database.run(
      look,
      newId(),
      now,
      caller.accountId,
      row.organisation_id,
      [row.applicant_id, ...row.other_side_ids],
      row.id,
    )
  return row
}

/** After an act of the caller: the same question as reading, but no visit to be written down. */
export async function readAfter(work: Casework, id: string, { caller }: Look): Promise<WholeCase> {
  const row = await work.context.database.one(whole, id)
  if (!row || !isReadable(work, row, caller)) throw new Refusal('not_found')
  return row
}

/** After a step by which somebody let go of a case: what they have just done themselves is no secret to them. */
export async function readDone(work: Casework, id: string, { caller }: Look): Promise<WholeCase> {
  const row = await work.context.database.one(whole, id)
  if (row && isReadable(work, row, caller)) return row
  const deed = row?.events.at(-1)
  if (!row || deed?.by_id !== caller.accountId) throw new Refusal('not_found')
  // Whoever left as the other side sees once more what that side sees, not what the office does.
  return deed.role === 'other_side'
    ? { ...row, other_side_ids: [...row.other_side_ids, caller.accountId] }
    : row
}

const isReadable = (work: Casework, row: WholeCase, caller: Caller) =>
  mayRead(kindOf(work, row).procedure, caller, matterOf(row))

export type Field = (typeof MASKED)[number]

const ALWAYS: readonly Field[] = ['name', 'phone']

/** What there is to be shown in full; the story staff read anyway. */
export function revealable(work: Casework, row: WholeCase): Field[] {
  const whole = row.data_key ? (kindOf(work, row).inFull?.(work.context, row) ?? {}) : {}
  return MASKED.filter((field) => ALWAYS.includes(field) || whole[field])
}

/** The full value of one field for the staff member who has the case, with the reason, which the resident can read. */
export async function revealField(
  work: Casework,
  id: string,
  { field, reason }: { field: Field; reason: string },
  looker: Look,
): Promise<string> {
  const row = await readCase(work, id, looker)
  refuseFrozen(row)
  if (!(await mayReveal(work, row, field, looker)))
    throw new Refusal('not_yours', '请先接手这件办件，再查看完整信息')
  const value = fieldValue(work, row, field)
  if (value === null) throw new Refusal('not_found', '没有填写这一项')
  await log(work, row, { field, reason }, looker)
  return value
}

const askedAgain = sql('revisit_is_open', 'select from revisit where case_id = $1 and done_at is null')

/** Who has the case; and the number also for whoever asks afterwards how it was, never the handler (docs/rules.md, Ratings). */
async function mayReveal(work: Casework, row: WholeCase, field: Field, { caller, now }: Look) {
  if (row.handler_id === caller.accountId) return true
  const { procedure } = kindOf(work, row)
  if (row.kind !== 'hotline' || field !== 'phone') return false
  if (!mayAskForRating(procedure, caller, matterOf(row))) return false
  const served = { closedAt: row.closed_at, rated: row.score !== null }
  if (rateableUntil(procedure, row, served, now)) return true
  return (await work.context.database.run(askedAgain, row.id)) > 0
}

async function log(
  { context }: Casework,
  row: WholeCase,
  seen: { field: Field; reason: string },
  { caller, now }: Look,
) {
  if (!row.data_key) throw new Refusal('not_found')
  const id = newId()
  const { vault } = context
  const key = vault.openKey(row.data_key, `case/${row.id}`)
  const reason = vault.seal(key, `access_log/${id}/reason`, seen.reason)
  const { id: caseId, organisation_id } = row
  await context.database.run(
    reveal,
    id,
    now,
    caller.accountId,
    organisation_id,
    whoseIs(seen.field, row),
    caseId,
    seen.field,
    reason,
  )
}

/** The other side reads who looked behind its own number, once it has come forward. */
const whoseIs = (field: Field, { applicant_id, other_side_ids }: WholeCase) =>
  (field === 'other_side' && other_side_ids[0]) || applicant_id

/** What the form says comes first: the number to call need not be the one signed in with. */
function fieldValue(work: Casework, row: WholeCase, field: Field): string | null {
  const own = kindOf(work, row).inFull?.(work.context, row)[field]
  if (own) return own
  const form = formOf(work, row)
  if (field === 'story') return stringOf(form.summary ?? form.question ?? form.story)
  if (field !== 'name' && field !== 'phone') return null
  return stringOf(form[field]) ?? accountValue(work, row, field)
}

const stringOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null)

export function formOf({ context }: Casework, row: WholeCase): Readonly<Record<string, unknown>> {
  const text = row.texts.find(({ kind }) => kind === 'form')
  if (!row.data_key || !text) return {}
  const key = context.vault.openKey(row.data_key, `case/${row.id}`)
  return JSON.parse(readText(context, key, text))
}

/** Name and number of the person a case is about, in full: only for what the office itself does with them. */
export const personIn = (work: Casework, row: WholeCase) => ({
  name: fieldValue(work, row, 'name'),
  phone: fieldValue(work, row, 'phone'),
})

function accountValue({ context }: Casework, row: CaseRow, field: 'name' | 'phone'): string | null {
  const sealed = field === 'name' ? row.applicant_name : row.applicant_phone
  if (!row.applicant_key || !sealed) return null
  if (field === 'phone' && isStale(row.applicant_phone_used_at, context.wallNow())) return null
  const owner = `account/${row.applicant_id}`
  return context.vault.unseal(context.vault.openKey(row.applicant_key, owner), `${owner}/${field}`, sealed)
}
