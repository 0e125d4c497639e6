import { startServer, type TestServer } from '../support/server.ts'

const VILLAGE = '431224100001'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

describe('the adviser of a village', () => {
  it('is there for every village of 溆浦县, with who comes next', async () => {
    const { body } = await server.get(`/api/advisers?village=${VILLAGE}`)
    expect(body.answer).toMatchObject({ answeredBy: 'adviser', canAsk: true, replyHours: 24, phone: '12348' })
    expect(body.items[0]).toMatchObject({
      occupation: 'lawyer',
      licenceName: '律师执业证号',
      nextVisit: { village: { code: VILLAGE } },
    })
  })
})
