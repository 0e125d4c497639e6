import type { CopiedNotice } from '#contract/notice'
import { readPerson } from '../accounts/person.ts'
import type { Context } from '../context.ts'
import { accessLogOf } from './access-log.ts'
import type { Caller } from './authenticate.ts'
import { readMe } from './me.ts'
import { sessionsOf } from './sessions.ts'

/** What other parts hold of a person: cases with their words, as the person may see them, and what was told. */
export type HeldOf = (
  caller: Caller,
) => Promise<{ cases: Record<string, unknown>[]; notices: CopiedNotice[] }>

const EVERYTHING = { limit: 100_000 }

/** A copy of what is held (PIPL art. 45), in full: it goes to the person alone. */
export async function copyOf(context: Context, heldOf: HeldOf, caller: Caller) {
  const { database } = context
  const person = await readPerson(context, database, caller.accountId)
  const { items } = await accessLogOf(context, caller.accountId, EVERYTHING)
  return {
    exportedAt: context.wallNow(),
    account: { ...(await readMe(context, database, caller)), ...person },
    ...(await heldOf(caller)),
    sessions: await sessionsOf(context, caller),
    accessLog: items,
  }
}
