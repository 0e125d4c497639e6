import { randomUUID } from 'node:crypto'
import { connect } from 'node:net'

import { sql } from '../../server/db/sql.ts'
import { pdf } from '../support/samples.ts'
import { openService, type Service } from '../support/service.ts'

let service: Service
let token: string
beforeAll(async () => {
  service = await openService()
  token = await service.signIn('13900000001')
})
afterAll(() => service.stop())

const rows = sql<{ count: number }>('test_wire_rows', 'select count(*)::int as count from file')
const countRows = async () => (await service.database.one(rows))?.count

const send = async (bytes: Buffer) => {
  const body = new FormData()
  body.set('file', new File([new Uint8Array(bytes)], 'a.pdf'))
  const headers = { authorization: `Bearer ${token}`, 'idempotency-key': randomUUID() }
  return fetch(`${service.address}/api/files`, { method: 'POST', headers, body })
}

/** Says that much will come, sends a little of it and is gone. */
const breakOff = (said: number) =>
  new Promise<void>((done) => {
    const { hostname, port } = new URL(service.address)
    const socket = connect(Number(port), hostname, () => {
      const head = [
        'POST /api/files HTTP/1.1',
        `host: ${hostname}`,
        `authorization: Bearer ${token}`,
        `idempotency-key: ${randomUUID()}`,
        'content-type: multipart/form-data; boundary=cut',
        `content-length: ${said}`,
      ]
      const part = '--cut\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7'
      socket.write(`${head.join('\r\n')}\r\n\r\n${part}`, () => setTimeout(() => socket.destroy(), 30))
    })
    socket.once('close', () => done())
  })

it('an upload that breaks off leaves nothing, and the service goes on', async () => {
  for (const said of [200, 5_000_000, 10_000_000]) await breakOff(said)
  expect(await countRows()).toBe(0)
  const whole = await send(pdf(4000))
  expect(whole.status).toBe(201)
  expect(await countRows()).toBe(1)
})

it('the answer that a file is too large arrives, also when much more was to come', async () => {
  for (const size of [10 * 1024 * 1024 + 1, 25 * 1024 * 1024]) {
    const { status } = await send(pdf(size))
    expect(status).toBe(413)
  }
})

it('ten at once are ten files', async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, () => send(pdf(300_000))))
  expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(201))
  expect(await countRows()).toBe(11)
})
