import type { DocumentType } from '#domain/document'
import type { Act } from '../cases/kind.ts'
import { makeDocument } from '../documents/make.ts'
import type { Paper } from '../documents/paper.ts'
import type { Audience } from '../files/row.ts'

export type Sheet = { type: DocumentType; paper: Paper; audience: Audience }

/** Issues the papers of a step; its facts name them all, and the number of the last that has one. */
export async function issue(
  { context, tx, row, now, caller }: Act,
  ...sheets: readonly Sheet[]
): Promise<Record<string, string>> {
  const made: Record<string, string>[] = []
  for (const { type, paper, audience } of sheets) {
    const { facts } = await makeDocument(context, tx, {
      row,
      type,
      paper,
      at: now,
      byId: caller.accountId,
      audience,
    })
    made.push({ ...facts })
  }
  const joined = (name: string) => made.flatMap((facts) => facts[name] ?? []).join(' ')
  const number = made.findLast(({ documentNumber }) => documentNumber)?.documentNumber
  return {
    document: joined('document'),
    documentName: joined('documentName'),
    documentHash: joined('documentHash'),
    ...(number && { documentNumber: number }),
  }
}
