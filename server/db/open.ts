import { join } from 'node:path'

import type { Env } from '../env.ts'
import { codeOf, Trouble } from '../trouble.ts'
import { type Listeners, startEmbedded } from './embedded.ts'
import { connect, type Database, sql } from './sql.ts'

/** A server that answers; `where` is for a line in the log, without the password. */
export type Server = { url: string; where: string; stop(): Promise<void> }

export type OpenDatabase = { database: Database; where: string; close(): Promise<void> }

type Places = Pick<Env, 'databaseUrl' | 'dataDir' | 'databaseConnections'>

const OLDEST = 15

/**
 * The server of DATABASE_URL, else the embedded one in `DATA_DIR/pg`.
 * @throws Trouble in one line when it cannot be reached or is too old
 */
export async function openServer(
  { databaseUrl, dataDir }: Pick<Places, 'databaseUrl' | 'dataDir'>,
  listeners?: Listeners,
): Promise<Server> {
  if (databaseUrl) {
    await check(databaseUrl)
    return { url: databaseUrl, where: placeOf(databaseUrl), stop: async () => undefined }
  }
  const folder = join(dataDir, 'pg')
  const { url, stop } = await startEmbedded(folder, listeners)
  return { url, where: folder, stop }
}

/** The same with a pool of connections; `close` ends the pool, and the server if it is ours. */
export async function openDatabase(places: Places, listeners?: Listeners): Promise<OpenDatabase> {
  const { url, where, stop } = await openServer(places, listeners)
  const database = connect({ url }, places.databaseConnections)
  const close = async () => {
    await database.end()
    await stop()
  }
  return { database, where, close }
}

const server = sql<{ version: number; encoding: string }>(
  'server_version',
  `select current_setting('server_version_num')::int / 10000 as version, current_setting('server_encoding') as encoding`,
)

async function check(url: string) {
  const database = connect({ url }, 1)
  try {
    const found = await database.one(server)
    if (!found || found.version < OLDEST || found.encoding !== 'UTF8')
      throw new Trouble(
        `is PostgreSQL ${found?.version} with ${found?.encoding}; needed is ${OLDEST} or later with UTF8`,
      )
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    const reason = error instanceof Trouble ? said : (REASONS[codeOf(error) ?? ''] ?? `answers: ${said}`)
    throw new Trouble(`DATABASE_URL: ${placeOf(url)} ${reason}`)
  } finally {
    await database.end()
  }
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
