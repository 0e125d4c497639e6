import * as contract from '#contract/document'
import type { ReaderOf } from '../files/open.ts'
import { spend } from '../http/limits.ts'
import { route } from '../http/route.ts'
import type { Web } from '../http/web.ts'
import { openDocument } from './open.ts'
import { verifyDocument } from './verify.ts'

const VERIFICATIONS = { times: 30, seconds: 60 }
const READINGS = { times: 120, seconds: 3600 }

/** Documents know nothing of cases: whoever may read one is asked from `readerOf`. */
export function mountDocuments(web: Web, readerOf: ReaderOf): void {
  const { context } = web

  route(web, contract.readDocument, async ({ caller, params, query, now }) => {
    await spend(context, 'document', caller.accountId, READINGS)
    const asked = { caseId: params.id, id: params.documentId, format: query.format }
    return openDocument(context, readerOf, asked, { caller, now })
  })

  route(web, contract.verifyDocument, async ({ params, from }) => {
    await spend(context, 'verify', from, VERIFICATIONS)
    return verifyDocument(context, params.code)
  })
}
