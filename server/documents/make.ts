import { randomBytes } from 'node:crypto'
import { dayOf, type Instant } from '#domain/day'
import { type DocumentType, sortOf } from '#domain/document'
import { CLOCK } from '#domain/procedure'
import { Refusal } from '#domain/refusal'
import { verifyCode } from '#domain/verify-code'
import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'
import { newId } from '../id.ts'
import { takeNumber } from './number.ts'
import { type IssuedPaper, PAPER_VERSION, type Paper } from './paper.ts'
import { type Audience, hashOf, placeOf } from './row.ts'

export type NewDocument = {
  /** The case that it belongs to, as the effect of a step has it. */
  row: { id: string; organisation_id: string; data_key: Buffer | null }
  /** Who issues and numbers it, where that is not the organisation of the case. */
  organisationId?: string | undefined
  type: DocumentType
  paper: Paper
  at: Instant
  /** Whoever takes the step; null, or the id of the clock, when time takes it. */
  byId: string | null
  /** Who may read it besides the staff of the case. */
  audience: Audience
}

export type Made = {
  id: string
  number: string | null
  code: string
  /** For the event of the step: so the chain of the case bears witness to the document. */
  facts: Readonly<Record<string, string>>
}

const insert = sql(
  'document_insert',
  `insert into document (id, case_id, organisation_id, type, number, version, at, by_id, state, audience, sealed, code, hash)
   values ($1, $2, $3, $4, $5, $6, $7, $8, 'issued', $9, $10, $11, $12)`,
)

/** Numbers the paper and keeps it with the case, in the transaction of the step that issues it. */
export async function makeDocument(
  { vault, env }: Pick<Context, 'vault' | 'env'>,
  tx: Db,
  { row, type, paper, at, byId, audience, organisationId = row.organisation_id }: NewDocument,
): Promise<Made> {
  if (!row.data_key) throw new Refusal('not_now', '这件办件的内容已依法删除，不能再出具文书')
  const id = newId()
  const code = verifyCode(randomBytes(15))
  const number = await takeNumber(tx, organisationId, Number(at.slice(0, 4)), type)
  const address = `${env.publicUrl}/verify?code=${code}`
  const text = JSON.stringify({ ...paper, type, number, code, address, day: dayOf(at) } satisfies IssuedPaper)
  const sealed = vault.seal(vault.openKey(row.data_key, `case/${row.id}`), placeOf(id), text)
  const hash = hashOf(vault, id, text)
  await tx.run(
    insert,
    id,
    row.id,
    organisationId,
    type,
    number,
    PAPER_VERSION,
    at,
    person(byId),
    audience,
    sealed,
    code,
    hash,
  )
  return { id, number, code, facts: factsOf(id, sortOf(type).name, number, hash) }
}

const person = (id: string | null) => (id === CLOCK.accountId ? null : id)

const factsOf = (id: string, name: string, number: string | null, hash: Buffer) => ({
  document: id,
  documentName: name,
  ...(number && { documentNumber: number }),
  documentHash: hash.toString('hex'),
})

const end = sql(
  'document_void',
  `update document set state = 'void', voided_at = $3, voided_by = $4 where id = $1 and case_id = $2 and state = 'issued'`,
)

/** What is void is kept and keeps its number; whoever verifies it is told. */
export async function voidDocument(
  tx: Db,
  { id, caseId, at, byId }: { id: string; caseId: string; at: Instant; byId: string | null },
): Promise<void> {
  if (!(await tx.run(end, id, caseId, at, person(byId))))
    throw new Refusal('not_now', '这份文书不存在，或已经作废')
}
