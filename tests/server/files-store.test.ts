import { fork } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { sql } from '../../server/db/sql.ts'
import { folderStore } from '../../server/files/folder.ts'
import { openStore } from '../../server/files/open-store.ts'
import type { Store } from '../../server/files/store.ts'
import { testEnv, testLog } from '../support/env.ts'
import { s3StandIn } from '../support/s3-stand-in.ts'
import { fetchFile, pdf, send } from '../support/samples.ts'
import { startServer } from '../support/server.ts'

const BYTES = Buffer.from([0, 255, 10, 13, 37])
const ID = '01JDXYZ0000000000000000ABC'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'linfa-store-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const names = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)

async function keepsItsWord(store: Store) {
  expect(await store.get(ID)).toBeNull()
  await store.put(ID, BYTES)
  expect(await store.get(ID)).toEqual(BYTES)
  await store.put(ID, Buffer.from('again'))
  expect((await store.get(ID))?.toString()).toBe('again')
  await store.remove(ID)
  await store.remove(ID)
  expect(await store.get(ID)).toBeNull()
}

describe('a folder', () => {
  it('keeps, gives and removes, and leaves nothing half-written behind', async () => {
    await keepsItsWord(folderStore(dir))
    await folderStore(dir).put(ID, BYTES)
    expect(names(dir)).toEqual([ID])
  })

  it('has a file whole or not at all when the process is killed in the middle of writing', async () => {
    const size = 8 * 1024 * 1024
    const writer = fork(join(import.meta.dirname, '../support/run/write-files.ts'), [dir, String(size)], {
      execArgv: [],
      stdio: 'ignore',
    })
    const gone = new Promise((resolve) => writer.once('exit', resolve))
    await new Promise<void>((resolve) => {
      let written = 0
      writer.on('message', () => {
        written += 1
        if (written === 5) setTimeout(resolve, 12)
      })
    })
    writer.kill('SIGKILL')
    await gone
    const whole = names(dir).filter((name) => !name.endsWith('.unfinished'))
    expect(whole.length).toBeGreaterThanOrEqual(5)
    for (const name of whole) expect(readFileSync(join(dir, name.slice(-2), name)).length).toBe(size)
  })
})

describe('a store that speaks S3', () => {
  let bucket: Awaited<ReturnType<typeof s3StandIn>>
  beforeEach(async () => {
    bucket = await s3StandIn()
  })
  afterEach(() => bucket.stop())

  const store = (more = {}) => openStore({ env: testEnv({ ...bucket.env, ...more }), log: testLog })

  it('keeps, gives and removes, with every request signed', async () => {
    await keepsItsWord(store())
  })

  it('says that the service is away when the store refuses, breaks or is gone', async () => {
    const unavailable = { code: 'unavailable' }
    await expect(store({ FILES_S3_SECRET: 'wrong' }).put(ID, BYTES)).rejects.toMatchObject(unavailable)
    await expect(store({ FILES_S3_BUCKET: 'elsewhere' }).get(ID)).rejects.toMatchObject(unavailable)
    bucket.wish.status = 404
    await expect(store().put(ID, BYTES)).rejects.toMatchObject(unavailable)
    bucket.wish.status = 500
    await expect(store().get(ID)).rejects.toMatchObject(unavailable)
    const away = store({ FILES_S3_ENDPOINT: 'http://127.0.0.1:9' })
    await expect(away.put(ID, BYTES)).rejects.toMatchObject(unavailable)
  })

  it('serves the whole way, and a file that could not be stored has no row', async () => {
    const server = await startServer(bucket.env)
    const token = await server.signIn('13900000001')
    const bytes = pdf(3000)
    const { body } = await send(server, bytes, { token })
    expect((await fetchFile(server, body.id, token)).bytes.equals(bytes)).toBe(true)
    const lying = bucket.kept.get(`/linfa-files/${body.id}`)
    expect(lying?.includes(bytes.subarray(0, 50))).toBe(false)
    bucket.wish.status = 503
    expect((await send(server, bytes, { token })).status).toBe(503)
    expect((await server.database.one(rows))?.count).toBe(1)
    await server.stop()
  })

  it('is asked for as a whole', () => {
    const half = () => testEnv({ FILES_S3_ENDPOINT: 'https://s3.example.cn' })
    expect(half).toThrow(/FILES_S3_BUCKET is missing\nFILES_S3_KEY_ID is missing\nFILES_S3_SECRET is missing/)
  })
})

const rows = sql<{ count: number }>('test_store_rows', 'select count(*)::int as count from file')
