import { readPerson } from '../accounts/person.ts'
import type { Context } from '../context.ts'
import { accessLogOf } from './access-log.ts'
import type { Caller } from './authenticate.ts'
import { readMe } from './me.ts'
import { sessionsOf } from './sessions.ts'

/** The cases of a person with their words, as the person may see them. */
export type CasesOf = (caller: Caller) => Promise<Record<string, unknown>[]>

const EVERYTHING = { limit: 100_000 }

/** A copy of what is held (PIPL art. 45), in full: it goes to the person alone. */
export async function copyOf(context: Context, casesOf: CasesOf, caller: Caller) {
  const { database } = context
  const person = await readPerson(context, database, caller.accountId)
  const { items } = await accessLogOf(context, caller.accountId, EVERYTHING)
  return {
    exportedAt: context.wallNow(),
    account: { ...(await readMe(context, database, caller)), ...person },
    cases: await casesOf(caller),
    sessions: await sessionsOf(context, caller),
    accessLog: items,
  }
}
