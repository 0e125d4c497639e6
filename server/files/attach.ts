import { invalid } from '#domain/refusal'
import { type Db, sql } from '../db/sql.ts'
import type { Audience } from './row.ts'

/** One statement decides: of two that reach for the same file one gets it. */
const attachTo = sql(
  'file_attach',
  `update file set case_id = $3, audience = $4
   where id = any($1) and account_id = $2 and case_id is null and data_key is not null`,
)

type Attachment = {
  caseId: string
  /** Who sends them along: only own files can be. */
  accountId: string
  fileIds: readonly string[]
  audience?: Audience
}

/**
 * Makes files part of a case, in the transaction of the step that carries them.
 * @throws Refusal `invalid` with `fields.fileIds` when one is another's, is used already or has expired
 */
export async function attach(
  tx: Db,
  { caseId, accountId, fileIds, audience = 'all' }: Attachment,
): Promise<void> {
  const ids = [...new Set(fileIds)]
  if (ids.length === 0) return
  const count = await tx.run(attachTo, ids, accountId, caseId, audience)
  if (count !== ids.length) throw invalid({ fileIds: '有附件已经用过或过期了，请移除后重新上传' })
}
