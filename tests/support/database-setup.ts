import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { build } from '../../server/build.ts'
import { startEmbedded } from '../../server/db/embedded.ts'
import { migrate } from '../../server/db/migrate.ts'
import { connect } from '../../server/db/sql.ts'
import { prepareDemo } from '../../server/demo/prepare.ts'
import { runTasks } from '../../server/jobs/tasks.ts'
import { administer, TEMPLATE, urlOf } from './database.ts'
import { testEnv, testLog } from './env.ts'

declare global {
  var stopTestDatabase: (() => Promise<void>) | undefined
}

/** One PostgreSQL for the whole tier: the embedded one, or the server of TEST_DATABASE_URL. */
// biome-ignore lint/style/noDefaultExport: jest asks for it
export default async function setUp(): Promise<void> {
  const external = process.env.TEST_DATABASE_URL
  const server = external ?? (await startOwn())
  process.env.LINFA_TEST_SERVER = server
  await administer(
    server,
    `drop database if exists ${TEMPLATE} with (force)`,
    `create database ${TEMPLATE} encoding 'UTF8' template template0`,
  )
  await fill(urlOf(server, TEMPLATE))
}

/** In a folder that goes with it. */
async function startOwn(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'linfa-'))
  const { url, stop } = await startEmbedded(join(folder, 'pg'))
  globalThis.stopTestDatabase = async () => {
    await stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return url
}

async function fill(url: string) {
  const database = connect({ url }, 4)
  await migrate(database)
  const { context, work } = await build({ env: testEnv(), database, log: testLog })
  await prepareDemo(context, () => undefined)
  await runTasks(work)
  await database.end()
}
