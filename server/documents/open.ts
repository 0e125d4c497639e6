import type { Format } from '#contract/document'
import type { Download } from '#contract/endpoint'
import type { Instant } from '#domain/day'
import { Refusal } from '#domain/refusal'
import type { Context } from '../context.ts'
import { concernedBy, noteLook } from '../files/looked.ts'
import type { Reader, ReaderOf } from '../files/open.ts'
import type { Caller } from '../session/authenticate.ts'
import { drawDocx } from './docx.ts'
import { type Drawn, titleOf } from './drawing.ts'
import { drawPdf } from './pdf.ts'
import { type DocumentRow, digestOf, findDocument, maySee, paperOf } from './row.ts'

type Viewer = { caller: Caller; now: Instant }

const WAYS: Readonly<Record<Format, { type: string; draw(paper: Drawn): Promise<Buffer>; shown: boolean }>> =
  {
    pdf: { type: 'application/pdf', draw: drawPdf, shown: true },
    docx: {
      type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      draw: drawDocx,
      shown: false,
    },
  }

type Asked = { caseId: string; id: string; format: Format }

/** The document for somebody who may see it, drawn from what was kept; to all others there is none. */
export async function openDocument(
  context: Context,
  readerOf: ReaderOf,
  { caseId, id, format }: Asked,
  viewer: Viewer,
): Promise<Download> {
  const reader = await readerOf(caseId, viewer)
  const row = await context.database.one(findDocument, id, caseId)
  const paper = row && maySee(row, reader.standing) ? paperOf(context, row) : null
  if (!row || !paper) throw new Refusal('not_found', '没有这份文书，或它的内容已依法删除')
  await note(context, row, reader, viewer)
  const { type, draw, shown } = WAYS[format]
  const bytes = await draw({ ...paper, state: row.state, digest: digestOf(row.hash) })
  return { name: `${titleOf(paper)}.${format}`, type, bytes, shown }
}

/** Each look counts, but that of whoever made it. */
async function note({ database }: Context, row: DocumentRow, reader: Reader, { caller, now }: Viewer) {
  if (reader.standing !== 'staff' || caller.accountId === row.by_id) return
  const { organisationId } = reader
  const look = {
    at: now,
    byId: caller.accountId,
    organisationId,
    caseId: row.case_id,
    what: 'document',
  } as const
  await noteLook(database, concernedBy(reader, row), look)
}
