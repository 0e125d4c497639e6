import { createReadStream, existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'

import { type Db, statementsOn } from '../db/sql.ts'
import { Trouble } from '../trouble.ts'
import { migrations, quote, sequences, tables } from './catalogue.ts'
import { type Contents, type Keys, type Piece, type Table, writeManifest } from './manifest.ts'
import { filesBelow, writePiece } from './pieces.ts'

export type Say = (line: string) => void

export type BackupOrder = {
  url: string
  filesDir: string
  keys: Keys
  passphrase: string
  at: string
  say: Say
}

/** Writes database, files and keys, as of one moment, into the new folder `dir`; it appears there only when whole. */
export async function makeBackup(dir: string, order: BackupOrder): Promise<void> {
  if (existsSync(dir) && readdirSync(dir).length) throw new Trouble(`${dir} is not empty: name a new folder`)
  const unfinished = `${dir}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  try {
    mkdirSync(unfinished, { recursive: true, mode: 0o700 })
    // The row of a file is written after its bytes are safe: database first, and no row lacks its file.
    const database = await backUpDatabase(unfinished, order)
    const contents: Contents = {
      format: 'linfa-backup-1',
      madeAt: order.at,
      ...database,
      files: await backUpFiles(unfinished, order),
    }
    writeManifest(unfinished, contents, order.keys, order.passphrase)
    if (existsSync(dir)) rmdirSync(dir)
    renameSync(unfinished, dir)
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
  }
}

async function backUpDatabase(dir: string, { url, say }: BackupOrder) {
  const client = new pg.Client({ connectionString: url, options: '-c TimeZone=UTC -c DateStyle=ISO' })
  await client.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    const db = statementsOn(client)
    return {
      migrations: (await db.many(migrations)).map(({ name }) => name),
      tables: await copyTables(client, db, dir, say),
      sequences: await db.many(sequences),
    }
  } finally {
    await client.end()
  }
}

async function copyTables(client: pg.Client, db: Db, dir: string, say: Say): Promise<Table[]> {
  const copied: Table[] = []
  for (const { name, columns } of await db.many(tables)) {
    const rows = client.query(copyTo(`copy ${quote(name)} (${columns.map(quote).join(', ')}) to stdout`))
    const piece = await writePiece(rows, dir, `tables/${name}.copy`)
    copied.push({ ...piece, name, columns, rows: rows.rowCount })
    say(`  ${name}: ${rows.rowCount} rows`)
  }
  return copied
}

async function backUpFiles(dir: string, { filesDir, say }: BackupOrder): Promise<Piece[]> {
  const pieces: Piece[] = []
  for (const path of filesBelow(filesDir)) {
    pieces.push(await writePiece(createReadStream(join(filesDir, path)), dir, `files/${path}`))
    if (pieces.length % 1000 === 0) say(`  ${pieces.length} files`)
  }
  say(`  ${pieces.length} files`)
  return pieces
}
