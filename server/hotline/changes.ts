import { organisationsOf } from '#domain/actor'
import { hotline } from '#domain/hotline'
import type { Context } from '../context.ts'
import { sql } from '../db/sql.ts'
import type { Caller } from '../session/authenticate.ts'

/** Another mark, another state of the open cases of the desk: each step raises a version. */
const mark = sql<{ mark: string }>(
  'desk_mark',
  `select count(*) || '.' || coalesce(sum(version), 0) as mark from case_file
   where organisation_id = any($1) and kind = 'hotline' and closed_at is null`,
)

/** Shorter than the time in which running requests must end when the service stops. */
const LONGEST_MS = 8000
const LOOK_EVERY_MS = 1000

const pause = () => new Promise((done) => setTimeout(done, LOOK_EVERY_MS))

/** Answers as soon as something is other than the caller has seen, or after a while without news. */
export async function changesSince(
  { database }: Context,
  caller: Caller,
  since: string | undefined,
): Promise<{ mark: string }> {
  const houses = organisationsOf(caller, hotline.takenBy.claim)
  const end = performance.now() + LONGEST_MS
  for (;;) {
    const now = (await database.one(mark, houses))?.mark ?? ''
    if (now !== since || performance.now() >= end) return { mark: now }
    await pause()
  }
}
