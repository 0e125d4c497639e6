import { sql } from '../db/sql.ts'
import type { Vault } from '../vault/vault.ts'

/** Of those who may read a case, whom a file is for; the sender and staff see it anyway. */
export type Audience = 'all' | 'staff' | 'applicant' | 'other_side'

export type FileRow = {
  id: string
  account_id: string
  case_id: string | null
  audience: Audience
  type: string
  size: number
  name: Buffer
  sha256: Buffer
  data_key: Buffer | null
}

export const findFile = sql<FileRow>(
  'file_find',
  'select id, account_id, case_id, audience, type, size, name, sha256, data_key from file where id = $1',
)

export const ownerOf = (id: string): string => `file/${id}`
export const placeOf = (id: string, part: 'name' | 'sha256' | 'bytes'): string => `file/${id}/${part}`

/** The name of a file whose key is still there. */
export const nameOf = (vault: Vault, id: string, dataKey: Buffer, name: Buffer): string =>
  vault.unseal(vault.openKey(dataKey, ownerOf(id)), placeOf(id, 'name'), name)
