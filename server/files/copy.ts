import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'
import { type FileRow, findFile, nameOf, ownerOf, placeOf } from './row.ts'

/** The id of a file of one case, and the one under which it goes along to another. */
export type Copy = { from: string; to: string }

const insert = sql(
  'file_copy',
  `insert into file (id, account_id, case_id, audience, type, size, name, sha256, data_key, at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
)

type Target = { caseId: string; accountId: string }

/**
 * Copies files to a case that goes on from theirs, in the transaction that opens it. Each is opened with its own key and
 * sealed anew under one of its own: who reads the one case cannot read the other, and each is erased by itself.
 */
export async function copyFiles(
  context: Context,
  tx: Db,
  target: Target,
  copies: readonly Copy[],
): Promise<void> {
  for (const { from, to } of copies) await copyOne(context, tx, target, from, to)
}

async function copyOne(context: Context, tx: Db, target: Target, from: string, to: string): Promise<void> {
  const row = await tx.one(findFile, from)
  const sealed = row?.data_key && (await context.files.get(from))
  if (!row?.data_key || !sealed) throw new Error(`file ${from} cannot be read`)
  const { key, wrapped } = context.vault.newKey(ownerOf(to))
  const { name, sha256, bytes } = opened(context, row, row.data_key, sealed)
  await context.files.put(to, context.vault.sealBytes(key, placeOf(to, 'bytes'), bytes))
  await tx.run(
    insert,
    to,
    target.accountId,
    target.caseId,
    row.audience,
    row.type,
    row.size,
    context.vault.seal(key, placeOf(to, 'name'), name),
    context.vault.seal(key, placeOf(to, 'sha256'), sha256),
    wrapped,
    context.wallNow(),
  )
}

function opened({ vault }: Context, row: FileRow, dataKey: Buffer, sealed: Buffer) {
  const key = vault.openKey(dataKey, ownerOf(row.id))
  return {
    name: nameOf(vault, row.id, dataKey, row.name),
    sha256: vault.unseal(key, placeOf(row.id, 'sha256'), row.sha256),
    bytes: vault.unsealBytes(key, placeOf(row.id, 'bytes'), sealed),
  }
}
