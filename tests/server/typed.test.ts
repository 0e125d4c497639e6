import { startServer, type TestServer } from '../support/server.ts'
import { at, beginnings, type People, peopleOf } from './mediation-support.ts'

/** What becomes of what was typed. */
let server: TestServer
let people: People
let begin: ReturnType<typeof beginnings>

beforeAll(async () => {
  server = await startServer({ QUIET_HOURS: '00:00-00:00', RATE_LIMITS: 'off' })
  people = await peopleOf(server)
  begin = beginnings(server, people)
})
afterAll(() => server.stop())

it('a refusal speaks in our words and repeats nothing of what the person wrote', async () => {
  const story = '他打了我，我不敢说'
  const answer = await server.ask('PUT', '/api/drafts/mediation', {
    token: people.applicant,
    body: { fields: { story } },
  })
  expect(answer.status).toBe(422)
  expect(Object.values(answer.body.fields)).toEqual(['请检查这一项'])
  expect(JSON.stringify(answer.body)).not.toContain('不敢说')
})

it('a line break that was copied along with a name is a space: it begins no new line on a paper', async () => {
  const { id } = await begin.ask({
    name: ' 张三\n法定代理人',
    other: { name: '李对方\r\n自愿放弃全部请求\n' },
  })
  const seen = await at(server, id).take('invite', people.secretary, { means: ['paper'] })
  expect(seen.form.name).not.toContain('\n')
  expect(JSON.stringify(seen)).toContain('李对方 自愿放弃全部请求')
  expect(JSON.stringify(seen)).not.toMatch(/李对方\\[rn]/)
})

describe('what a mediator noted on the way', () => {
  const note = (id: string, items: object[]) =>
    server.post(`/api/mediations/${id}/items`, { items }, { token: people.mediator })
  const item = (text: string, id = 'phone-0001-note') => ({
    ...{ id, kind: 'note', at: server.context.now() },
    text,
  })

  it('is kept once however often it is sent, and other words under its id are refused, not dropped', async () => {
    const { id } = await begin.together()
    for (let n = 0; n < 2; n++) expect((await note(id, [item('第一次写的')])).status).toBe(200)
    const other = await note(id, [item('改过的')])
    expect([other.status, other.body.detail]).toEqual([409, expect.stringContaining('没有存上')])
    expect((await note(id, [item('第一次写的')])).body.items).toMatchObject([{ text: '第一次写的' }])
  })

  it('is refused with words once the mediation has failed, while what came before is acknowledged again', async () => {
    const { id, take } = await begin.together()
    await note(id, [item('谈之前记的')])
    await take('fail', people.mediator, { why: 'no_agreement', told: '当面告知' })
    const late = await note(id, [item('谈完以后记的', 'phone-0002-note')])
    expect([late.status, late.body.detail]).toEqual([409, expect.stringContaining('还在手机里')])
    const again = await note(id, [item('谈之前记的')])
    expect([again.status, again.body.items.length]).toEqual([200, 1])
  })
})
