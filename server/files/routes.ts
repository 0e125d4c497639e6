import * as contract from '#contract/file'
import { spendOnce } from '../cases/once.ts'
import { route } from '../http/route.ts'
import type { Web } from '../http/web.ts'
import { openFile, type ReaderOf } from './open.ts'
import { receive } from './receive.ts'

const UPLOADS = { times: 240, seconds: 3600 }

/** Files know nothing of cases: whoever may read one is asked from `readerOf`. */
export function mountFiles(web: Web, readerOf: ReaderOf): void {
  const { context } = web

  route(web, contract.sendFile, async ({ body, ticket }) => {
    await spendOnce(context, 'file', ticket, UPLOADS)
    return receive(context, body, ticket)
  })

  route(web, contract.readFile, ({ caller, params, now }) =>
    openFile(context, readerOf, params.id, { caller, now }),
  )
}
