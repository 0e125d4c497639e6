import { startServer, type TestServer } from '../support/server.ts'
import { PHONES, REQUEST } from './mediation-support.ts'

/** One database, before and after the bureau has set other promises. */
let before: TestServer
let after: TestServer

beforeAll(async () => {
  before = await startServer()
  const same = { database: before.database, url: before.url, drop: async () => undefined }
  after = await startServer({ OFFICE_LIMITS: 'VA-9=48,PM-13=9' }, same)
})
afterAll(() => before.stop())

type Clock = { text: string; dueAt: string | null; dueOn: string }
const clocksSeen = async (server: TestServer, id: string, token: string): Promise<Clock[]> =>
  (await server.get(`/api/cases/${id}`, token)).body.clocks

const QUESTION = { villageCode: '431224100001', topic: 'land', question: '邻居在我家承包地上砌墙，怎么办？' }

it.each([
  ['VA-9: a question', '/api/inquiries', QUESTION, '24小时', '48小时'],
  ['PM-13: a request for mediation', '/api/mediations', REQUEST, '3个工作日', '9个工作日'],
] as const)(
  'CLK-7: %s keeps what was promised when it came, whatever the office sets later',
  async (_, path, body, promised, later) => {
    const token = await before.signIn(PHONES.applicant)
    const old = (await before.post(path, body, { token })).body.id
    const then = await clocksSeen(before, old, token)
    expect(JSON.stringify(then)).toContain(promised)
    expect(await clocksSeen(after, old, token)).toEqual(then)
    const fresh = (await after.post(path, body, { token })).body.id
    expect(JSON.stringify(await clocksSeen(after, fresh, token))).toContain(later)
  },
)
