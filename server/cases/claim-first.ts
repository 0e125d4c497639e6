import type { Db } from '../db/sql.ts'
import type { Ticket } from '../http/route.ts'
import type { Casework } from './casework.ts'
import { takeStep } from './change.ts'
import { before } from './once.ts'
import type { Viewer } from './present.ts'

const NOTHING = ''

export type By = Viewer & { ticket: Ticket }

/** Claims the case that `find` locks, and gives its id; null when there is none. The same ticket gets the same case. */
export const claimFirst = (
  work: Casework,
  { caller, ticket, now }: By,
  find: (tx: Db) => Promise<{ id: string; version: number } | undefined>,
): Promise<string | null> =>
  work.context.database.inTransaction(async (tx) => {
    const found = await find(tx)
    const earlier = await before(tx, ticket, found?.id ?? NOTHING)
    if (earlier !== null) return earlier || null
    if (!found) return null
    await takeStep(work, tx, { ...found, action: 'claim', body: {}, caller, now })
    return found.id
  })
