import { join } from 'node:path'

import type { Env } from '../env.ts'
import { codeOf, Trouble } from '../trouble.ts'
import { type Listeners, startEmbedded } from './embedded.ts'
import { connect, type Database, sql } from './sql.ts'

export type OpenDatabase = {
  database: Database
  url: string
  /** For a line in the log; without the password. */
  where: string
  close(): Promise<void>
}

const OLDEST = 15

/**
 * The database of DATABASE_URL, else the embedded one in `DATA_DIR/pg`.
 * @throws Trouble in one line when it cannot be reached or is too old
 */
export async function openDatabase(
  { databaseUrl, dataDir, databaseConnections }: Pick<Env, 'databaseUrl' | 'dataDir' | 'databaseConnections'>,
  listeners?: Listeners,
): Promise<OpenDatabase> {
  if (databaseUrl) {
    const database = connect({ url: databaseUrl }, databaseConnections)
    await check(database, databaseUrl)
    return { database, url: databaseUrl, where: placeOf(databaseUrl), close: () => database.end() }
  }
  const folder = join(dataDir, 'pg')
  const embedded = await startEmbedded(folder, listeners)
  const database = connect({ url: embedded.url }, databaseConnections)
  const close = async () => {
    await database.end()
    await embedded.stop()
  }
  return { database, url: embedded.url, where: `embedded, ${folder}`, close }
}

const server = sql<{ version: number; encoding: string }>(
  'server_version',
  `select current_setting('server_version_num')::int / 10000 as version, current_setting('server_encoding') as encoding`,
)

async function check(database: Database, url: string) {
  const found = await database.one(server).catch(async (error) => {
    await database.end()
    throw new Trouble(
      `DATABASE_URL: ${placeOf(url)} ${REASONS[codeOf(error) ?? ''] ?? `answers: ${error.message}`}`,
    )
  })
  if (found && found.version >= OLDEST && found.encoding === 'UTF8') return
  await database.end()
  throw new Trouble(
    `DATABASE_URL: needs PostgreSQL ${OLDEST} or later with UTF8, found ${found?.version} with ${found?.encoding}`,
  )
}

const REASONS: Record<string, string> = {
  ECONNREFUSED: 'does not answer (connection refused)',
  ENOENT: 'does not answer (no such socket)',
  ENOTFOUND: 'is not a known host name',
  ETIMEDOUT: 'does not answer (timed out)',
  '28P01': 'refuses the user or the password',
  '28000': 'refuses this user',
  '3D000': 'has no database of that name',
  '53300': 'has no connection left',
  '57P03': 'is still starting up: try again in a moment',
}

function placeOf(url: string): string {
  const { hostname, port, pathname, searchParams } = new URL(url)
  const host = searchParams.get('host') ?? decodeURIComponent(hostname)
  return `${host || 'localhost'}${port && `:${port}`}${pathname}`
}
