import { type Format, readDocument } from '#contract/document'
import { fetchFrom, show } from '#services/files'

type Wanted = { caseId: string; id: string; name: string; format: Format }

/** Fetches a document with the right of the person: saved in the browser, opened in the mini-program. */
export async function openDocument({ caseId, id, name, format }: Wanted): Promise<void> {
  const address = await fetchFrom(readDocument, {
    params: { id: caseId, documentId: id },
    query: { format },
  })
  await show(address, { name: `${name}.${format}`, type: 'document' })
}
