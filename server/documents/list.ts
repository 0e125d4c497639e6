import type { CaseDocument } from '#contract/document'
import { dayOf } from '#domain/day'
import { DOCUMENT_STATE_WORDS, sortOf } from '#domain/document'
import type { Standing } from '#domain/procedure'
import { type DocumentRow, maySee } from './row.ts'

/** A document as it comes with its case. */
export type ListedDocument = Pick<DocumentRow, 'id' | 'type' | 'number' | 'at' | 'state' | 'audience'>

/** Part of a larger question: the documents of the case in this column, oldest first. */
export const documentsOf = (caseId: string): string =>
  `coalesce((select json_agg(json_build_object('id', d.id, 'type', d.type, 'number', d.number,
     'at', to_char(d.at, 'YYYY-MM-DD"T"HH24:MI:SS+08:00'), 'state', d.state, 'audience', d.audience) order by d.id)
   from document d where d.case_id = ${caseId}), '[]')`

/** What a case says of its documents to this reader. */
export const visibleDocuments = (documents: readonly ListedDocument[], standing: Standing): CaseDocument[] =>
  documents
    .filter((document) => maySee(document, standing))
    .map(({ id, type, number, at, state }) => ({
      id,
      type,
      number,
      name: [sortOf(type).name, number].filter(Boolean).join(' '),
      issuedOn: dayOf(at),
      state,
      stateText: DOCUMENT_STATE_WORDS[state],
    }))
