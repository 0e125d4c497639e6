import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { isPostgres } from '../../server/db/pid.ts'

jest.setTimeout(60_000)

const ROOT = join(import.meta.dirname, '../..')
let place: string
const children: ChildProcess[] = []

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'linfa-start-'))
})

afterEach(async () => {
  for (const child of children.splice(0))
    if (child.exitCode === null && child.kill('SIGKILL')) await once(child, 'exit')
  rmSync(place, { recursive: true, force: true })
})

/** Runs a program of ours with nothing but these variables; resolves `over` when it has ended. */
function run(script: string, env: Record<string, string>) {
  const child = spawn(process.execPath, [script], { cwd: ROOT, env: { DATA_DIR: place, PORT: '0', ...env } })
  children.push(child)
  let said = ''
  const heard: ((text: string) => void)[] = []
  const hear = (text: Buffer) => {
    said += text
    for (const tell of heard) tell(said)
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const over = once(child, 'close').then(([code, signal]) => ({ code: code ?? signal, said }))
  const until = (pattern: RegExp) =>
    new Promise<void>((done, fail) => {
      heard.push((text) => pattern.test(text) && done())
      void over.then(() => fail(new Error(`ended with: ${said}`)))
    })
  return { child, over, until }
}

describe('a start that cannot be', () => {
  it('says in one line that the port is in use, before it builds anything', async () => {
    const other = createServer().listen(0, '0.0.0.0')
    await once(other, 'listening')
    const address = other.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const { code, said } = await run('server/start.ts', { PORT: String(port) }).over
    other.close()
    expect(said).toBe(`port ${port} is in use: stop the other program, or set PORT to another number\n`)
    expect(code).toBe(1)
  })

  it('names each variable that production misses', async () => {
    const { code, said } = await run('server/start.ts', { NODE_ENV: 'production' }).over
    expect(said).toMatch(/^DATABASE_URL is missing\nPUBLIC_URL is missing\n/)
    expect(code).toBe(1)
  })

  it('names a broken data folder in one line', async () => {
    mkdirSync(join(place, 'pg'))
    writeFileSync(join(place, 'pg', 'leftover'), '')
    const { code, said } = await run('server/main.ts', {}).over
    expect(said).toBe(
      `the database folder ${join(place, 'pg')} is broken (PG_VERSION is missing): restore a backup or remove the folder\n`,
    )
    expect(code).toBe(1)
  })

  it('names a database that does not answer in one line', async () => {
    const { code, said } = await run('server/main.ts', {
      DATABASE_URL: 'postgresql://a:secret@127.0.0.1:9/linfa',
    }).over
    expect(said).toBe('DATABASE_URL: 127.0.0.1:9/linfa does not answer (connection refused)\n')
    expect(code).toBe(1)
  })
})

describe('a running service', () => {
  it('ends cleanly on Ctrl-C, and starts again after a kill', async () => {
    const first = run('server/main.ts', {})
    await first.until(/"msg":"ready"/)
    const postmaster = Number.parseInt(readFileSync(join(place, 'pg/postmaster.pid'), 'utf8'), 10)
    first.child.kill('SIGINT')
    expect((await first.over).code).toBe(0)
    expect(isPostgres(postmaster)).toBe(false)

    const second = run('server/main.ts', {})
    await second.until(/"msg":"ready"/)
    second.child.kill('SIGKILL')
    await second.over
    const third = run('server/main.ts', {})
    await third.until(/"msg":"ready"/)
    third.child.kill('SIGTERM')
    expect((await third.over).code).toBe(0)
  })
})
