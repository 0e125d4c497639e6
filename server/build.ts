import { calendar } from '#domain/calendar'
import { buildApp } from './app.ts'
import { buildCasework } from './cases/casework.ts'
import { demoClock, realClock } from './clock.ts'
import type { Announce, CheckText, Context } from './context.ts'
import { type Database, sql } from './db/sql.ts'
import type { Env } from './env.ts'
import { openStore } from './files/open-store.ts'
import { KINDS } from './kinds.ts'
import type { Log } from './log.ts'
import { outletsOf } from './outbox/outlets.ts'
import { aesGcm } from './vault/cipher.ts'
import { openVault } from './vault/vault.ts'
import { wechatCheckText } from './wechat/open.ts'

const holidays = sql<{ day: string; kind: 'holiday' | 'workday' }>(
  'holiday_list',
  'select day, kind from holiday',
)

/** Puts the parts together on a migrated database. Opens no port and starts no job. */
export async function build(parts: {
  env: Env
  database: Database
  log: Log
  checkText?: CheckText
  announce?: Announce
}) {
  const { env, database, log } = parts
  const clock = env.demo ? await demoClock(database) : realClock
  const own = new Map((await database.many(holidays)).map(({ day, kind }) => [day, kind]))
  const days = calendar(own)
  const context: Context = {
    env,
    database,
    log,
    vault: openVault(aesGcm, env.dataKeys, env.indexKey),
    now: clock.now,
    wallNow: clock.wallNow,
    calendar: () => days,
    checkText: parts.checkText ?? wechatCheckText({ env, log }),
    announce: parts.announce ?? (async () => undefined),
    outlets: outletsOf({ env, log }),
    files: openStore({ env, log }),
  }
  const work = buildCasework(context, KINDS)
  return { context, clock, work, web: buildApp(context, work, clock) }
}
