import { verifyChains } from '../../server/cases/verify.ts'
import { sql } from '../../server/db/sql.ts'
import { rotateKeys } from '../../server/vault/rotate.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { slotsAhead } from '../support/slots.ts'

const OLD = `demo-test:${Buffer.alloc(32, 7).toString('base64')}`
const NEW = `demo-next:${Buffer.from(Array.from({ length: 32 }, (_, n) => n * 5)).toString('base64')}`
const keyIds = sql<{ id: string }>(
  'test_key_ids',
  `select distinct split_part(convert_from(substr(data_key, 1, 10), 'SQL_ASCII'), ':', 1) as id from (
     select data_key from account union all select data_key from case_file) as keys`,
)

let server: TestServer
let token: string
let caseId: string

const on = (keys: string) =>
  startServer(
    { DATA_KEYS: keys },
    { database: server.database, url: server.url, drop: async () => undefined },
  )

beforeAll(async () => {
  server = await startServer()
  token = await server.signIn('13900000001')
  const slots = await slotsAhead(server)
  const wish = {
    channel: 'call_back',
    topic: 'loan',
    summary: '借款不还，有借条',
    regionCode: '431224100001',
  }
  caseId = (await server.post('/api/bookings', { ...wish, slotId: slots.at(-1).id }, { token })).body.id
})
afterAll(() => server.stop())

const summary = async (on: TestServer) => (await on.get(`/api/cases/${caseId}`, token)).body.form?.summary

describe('changing the master key', () => {
  it('reads with the old key and writes with the new one, before anything was rotated', async () => {
    expect(await summary(await on(`${NEW},${OLD}`))).toBe('借款不还，有借条')
  })

  it('wraps every key anew, so that the old one can go; the log stays whole; twice is as good as once', async () => {
    const both = await on(`${NEW},${OLD}`)
    const counts = await rotateKeys(both.context, () => undefined)
    expect(counts.account).toBeGreaterThan(5)
    expect(counts.case_file).toBe(1)
    expect(await rotateKeys(both.context, () => undefined)).toEqual({ account: 0, case_file: 0, file: 0 })
    expect((await server.database.many(keyIds)).map(({ id }) => id)).toEqual(['demo-next'])
    const next = await on(NEW)
    expect(await summary(next)).toBe('借款不还，有借条')
    expect((await verifyChains(next.context)).broken).toBeNull()
  })

  it('cannot read without the key', async () => {
    expect((await (await on(OLD)).get(`/api/cases/${caseId}`, token)).status).toBe(500)
  })
})

describe('what a stolen copy of the database shows', () => {
  it('is nobody’s number, name or story', async () => {
    const tables = await server.database.many(allTables)
    let dump = ''
    for (const { name } of tables) {
      const { rows } = await server.database.raw(`select t::text as line from ${name} t`)
      dump += rows.map((row) => (row as { line: string }).line).join('\n')
    }
    const bytes = (text: string) => Buffer.from(text).toString('hex')
    for (const secret of ['13900000001', '借款不还', '何接线']) {
      expect(dump.includes(secret)).toBe(false)
      expect(dump.includes(bytes(secret))).toBe(false)
    }
    expect(dump).toContain(caseId)
  })
})

const allTables = sql<{ name: string }>(
  'test_tables',
  `select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
   where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE' and table_name <> 'region'`,
)
