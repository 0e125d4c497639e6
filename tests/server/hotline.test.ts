import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

it('is ready', async () => {
  expect((await server.get('/readyz')).status).toBe(200)
  const desks = await server.get('/api/desks?region=431224100001')
  expect(desks.body.items[0].name).toContain('溆浦县')
})
