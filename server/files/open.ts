import type { Download } from '#contract/endpoint'
import { FILE_TYPES, type FileType } from '#domain/attachment'
import type { Instant } from '#domain/day'
import type { Standing } from '#domain/procedure'
import { Refusal } from '#domain/refusal'
import type { Context } from '../context.ts'
import type { Caller } from '../session/authenticate.ts'
import { maySee } from './list.ts'
import { concernedBy, noteLook } from './looked.ts'
import { type FileRow, findFile, nameOf, ownerOf, placeOf } from './row.ts'

/** A case as somebody who may read it stands to it. */
export type Reader = {
  standing: Standing
  applicantId: string
  otherSideIds: readonly string[]
  organisationId: string
}

/** @throws Refusal `not_found` when the caller may not read the case */
export type ReaderOf = (caseId: string, viewer: { caller: Caller; now: Instant }) => Promise<Reader>

type Viewer = { caller: Caller; now: Instant }

/** The bytes for somebody who may see them; to all others there is no such file. */
export async function openFile(
  context: Context,
  readerOf: ReaderOf,
  id: string,
  viewer: Viewer,
): Promise<Download> {
  const row = await context.database.one(findFile, id)
  if (!row?.data_key) throw new Refusal('not_found')
  await admit(context, readerOf, row, viewer)
  return bytesOf(context, row, row.data_key)
}

async function admit(context: Context, readerOf: ReaderOf, row: FileRow, viewer: Viewer): Promise<void> {
  const { accountId } = viewer.caller
  if (!row.case_id) {
    if (row.account_id !== accountId) throw new Refusal('not_found')
    return
  }
  const reader = await readerOf(row.case_id, viewer)
  if (!maySee(row, accountId, reader.standing)) throw new Refusal('not_found')
  if (reader.standing === 'staff') await note(context, row, reader, viewer)
}

/** Each look counts: a picture can be more than all words of a case. */
async function note(
  { database }: Context,
  row: FileRow,
  reader: Reader,
  { caller, now }: Viewer,
): Promise<void> {
  const whose = concernedBy(reader, { sentBy: row.account_id, audience: row.audience })
  const { organisationId } = reader
  const look = { at: now, byId: caller.accountId, organisationId, caseId: row.case_id, what: 'file' } as const
  await noteLook(database, whose, look)
}

async function bytesOf({ vault, files }: Context, row: FileRow, dataKey: Buffer): Promise<Download> {
  const { id, type } = row
  const sealed = await files.get(id)
  if (!sealed) throw new Error(`the store has no bytes of file ${id}`)
  const bytes = vault.unsealBytes(vault.openKey(dataKey, ownerOf(id)), placeOf(id, 'bytes'), sealed)
  return {
    bytes,
    type,
    name: nameOf(vault, id, dataKey, row.name),
    shown: FILE_TYPES[type as FileType].shown,
  }
}
