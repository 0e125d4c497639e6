import { startServer, type TestServer } from '../support/server.ts'

const VILLAGE = '431224100001'
const DRAFT = {
  regionCode: VILLAGE,
  what: 'village_rules',
  title: '胜利社区居民公约（草案）',
  clauses: ['邻里和睦，互相帮助。', '外嫁女不再享受集体分红。', '乱倒垃圾的罚款二百元。'],
  background: '居民代表议过两次',
}
const LAWFUL = { verdict: 'lawful' }
const STRIKE = { verdict: 'strike', flags: ['married_women'], advice: '删去，妇女权益不因婚姻状况受影响' }
const AMEND = { verdict: 'amend', flags: ['fine'], advice: '改为批评教育、自己清理' }
const BETTER = ['邻里和睦，互相帮助。', '不乱倒垃圾，倒了的自己清理。']

let server: TestServer
let contact: string
let adviser: string
let officer: string

beforeAll(async () => {
  server = await startServer()
  contact = await server.signIn('13900000701')
  adviser = await server.signIn('13900000201')
  officer = await server.signIn('13900000601')
})
afterAll(() => server.stop())

const submit = (more: object = {}, token = contact) =>
  server.post('/api/rules-reviews', { ...DRAFT, ...more }, { token })
const read = (id: string, token: string) => server.get(`/api/cases/${id}`, token)
const act = async (id: string, action: string, body: object, token: string) => {
  const { version } = (await read(id, token)).body
  return server.post(`/api/cases/${id}/actions/${action}`, { version: version ?? 1, ...body }, { token })
}
const actions = async (id: string, token: string) =>
  (await read(id, token)).body.actions?.map(({ action }: { action: string }) => action)
const rules = async () => (await server.get(`/api/villages/${VILLAGE}/rules`)).body.items

describe('the rules of a village (VA-10)', () => {
  it('are read by its adviser clause by clause, changed, filed by the township, and stand in the open', async () => {
    const { status, body } = await submit()
    expect(status).toBe(201)
    expect(body).toMatchObject({
      kind: 'rules_review',
      status: 'under_review',
      own: { version: 1, clauses: [{ number: 1, opinion: null }, { number: 2 }, { number: 3 }] },
      clocks: [{ name: '审查意见', law: null, state: 'running' }],
    })
    expect(body.number).toMatch(/^CG431224-/)
    expect(await actions(body.id, adviser)).toEqual(['give_opinion'])

    const opinion = await act(
      body.id,
      'give_opinion',
      { opinions: [LAWFUL, STRIKE, AMEND], summary: '两条要改' },
      adviser,
    )
    expect(opinion.body).toMatchObject({ status: 'returned', own: { summary: '两条要改' } })
    expect(opinion.body.own.clauses[1].opinion).toMatchObject({
      verdictText: '违法须删',
      flags: [{ flag: 'married_women', law: '妇女权益保障法' }],
    })
    expect(await rules()).toEqual([])

    const early = await act(
      body.id,
      'file_final',
      { clauses: DRAFT.clauses, passedOn: '2026-11-20' },
      officer,
    )
    expect(early.status).toBe(409)
    expect(early.body.detail).toContain('违法须删')

    await act(body.id, 'revise', { clauses: BETTER, note: '按意见删改' }, contact)
    const again = (await read(body.id, adviser)).body
    expect(again).toMatchObject({ status: 'under_review', own: { version: 2 } })
    expect(again.own.clauses).toHaveLength(2)
    expect(again.own.clauses[0].opinion).toBeNull()
    await act(body.id, 'give_opinion', { opinions: [LAWFUL, LAWFUL], summary: '可以' }, adviser)
    const smuggled = [...BETTER, '外嫁女不再享受集体分红。']
    const other = await act(body.id, 'file_final', { clauses: smuggled, passedOn: '2026-11-20' }, officer)
    expect(other).toMatchObject({
      status: 422,
      body: { fields: { clauses: expect.stringContaining('第 3 条') } },
    })
    const ready = (await server.get('/api/notices', officer)).body.items
    expect(ready.filter(({ news }: { news: string }) => news === 'rules_ready')).toMatchObject([
      { caseId: body.id, text: expect.stringContaining(body.number) },
    ])
    const filed = await act(body.id, 'file_final', { clauses: BETTER, passedOn: '2026-11-20' }, officer)
    expect(filed.body).toMatchObject({ status: 'filed', own: { passedOn: '2026-11-20' } })

    expect(await rules()).toMatchObject([
      { number: body.number, title: DRAFT.title, what: '村规民约', clauses: BETTER, passedOn: '2026-11-20' },
    ])
    const found = (await server.get(`/api/advisers?village=${VILLAGE}`)).body
    expect(found.answer.hasRules).toBe(true)
  })

  it('stand in the ledger of the adviser by themselves, one line for each opinion', async () => {
    const [{ number }] = await rules()
    const { items } = (await server.get('/api/adviser/ledger', adviser)).body
    const lines = items.filter(({ caseNumber }: { caseNumber: string }) => caseNumber === number)
    expect(lines).toMatchObject([1, 2].map(() => ({ service: 'review', automatic: true, canConfirm: false })))
    const seen = (await server.get('/api/adviser/ledger', contact)).body.items
    expect(seen.filter(({ caseNumber }: { caseNumber: string }) => caseNumber === number)).toMatchObject(
      [1, 2].map(() => ({ verification: 'waiting', canConfirm: true })),
    )
  })

  it('are called back when the township orders a correction', async () => {
    const [{ number }] = await rules()
    const { body } = await server.get(`/api/cases?view=desk&kind=rules_review`, officer)
    const { id } = body.items.find((one: { number: string }) => one.number === number)
    await act(id, 'order_correction', { reason: '第二条与镇里的办法不一致' }, officer)
    expect(await rules()).toEqual([])
    expect((await read(id, contact)).body).toMatchObject({
      status: 'to_correct',
      own: { correction: '第二条与镇里的办法不一致' },
    })
  })

  it('need an opinion on every clause, and a reason for all that is not lawful', async () => {
    const { body } = await submit()
    const few = await act(body.id, 'give_opinion', { opinions: [LAWFUL], summary: '好' }, adviser)
    expect(few.status).toBe(422)
    expect(few.body.detail).toContain('3 条')
    const silent = { opinions: [LAWFUL, { verdict: 'strike' }, LAWFUL], summary: '好' }
    expect((await act(body.id, 'give_opinion', silent, adviser)).status).toBe(422)
  })

  it('are submitted by the contact of that village alone, and read by no other adviser', async () => {
    expect((await submit({ regionCode: '431224100002' })).status).toBe(403)
    expect((await submit({}, adviser)).status).toBe(403)
    expect((await submit({}, await server.signIn('13900000001'))).status).toBe(403)
    const { body } = await submit()
    expect((await read(body.id, await server.signIn('13900000202'))).status).toBe(404)
    expect((await read(body.id, await server.signIn('13900000002'))).status).toBe(404)
    expect(await actions(body.id, officer)).toEqual(['give_opinion'])
    expect(await actions(body.id, contact)).toEqual(['revise', 'withdraw'])
  })

  it('are changed once when two hands are at it at the same moment', async () => {
    const { body } = await submit()
    const give = (token: string) =>
      server.post(
        `/api/cases/${body.id}/actions/give_opinion`,
        { version: body.version, opinions: [LAWFUL, LAWFUL, LAWFUL], summary: '可以' },
        { token },
      )
    const both = await Promise.all([give(adviser), give(officer)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  })
})
