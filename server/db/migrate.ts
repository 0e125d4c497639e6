import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { Trouble } from '../trouble.ts'
import { type Database, sql } from './sql.ts'

const DIR = join(import.meta.dirname, 'migrations')

const lock = sql('migration_lock', 'select pg_advisory_xact_lock(1)')
const register = sql('migration_register', 'insert into migration (name) values ($1) on conflict do nothing')
const applied = sql<{ name: string }>('migration_list', 'select name from migration order by name')

const migrations = () =>
  readdirSync(DIR)
    .filter((name) => name.endsWith('.sql'))
    .sort()

/**
 * Applies what is missing, each file in its own transaction; two processes at once wait for one another.
 * `names` are fewer than all when a backup of an older version is restored.
 */
export async function migrate(
  database: Pick<Database, 'inTransaction'>,
  names: readonly string[] = migrations(),
): Promise<void> {
  const unknown = names.find((name) => !migrations().includes(name))
  if (unknown) throw new Trouble(`this program is older than the backup: it has no migration ${unknown}`)
  await database.inTransaction(async (tx) => {
    await tx.run(lock)
    await tx.raw(
      'create table if not exists migration (name text primary key, applied_at timestamptz not null default now())',
    )
  })
  for (const name of names)
    await database.inTransaction(async (tx) => {
      await tx.run(lock)
      if (await tx.run(register, name)) await tx.raw(readFileSync(join(DIR, name), 'utf8'))
    })
}

/** True when every migration that this program knows is in the database. */
export async function isMigrated(database: Database): Promise<boolean> {
  const done = new Set((await database.many(applied)).map(({ name }) => name))
  return migrations().every((name) => done.has(name))
}
