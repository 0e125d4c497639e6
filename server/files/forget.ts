import { DRAFT_FILE_DAYS } from '#domain/attachment'
import type { Context } from '../context.ts'
import { sql } from '../db/sql.ts'

/**
 * The key first: from then on nobody can send the file along while its bytes go. Whoever is filling in an application
 * was told that everything is kept.
 */
const expire = sql(
  'file_expire',
  `update file set data_key = null
   where case_id is null and data_key is not null and at < $1::timestamptz - interval '24 hours'
     and not (at > $1::timestamptz - make_interval(days => $2) and exists (select from draft
       where draft.account_id = file.account_id and draft.kind = 'legal_aid'))`,
)
const gone = sql<{ id: string }>(
  'file_gone',
  'select id from file where data_key is null order by id limit 500',
)
const drop = sql('file_drop', 'delete from file where id = any($1) and data_key is null')

/** What nobody sent along in time, and what was erased: the bytes go, then the row that knows of them. */
export async function forgetFiles({ database, files, wallNow }: Context): Promise<number> {
  await database.run(expire, wallNow(), DRAFT_FILE_DAYS)
  const ids = (await database.many(gone)).map(({ id }) => id)
  for (const id of ids) await files.remove(id)
  return database.run(drop, ids)
}
