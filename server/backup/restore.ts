import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'

import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

import { migrate } from '../db/migrate.ts'
import { type Database, type Db, statementsOn } from '../db/sql.ts'
import { Trouble } from '../trouble.ts'
import { foreignKeys, othersConnected, quote, tables } from './catalogue.ts'
import type { Say } from './make.ts'
import type { Contents, Manifest, Table } from './manifest.ts'
import { checkPiece, copyFile } from './pieces.ts'

/** Brings the empty database to the named migrations, or to all when none are named. */
type Build = (database: Pick<Database, 'inTransaction'>, names?: readonly string[]) => Promise<void>

export type RestoreOrder = {
  url: string
  filesDir: string
  /** Whether what the target holds may go. */
  replace: boolean
  say: Say
  build?: Build
}

/** Reads every file of the backup and compares it with the manifest. */
export async function checkBackup(dir: string, { contents }: Manifest, say: Say): Promise<void> {
  const pieces = [...contents.tables, ...contents.files]
  for (const [done, piece] of pieces.entries()) {
    await checkPiece(dir, piece)
    if ((done + 1) % 1000 === 0) say(`  ${done + 1} of ${pieces.length} files checked`)
  }
  say(`  ${pieces.length} files checked: whole`)
}

/** Puts a checked backup into the database, in one transaction, and into the folder of files. */
export async function restoreBackup(dir: string, { contents }: Manifest, order: RestoreOrder): Promise<void> {
  const client = new pg.Client({ connectionString: order.url, options: '-c TimeZone=UTC -c DateStyle=ISO' })
  await client.connect()
  try {
    await client.query('begin')
    const db = statementsOn(client)
    await clear(db, order.replace)
    await rebuild(client, db, dir, contents, order)
    await restoreFiles(dir, contents, order)
    await client.query('commit')
    await client.query('analyze')
  } finally {
    await client.end()
  }
}

async function clear(db: Db, replace: boolean) {
  const others = await connectedOthers(db)
  if (others)
    throw new Trouble(`${others} connections are open to the database: stop the service, then restore`)
  const full = replace ? [] : await tablesWithRows(db)
  if (full.length)
    throw new Trouble(
      `the database is not empty (${full.slice(0, 5).join(', ')} …): add --replace to lose what it holds`,
    )
  await db.raw('drop schema public cascade; create schema public; drop schema if exists pgboss cascade')
}

/** Asked twice, because a connection that has just ended shows for a moment. */
async function connectedOthers(db: Db, isSecond = false): Promise<number> {
  const count = (await db.one(othersConnected))?.count ?? 0
  if (!count || isSecond) return count
  await sleep(1000)
  return connectedOthers(db, true)
}

async function tablesWithRows(db: Db): Promise<string[]> {
  const full: string[] = []
  for (const { name } of await db.many(tables))
    if ((await db.raw(`select from ${quote(name)} limit 1`)).rows.length) full.push(name)
  return full
}

/** Tables as they were then, then their rows, then what this program has added since. */
async function rebuild(
  client: pg.Client,
  db: Db,
  dir: string,
  contents: Contents,
  { build = migrate, say }: RestoreOrder,
) {
  const within = { inTransaction: <T>(work: (tx: Db) => Promise<T>) => work(db) }
  await build(within, contents.migrations)
  const names = (await db.many(tables)).map(({ name }) => name)
  const missing = contents.tables.find(({ name }) => !names.includes(name))
  if (missing)
    throw new Trouble(
      `this program has no table ${missing.name}: restore with the version that made the backup`,
    )
  await unguarded(db, names, async () => {
    await db.raw(`truncate ${names.map(quote).join(', ')}`)
    for (const table of contents.tables) await fill(client, dir, table, say)
  })
  for (const { name, last } of contents.sequences)
    if (last) await db.raw('select setval($1::regclass, $2::bigint)', [quote(name), last])
  await build(within)
}

/** Without triggers, which would write rows of their own, and foreign keys, which would ask for an order. */
async function unguarded(db: Db, names: readonly string[], work: () => Promise<void>) {
  const keys = await db.many(foreignKeys)
  for (const name of names) await db.raw(`alter table ${quote(name)} disable trigger user`)
  for (const { table, name } of keys)
    await db.raw(`alter table ${quote(table)} drop constraint ${quote(name)}`)
  await work()
  for (const { table, name, definition } of keys)
    await db.raw(`alter table ${quote(table)} add constraint ${quote(name)} ${definition}`)
  for (const name of names) await db.raw(`alter table ${quote(name)} enable trigger user`)
}

async function fill(client: pg.Client, dir: string, { name, path, columns, rows }: Table, say: Say) {
  const into = client.query(copyFrom(`copy ${quote(name)} (${columns.map(quote).join(', ')}) from stdin`))
  await pipeline(createReadStream(join(dir, path)), into).catch((error: Error) => {
    throw new Trouble(`the rows of ${name} do not fit this program: ${error.message}`)
  })
  if (into.rowCount !== rows) throw new Trouble(`${name} has ${into.rowCount} rows instead of ${rows}`)
  say(`  ${name}: ${rows} rows`)
}

async function restoreFiles(dir: string, { files }: Contents, { filesDir, say }: RestoreOrder) {
  for (const { path } of files) await copyFile(join(dir, path), join(filesDir, path.replace(/^files\//, '')))
  say(`  ${files.length} files`)
}
