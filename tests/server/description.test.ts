import { Validator } from '@seriousme/openapi-schema-validator'

import { addDays, addMinutes, type Day, dayOf, instant, weekday } from '#domain/day'
import { startServer, type TestServer } from '../support/server.ts'
import { until } from '../support/until.ts'

const nextMonday = (day: Day): Day => addDays(day, 8 - weekday(day))

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

describe('what the service says of itself', () => {
  it('is an OpenAPI 3.1 file that a public validator accepts, with every path that is mounted', async () => {
    const { body } = await server.get('/api/openapi.json')
    const verdict = await new Validator().validate(structuredClone(body))
    expect(verdict.errors ?? []).toEqual([])
    expect(body.openapi).toBe('3.1.0')
    for (const { method, path } of server.web.mounted)
      expect(body.paths[`/api${path.replace(/:(\w+)/g, '{$1}')}`][method.toLowerCase()].summary).toMatch(
        /[\u4e00-\u9fff]/,
      )
    const ids = Object.values(body.paths).flatMap((path) =>
      Object.values(path as object).map(({ operationId }) => operationId),
    )
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('tells of each step what it takes', async () => {
    const { body } = await server.get('/api/openapi.json')
    const step = body.paths['/api/cases/{id}/actions/reschedule'].post
    expect(JSON.stringify(step.requestBody)).toContain('slotId')
    expect(JSON.stringify(step.requestBody)).toContain('version')
    expect(step.parameters.map(({ name }: { name: string }) => name)).toEqual(['id', 'Idempotency-Key'])
  })

  it('is readable as a page', async () => {
    const { status, body } = await server.get('/api/docs')
    expect(status).toBe(200)
    expect(body).toContain('/api/bookings')
  })

  it('tells alive, ready and figures', async () => {
    expect((await server.get('/healthz')).body).toEqual({ status: 'ok' })
    expect((await server.get('/readyz')).body).toEqual({ status: 'ok' })
    await server.get('/api/about')
    expect((await server.get('/metrics')).body).toContain(
      'linfa_http_request_seconds_count{route="GET /about",status="200"}',
    )
  })

  it('is not ready while a migration is missing', async () => {
    await server.database.raw(`update migration set name = 'x' where name like '0001%'`)
    expect((await server.get('/readyz')).status).toBe(503)
    await server.database.raw(`update migration set name = '0001_core.sql' where name = 'x'`)
  })

  it('sends the headers of a careful site, and a number by which each request is found in the log', async () => {
    const { headers } = await server.get('/api/about')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('content-security-policy')).toContain("default-src 'self'")
    expect(headers.get('x-request-id')).toMatch(/^\w{26}$/)
  })

  it('names no address it does not have, and says which methods an address takes', async () => {
    expect((await server.get('/api/nothing')).body).toMatchObject({ status: 404, code: 'not_found' })
    const { status, headers } = await server.ask('DELETE', '/api/bookings')
    expect([status, headers.get('allow')]).toEqual([405, 'POST'])
  })

  it('refuses what is too large before reading it all', async () => {
    const { status, body } = await server.post('/api/sign-in-codes', { phone: 'x'.repeat(300_000) })
    expect([status, body.code]).toEqual([413, 'too_large'])
  })
})

describe('the demo clock', () => {
  it('moves forward only, for all processes, and opens the slots of the new days before it answers', async () => {
    const other = await startServer(
      {},
      { database: server.database, url: server.url, drop: async () => undefined },
    )
    const monday = nextMonday(addDays(dayOf(server.context.now()), 60))
    const now = instant(monday, '09:00')
    expect((await server.post('/api/demo/clock', { now })).body.now >= now).toBe(true)
    const { body } = await server.get(
      `/api/desks/demo-desk-431224/slots?from=${monday}&to=${addDays(monday, 14)}`,
    )
    expect(body.items.length).toBeGreaterThan(0)
    expect((await server.post('/api/demo/clock', { now: addMinutes(now, -60) })).status).toBe(409)
    const heard = async () => (await other.get('/api/about')).body.now >= now
    await until(heard, () => 'the other process was not told')
    expect((await server.post('/api/demo/clock', { now: 'tomorrow' })).status).toBe(422)
  })
})
