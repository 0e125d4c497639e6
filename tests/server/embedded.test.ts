import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { type Embedded, startEmbedded } from '../../server/db/embedded.ts'
import { openDatabase } from '../../server/db/open.ts'
import { isPostgres } from '../../server/db/pid.ts'
import { connect, sql } from '../../server/db/sql.ts'

const ROOT = join(import.meta.dirname, '../..')
const HOLDER = `
  const { startEmbedded } = await import(${JSON.stringify(join(ROOT, 'server/db/embedded.ts'))})
  const { url } = await startEmbedded(process.argv[1])
  process.stdout.write(url)
  setInterval(() => {}, 1000)`

const one = sql<{ one: number }>('one', 'select 1 as one')
const running: Embedded[] = []
let place: string
let folder: string

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'linfa-test-'))
  chmodSync(place, 0o711)
  folder = join(place, 'pg')
})

afterEach(async () => {
  await Promise.all(running.splice(0).map((embedded) => embedded.stop()))
  rmSync(place, { recursive: true, force: true })
})

async function start(dir = folder, said: string[] = []) {
  const embedded = await startEmbedded(dir, { say: (line) => said.push(line) })
  running.push(embedded)
  return embedded
}

async function answers(url: string, tries = 50): Promise<number | undefined> {
  const database = connect({ url })
  try {
    return (await database.one(one))?.one
  } catch (error) {
    if (tries === 1) throw error
    await sleep(100)
    return answers(url, tries - 1)
  } finally {
    await database.end()
  }
}

const postmaster = () => Number.parseInt(readFileSync(join(folder, 'postmaster.pid'), 'utf8'), 10)

/** Another program that has the database of `folder`. */
async function holder() {
  const child = spawn(process.execPath, ['--input-type=module', '-e', HOLDER, folder], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [url] = await Promise.race([once(child.stdout, 'data'), once(child, 'exit')])
  if (child.exitCode !== null) throw new Error('did not start')
  return { child, url: String(url) }
}

describe('the embedded database', () => {
  it('keeps its rows from one start to the next', async () => {
    const first = await startEmbedded(folder)
    const before = connect({ url: first.url })
    await before.raw('create table kept (word text); insert into kept values ($$溆浦$$)')
    await before.end()
    await first.stop()
    const { database, close } = await openDatabase({
      dataDir: place,
      databaseUrl: undefined,
      databaseConnections: 2,
    })
    const { rows } = await database.raw('select word from kept')
    await close()
    expect(rows).toEqual([{ word: '溆浦' }])
  })

  it('serves a second process by its address', async () => {
    const { url } = await start()
    const { database, where, close } = await openDatabase({
      dataDir: place,
      databaseUrl: url,
      databaseConnections: 2,
    })
    expect(await database.one(one)).toEqual({ one: 1 })
    expect(where).toContain(folder)
    await close()
    expect(await answers(url)).toBe(1)
  })

  it('leaves no server behind when its program is killed, and starts again at once', async () => {
    const { child, url } = await holder()
    const pid = postmaster()
    child.kill('SIGKILL')
    await start()
    expect(await answers(url)).toBe(1)
    expect(postmaster()).not.toBe(pid)
    expect(isPostgres(pid)).toBe(false)
  })

  it('survives the killing of program and server together', async () => {
    const { child, url } = await holder()
    process.kill(postmaster(), 'SIGKILL')
    child.kill('SIGKILL')
    await start()
    expect(await answers(url)).toBe(1)
  })

  it('comes back by itself when only the server is killed', async () => {
    const { url } = await start()
    process.kill(postmaster(), 'SIGKILL')
    await sleep(200)
    expect(await answers(url)).toBe(1)
  })

  it('is not stopped by a process number that now belongs to a stranger', async () => {
    await (await startEmbedded(folder)).stop()
    writeFileSync(
      join(folder, 'postmaster.pid'),
      `${process.ppid}\n${folder}\n1700000000\n5432\n${folder}\n\n       1    1\nready\n`,
    )
    writeFileSync(
      join(folder, '.s.PGSQL.5432.lock'),
      `${process.ppid}\n${folder}\n1700000000\n5432\n${folder}\n`,
    )
    const { url } = await start()
    expect(await answers(url)).toBe(1)
  })

  it('is shared with a second program, whose end does not end it', async () => {
    const { child, url } = await holder()
    const second = await startEmbedded(folder)
    expect(second.url).toBe(url)
    await second.stop()
    expect(await answers(url)).toBe(1)
    child.kill('SIGKILL')
  })

  it('takes a short socket path when the folder lies deep', async () => {
    const deep = join(place, 'd'.repeat(60), 'e'.repeat(60))
    const { url } = await start(deep)
    expect(await answers(url)).toBe(1)
    expect(url).not.toContain('ddd')
  })

  it('is created once when two programs start at once', async () => {
    const both = await Promise.all([holder(), holder()])
    expect(both[0].url).toBe(both[1].url)
    expect(await answers(both[0].url)).toBe(1)
    for (const { child } of both) child.kill('SIGKILL')
  })
})

describe('a folder that cannot be used is named in one line', () => {
  const refused = async (message: RegExp, dir = folder) => {
    const trouble = await startEmbedded(dir).then(
      () => undefined,
      (error: Error) => error,
    )
    expect(trouble?.message).toMatch(message)
    expect(trouble?.message).not.toContain('\n')
  }

  it('without its version mark', async () => {
    mkdirSync(folder)
    writeFileSync(join(folder, 'base'), '')
    await refused(/is broken \(PG_VERSION is missing\)/)
  })

  it('written by another PostgreSQL', async () => {
    mkdirSync(folder)
    writeFileSync(join(folder, 'PG_VERSION'), '17\n')
    await refused(/was written by PostgreSQL 17, this program brings 18/)
  })

  it('with a file missing', async () => {
    await (await startEmbedded(folder)).stop()
    rmSync(join(folder, 'global'), { recursive: true })
    await refused(/is refused by PostgreSQL: /)
  })

  it('where a file is in the way', async () => {
    writeFileSync(join(place, 'file'), '')
    await refused(/a file of that name is in the way/, join(place, 'file', 'pg'))
  })

  it('on a full disk', async () => {
    if (!existsSync('/dev/full') || process.getuid?.() !== 0) return
    const small = join(place, 'small')
    mkdirSync(small)
    if (spawnSync('/bin/mount', ['-t', 'tmpfs', '-o', 'size=4m,mode=0711', 'none', small]).status !== 0)
      return
    await refused(/the disk is full/, join(small, 'pg')).finally(() => spawnSync('/bin/umount', [small]))
  })
})

describe('a database of one’s own', () => {
  const open = (databaseUrl: string) => openDatabase({ dataDir: place, databaseUrl, databaseConnections: 2 })

  it('that does not answer is named without its password', async () => {
    await expect(open('postgresql://linfa:secret@127.0.0.1:9/linfa')).rejects.toThrow(
      'DATABASE_URL: 127.0.0.1:9/linfa does not answer (connection refused)',
    )
  })

  it('that does not exist is named', async () => {
    const { url } = await start()
    await expect(open(url.replace('/postgres?', '/elsewhere?'))).rejects.toThrow(
      'has no database of that name',
    )
  })
})
