import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { makeBackup } from '../../server/backup/make.ts'
import { openKeys, readManifest } from '../../server/backup/manifest.ts'
import { checkBackup, restoreBackup } from '../../server/backup/restore.ts'
import { connect, type Database } from '../../server/db/sql.ts'
import { administer, freshDatabase, urlOf } from '../support/database.ts'

jest.setTimeout(60_000)

const PASSPHRASE = '十二个字符以上的口令 for 2026'
const KEYS = {
  DATA_KEYS: `demo-1:${Buffer.alloc(32, 1).toString('base64')}`,
  INDEX_KEY: Buffer.alloc(32, 2).toString('base64'),
}
const server = process.env.LINFA_TEST_SERVER ?? ''
const at = '2026-11-23T09:30:00.000Z'

/** Shapes that are hard to carry: a circle of keys, an identity, a computed column, triggers, odd texts. */
const SHAPES = `
  create table house (id int generated always as identity primary key, head int, note text, loud text generated always as (upper(note)) stored);
  create table person (id int primary key, house int references house, mother int references person, seal bytea, born timestamptz, tags text[]);
  alter table house add foreign key (head) references person;
  create table journal (id bigserial primary key, what text);
  create function tell() returns trigger language plpgsql as 'begin insert into journal (what) values (''new''); return new; end';
  create trigger tell after insert on person for each row execute function tell();
  create function keep() returns trigger language plpgsql as 'begin raise ''journal is kept''; end';
  create trigger keep before truncate on journal execute function keep();`

const ROWS = `
  insert into house (note) values (e'卢峰镇\\t\\\\N\\n"溆水"'), (null), ('');
  insert into person values (2, 1, null, '\\x00ff0a', '2026-11-23 09:30:00.123456+08', array['a,b', null, '{']), (1, 2, 2, null, null, null);
  update house set head = 2 where id = 1;`

const buildShapes = async (database: Pick<Database, 'inTransaction'>) =>
  database.inTransaction(async (tx) => {
    await tx.raw('create table if not exists migration (name text primary key)')
    const { rows } = await tx.raw(`select from pg_class where relname = 'house'`)
    if (!rows.length) await tx.raw(SHAPES)
  })

let place: string
const databases: string[] = []

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'linfa-backup-'))
})

afterEach(async () => {
  rmSync(place, { recursive: true, force: true })
  await administer(
    server,
    ...databases.splice(0).map((name) => `drop database if exists ${name} with (force)`),
  )
})

async function emptyDatabase(): Promise<string> {
  const name = `linfa_backup_${Date.now()}_${databases.length}`
  databases.push(name)
  await administer(server, `create database ${name} encoding 'UTF8' template template0`)
  return urlOf(server, name)
}

async function using<T>(url: string, work: (database: Database) => Promise<T>): Promise<T> {
  const database = connect({ url }, 2)
  return work(database).finally(() => database.end())
}

/** Every row of every table, as text. */
const allRows = (url: string) =>
  using(url, async (database) => {
    const names = await database.raw(
      `select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`,
    )
    const found: Record<string, unknown> = {}
    for (const { relname } of names.rows as { relname: string }[])
      found[relname] = (
        await database.raw(
          `select md5(string_agg(t::text, '|' order by t::text)) as rows from "${relname}" t`,
        )
      ).rows
    return found
  })

async function withShapes(): Promise<string> {
  const url = await emptyDatabase()
  await using(url, async (database) => {
    await buildShapes(database)
    await database.raw(ROWS)
  })
  return url
}

const quiet = () => undefined
const order = (url: string, filesDir = join(place, 'files')) => ({
  url,
  filesDir,
  keys: KEYS,
  passphrase: PASSPHRASE,
  at,
  say: quiet,
})
const target = (url: string) => ({
  url,
  filesDir: join(place, 'back'),
  replace: false,
  say: quiet,
  build: buildShapes,
})

async function backUpShapes() {
  const url = await withShapes()
  mkdirSync(join(place, 'files/ab'), { recursive: true })
  writeFileSync(join(place, 'files/ab/scan'), Buffer.from([0, 255, 10, 13]))
  const dir = join(place, 'backup')
  await makeBackup(dir, order(url))
  return { url, dir, manifest: readManifest(dir) }
}

describe('a backup', () => {
  it('brings back rows, computed columns, counters, files and keys', async () => {
    const { url, dir, manifest } = await backUpShapes()
    await checkBackup(dir, manifest, quiet)
    const empty = await emptyDatabase()
    await restoreBackup(dir, manifest, target(empty))
    expect(await allRows(empty)).toEqual(await allRows(url))
    expect(readFileSync(join(place, 'back/ab/scan'))).toEqual(Buffer.from([0, 255, 10, 13]))
    expect(openKeys(manifest, PASSPHRASE)).toEqual(KEYS)
    const next = await using(empty, (database) =>
      database.raw(`insert into house (note) values ('next') returning id`),
    )
    expect(next.rows).toEqual([{ id: 4 }])
  })

  it('leaves keys and triggers of the tables in force', async () => {
    const { dir, manifest } = await backUpShapes()
    const empty = await emptyDatabase()
    await restoreBackup(dir, manifest, target(empty))
    await using(empty, async (database) => {
      await expect(database.raw('insert into person (id, house) values (9, 99)')).rejects.toThrow(
        'foreign key',
      )
      await database.raw('insert into person (id) values (9)')
      expect((await database.raw('select count(*)::int as n from journal')).rows).toEqual([{ n: 3 }])
    })
  })

  it('is one moment, while others go on writing', async () => {
    const url = await withShapes()
    const dir = join(place, 'backup')
    let written = false
    const say = () => {
      if (written) return
      written = true
      void using(url, (database) => database.raw(`insert into person (id) values (77)`))
    }
    await makeBackup(dir, { ...order(url), say })
    const { tables } = readManifest(dir).contents
    expect(tables.map(({ name, rows }) => [name, rows])).toEqual([
      ['house', 3],
      ['journal', 2],
      ['person', 2],
    ])
  })

  it('is readable by its owner alone, and shows no key', async () => {
    const { dir } = await backUpShapes()
    expect(statSync(dir).mode & 0o077).toBe(0)
    expect(readFileSync(join(dir, 'manifest.json'), 'utf8')).not.toContain(KEYS.INDEX_KEY)
    expect(readdirSync(place)).not.toContain('backup.unfinished')
  })

  it('goes into a new folder only', async () => {
    const { url, dir } = await backUpShapes()
    await expect(makeBackup(dir, order(url))).rejects.toThrow('is not empty: name a new folder')
  })
})

