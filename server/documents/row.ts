import type { Instant } from '#domain/day'
import type { DocumentState, DocumentType } from '#domain/document'
import type { Standing } from '#domain/procedure'
import type { Context } from '../context.ts'
import { sql } from '../db/sql.ts'
import type { IssuedPaper } from './paper.ts'

export type Audience = 'all' | 'staff' | 'applicant' | 'other_side'

export type DocumentRow = {
  id: string
  case_id: string
  type: DocumentType
  number: string | null
  at: Instant
  by_id: string | null
  state: DocumentState
  voided_at: Instant | null
  audience: Audience
  sealed: Buffer
  code: string
  hash: Buffer
  organisation: string
  /** Of the case; null once it has been erased. */
  data_key: Buffer | null
}

const COLUMNS = `d.id, d.case_id, d.type, d.number, d.at, d.by_id, d.state, d.voided_at, d.audience, d.sealed, d.code,
  d.hash, o.name as organisation, c.data_key`
const SOURCES = `document d join organisation o on o.id = d.organisation_id join case_file c on c.id = d.case_id`

export const findDocument = sql<DocumentRow>(
  'document_find',
  `select ${COLUMNS} from ${SOURCES} where d.id = $1 and d.case_id = $2`,
)
export const findByCode = sql<DocumentRow>(
  'document_find_code',
  `select ${COLUMNS} from ${SOURCES} where d.code = $1`,
)

/** Bound to its row: the text of one document never passes for another. */
export const placeOf = (id: string): string => `document/${id}/sealed`

export const hashOf = (vault: Context['vault'], id: string, text: string): Buffer =>
  vault.link(Buffer.from(`document/${id}`), text)

/** `3F9A-21BC`: enough of the hash to compare by eye. */
export const digestOf = (hash: Buffer): string =>
  hash.toString('hex', 0, 4).toUpperCase().replace(/^.{4}/, '$&-')

/** The paper as it was issued; null when the case has been erased. @throws when it is not what was issued */
export function paperOf({ vault }: Pick<Context, 'vault'>, row: DocumentRow): IssuedPaper | null {
  if (!row.data_key) return null
  const text = vault.unseal(vault.openKey(row.data_key, `case/${row.case_id}`), placeOf(row.id), row.sealed)
  const paper: IssuedPaper = JSON.parse(text)
  const isIntact = hashOf(vault, row.id, text).equals(row.hash)
  if (!isIntact || paper.number !== row.number || paper.code !== row.code || paper.type !== row.type)
    throw new Error(`document ${row.id} is not what was issued`)
  return paper
}

/** Staff has every paper of the case; each side those for both and those for it. */
export const maySee = ({ audience }: Pick<DocumentRow, 'audience'>, standing: Standing): boolean =>
  standing === 'staff' || audience === 'all' || audience === standing
