import { createHash } from 'node:crypto'

import type { Upload } from '#contract/endpoint'
import type { ReceivedFile } from '#contract/file'
import { type FileType, fileName, isPicture } from '#domain/attachment'
import { Refusal } from '#domain/refusal'
import { answered, before } from '../cases/once.ts'
import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'
import type { Ticket } from '../http/route.ts'
import { newId } from '../id.ts'
import { cleanPicture } from './picture.ts'
import { recognise } from './recognise.ts'
import { findFile, ownerOf, placeOf } from './row.ts'

/** Most files of one account that belong to nothing yet. */
const MOST_WAITING = 80

const insert = sql(
  'file_insert',
  `insert into file (id, account_id, type, size, name, sha256, data_key, at)
   select $1, $2, $3, $4, $5, $6, $7, $8
   where (select count(*) from file where account_id = $2 and case_id is null and data_key is not null) < $9`,
)

/** Takes a file in, once for each ticket, and says what is kept of it. */
export async function receive(context: Context, upload: Upload, ticket: Ticket): Promise<ReceivedFile> {
  const earlier = await answered(context.database, ticket)
  return received(context, earlier ?? (await keep(context, upload, ticket)))
}

/** Bytes first, row afterwards: whoever falls between leaves sealed bytes that nobody can read, and no row without bytes. */
async function keep(context: Context, upload: Upload, ticket: Ticket): Promise<string> {
  const { vault, files, database } = context
  const { type, bytes } = await prepare(upload)
  const id = newId()
  const { key, wrapped } = vault.newKey(ownerOf(id))
  const name = vault.seal(key, placeOf(id, 'name'), fileName(upload.name, type))
  const sha256 = vault.seal(key, placeOf(id, 'sha256'), createHash('sha256').update(bytes).digest('hex'))
  await files.put(id, vault.sealBytes(key, placeOf(id, 'bytes'), bytes))
  const row = [id, ticket.accountId, type, bytes.length, name, sha256, wrapped, context.wallNow()]
  const kept = await database
    .inTransaction((tx) => register(tx, ticket, id, row))
    .catch(async (error) => {
      // Any other error may have come after the row was written.
      if (error instanceof Refusal) await files.remove(id)
      throw error
    })
  if (kept !== id) await files.remove(id)
  return kept
}

async function register(tx: Db, ticket: Ticket, id: string, row: readonly unknown[]): Promise<string> {
  const earlier = await before(tx, ticket, id)
  if (earlier) return earlier
  if (!(await tx.run(insert, ...row, MOST_WAITING)))
    throw new Refusal('too_many', `已有 ${MOST_WAITING} 个传好还没有提交的附件，请先提交，再传新的`, {
      retryAfter: 3600,
    })
  return id
}

async function prepare({ bytes }: Upload): Promise<{ type: FileType; bytes: Buffer }> {
  const type = await recognise(bytes)
  if (isPicture(type) || type === 'image/webp') return cleanPicture(bytes, type)
  return { type, bytes: Buffer.from(bytes) }
}

async function received({ database, vault }: Context, id: string): Promise<ReceivedFile> {
  const row = await database.one(findFile, id)
  if (!row?.data_key) throw new Refusal('not_found', '这个附件已经过期，请重新上传')
  const key = vault.openKey(row.data_key, ownerOf(id))
  const open = (part: 'name' | 'sha256') => vault.unseal(key, placeOf(id, part), row[part])
  return { id, name: open('name'), type: row.type, size: row.size, sha256: open('sha256') }
}