describe('a restore refuses', () => {
  it('a wrong passphrase and a changed list', async () => {
    const { manifest } = await backUpShapes()
    expect(() => openKeys(manifest, 'something else')).toThrow('BACKUP_PASSPHRASE is not the one')
    const changed = { ...manifest, contents: { ...manifest.contents, tables: [] } }
    expect(() => openKeys(changed, PASSPHRASE)).toThrow('or the manifest has been changed')
  })

  it('a changed, a missing and an unfinished file', async () => {
    const { dir, manifest } = await backUpShapes()
    writeFileSync(join(dir, 'tables/house.copy'), 'x')
    await expect(checkBackup(dir, manifest, quiet)).rejects.toThrow('damaged: tables/house.copy')
    rmSync(join(dir, 'tables/house.copy'))
    await expect(checkBackup(dir, manifest, quiet)).rejects.toThrow('tables/house.copy is missing')
    expect(() => readManifest(place)).toThrow('is not a whole backup')
  })

  it('a database that holds something, unless it may go', async () => {
    const { url, dir, manifest } = await backUpShapes()
    const before = await allRows(url)
    await using(url, (database) => database.raw(`update house set note = 'changed'`))
    await expect(restoreBackup(dir, manifest, target(url))).rejects.toThrow('is not empty (house')
    await restoreBackup(dir, manifest, { ...target(url), replace: true })
    expect(await allRows(url)).toEqual(before)
  })

  it('a database that a service is using', async () => {
    const { dir, manifest } = await backUpShapes()
    const empty = await emptyDatabase()
    await using(empty, async (database) => {
      await database.raw('select 1')
      await expect(restoreBackup(dir, manifest, target(empty))).rejects.toThrow('stop the service')
    })
  })

  it('rows that do not fit, and leaves everything as it was', async () => {
    const { url, dir, manifest } = await backUpShapes()
    const before = await allRows(url)
    writeFileSync(join(dir, 'tables/person.copy'), '1\tno number\n')
    await expect(restoreBackup(dir, manifest, { ...target(url), replace: true })).rejects.toThrow(
      'rows of person do not fit',
    )
    expect(await allRows(url)).toEqual(before)
  })

  it('a backup of a newer program', async () => {
    const { dir, manifest } = await backUpShapes()
    const contents = { ...manifest.contents, migrations: ['9999_later.sql'] }
    const { build: _, ...real } = target(await emptyDatabase())
    await expect(restoreBackup(dir, { ...manifest, contents }, real)).rejects.toThrow(
      'no migration 9999_later.sql',
    )
  })
})

describe('the two commands', () => {
  const run = (script: string, args: string[], env: Record<string, string>) =>
    new Promise<{ code: number | null; said: string }>((done) => {
      const child = spawn(process.execPath, [`server/commands/${script}.ts`, ...args], {
        cwd: join(import.meta.dirname, '../..'),
        env: { DATA_DIR: join(place, 'data'), BACKUP_PASSPHRASE: PASSPHRASE, ...env },
      })
      let said = ''
      const hear = (text: Buffer) => {
        said += text
      }
      child.stdout.on('data', hear)
      child.stderr.on('data', hear)
      child.once('close', (code) => done({ code, said }))
    })

  it('carry the whole demo to another database', async () => {
    const fresh = await freshDatabase()
    try {
      const empty = await emptyDatabase()
      const dir = join(place, 'backup')
      const made = await run('backup', [dir], { DATABASE_URL: fresh.url, ...KEYS })
      expect(made).toMatchObject({ code: 0, said: expect.stringContaining('done: ') })
      const restored = await run('restore', [dir], { DATABASE_URL: empty })
      expect(restored).toMatchObject({
        code: 0,
        said: expect.stringContaining('The keys of the backup are in'),
      })
      expect(await allRows(empty)).toEqual({ ...(await allRows(fresh.url)), migration: expect.anything() })
      expect(readFileSync(join(place, 'data/keys.env'), 'utf8')).toContain(`INDEX_KEY=${KEYS.INDEX_KEY}`)
    } finally {
      await fresh.drop()
    }
  })

  it('say in one line what is missing', async () => {
    const line = async (script: string, args: string[], env: Record<string, string>) => {
      const { code, said } = await run(script, args, env)
      expect(code).toBe(1)
      return said
    }
    expect(await line('backup', [], {})).toBe('name a new folder: npm run backup -- DIR\n')
    expect(await line('backup', ['x'], {})).toMatch(/^DATA_KEYS and INDEX_KEY are missing.*\n$/)
    expect(await line('restore', ['nowhere'], {})).toMatch(/is not a whole backup.*\n$/)
    expect(await line('restore', ['x'], { BACKUP_PASSPHRASE: 'short' })).toBe(
      'BACKUP_PASSPHRASE must have 12 characters or more\n',
    )
  })
})
