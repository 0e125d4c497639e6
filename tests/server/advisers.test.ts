import { atTheDesk } from '../support/desk.ts'
import { startServer, type TestServer } from '../support/server.ts'

jest.setTimeout(60_000)

const VILLAGE = '431224100001'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const find = async (query: string) => (await server.get(`/api/advisers?${query}`)).body
const said = (text: string) => find(`q=${encodeURIComponent(text)}`)
const names = (items: { name: string }[]) => items.map(({ name }) => name)

describe('the adviser of a village', () => {
  it('is there for every village of 溆浦县, with at most five villages each (VA-7)', async () => {
    const { rows } = await server.database.raw(
      `select code from region where level = 5 and code like '431224%' and valid_to is null`,
    )
    expect(rows).toHaveLength(412)
    const seen = new Map<string, number>()
    for (const { code } of rows as { code: string }[]) {
      const { answer } = await find(`village=${code}`)
      expect(answer.answeredBy).toBe('adviser')
      seen.set(answer.adviserId, (seen.get(answer.adviserId) ?? 0) + 1)
    }
    expect(seen.size).toBe(90)
    expect(Math.max(...seen.values())).toBe(5)
  })

  it('is known by name, occupation, licence, firm, next visit and hours; what it costs and how to complain (VA-5, VA-6)', async () => {
    const { answer, items } = await find(`village=${VILLAGE}`)
    expect(answer).toMatchObject({ answeredBy: 'adviser', canAsk: true, replyHours: 24, phone: '12348' })
    expect(answer.thenText).toHaveLength(3)
    const [adviser] = items
    expect(adviser).toMatchObject({
      occupation: 'lawyer',
      occupationText: '律师',
      licenceName: '律师执业证号',
      licence: expect.stringMatching(/^14399\d{12}$/),
      firm: expect.stringContaining('演示'),
      languages: ['普通话', '溆浦话'],
      nextVisit: { village: { code: VILLAGE }, place: expect.any(String) },
      remoteText: expect.stringMatching(/^每周/),
      costText: expect.stringContaining('不收费'),
      complainText: expect.stringContaining('12348'),
    })
    expect(adviser.mustNot.length).toBeGreaterThanOrEqual(3)
    expect(adviser.nextVisit.startsAt > server.context.now()).toBe(true)
    expect(JSON.stringify(items)).not.toContain('139')
  })

  it('says how long an answer usually takes only when five were measured', async () => {
    expect((await server.get('/api/advisers/demo-adviser-201')).body.usualAnswerMinutes).toBe(110)
    expect((await server.get('/api/advisers/demo-adviser-202')).body.usualAnswerMinutes).toBeNull()
  })

  it('lists the next visits, near ones first', async () => {
    const { body } = await server.get('/api/advisers/demo-adviser-201/visits')
    const starts = body.items.map(({ startsAt }: { startsAt: string }) => startsAt)
    expect(starts).toHaveLength(5)
    expect([...starts].sort()).toEqual(starts)
    const one = await server.get(`/api/advisers/demo-adviser-201/visits?village=${VILLAGE}`)
    expect(one.body.items).toHaveLength(1)
  })

  it('has a telephone answer in a county where nothing was set up', async () => {
    const { body } = await server.get('/api/regions?q=%E9%BA%BB%E9%98%B3')
    expect(body.items.length).toBeGreaterThan(0)
    const { rows } = await server.database.raw(
      `select code from region where code like '431226%' and level = 5 limit 1`,
    )
    const [{ code }] = rows as [{ code: string }]
    const { answer } = await find(`village=${code}`)
    expect(answer).toMatchObject({ phone: '12348', answeredBy: 'hotline' })
    expect(answer.why).toContain('还没有配备')
  })

  it('is not found for what is no village, and only one thing is asked at a time', async () => {
    expect((await server.get('/api/advisers?village=431224100000')).status).toBe(422)
    expect((await server.get('/api/advisers')).status).toBe(422)
    expect((await server.get(`/api/advisers?village=${VILLAGE}&q=x`)).status).toBe(422)
    expect((await server.get('/api/advisers/nobody')).status).toBe(404)
    expect((await server.get('/api/advisers/demo-adviser-201/photo')).status).toBe(404)
  })
})

describe('searching', () => {
  it('finds an adviser by any part of the name, by initials and by pinyin', async () => {
    const { items } = await find(`village=${VILLAGE}`)
    const [{ name }] = items
    const plain = name.replace('（演示）', '')
    for (const text of [plain, plain.slice(0, 1), plain.slice(-1), 'sm', 'shuming'])
      expect(names((await said(text)).items)).toContain(name)
  })

  it('finds everybody of a firm by any part of its name', async () => {
    const { items } = await said('雪峰山律师')
    expect(items.length).toBeGreaterThan(5)
    for (const { firm } of items) expect(firm).toContain('雪峰山')
    expect((await said('xfsl')).items[0].firm).toContain('雪峰山')
  })

  it('finds a village by its name or spelling, with who answers there', async () => {
    const found = await said('胜利社区')
    expect(found.villages.some(({ code }: { code: string }) => code === VILLAGE)).toBe(true)
    const { adviserId } = found.villages.find(({ code }: { code: string }) => code === VILLAGE)
    expect(adviserId).toBe('demo-adviser-201')
    expect(found.items.some(({ id }: { id: string }) => id === adviserId)).toBe(true)
    expect((await said('slsq')).villages.some(({ code }: { code: string }) => code === VILLAGE)).toBe(true)
  })

  it('takes a town for its villages, and nothing for nothing', async () => {
    const found = await said('卢峰镇')
    expect(found.villages.length).toBeGreaterThan(10)
    for (const { path } of found.villages) expect(path).toContain('卢峰镇')
    expect(await said('饕餮饕餮')).toEqual({ items: [], answer: null, villages: [] })
    expect(await said('%_')).toMatchObject({ items: [], villages: [] })
  })
})

describe('handing on', () => {
  it('carries a call over to the adviser of the village; nobody tells the story twice', async () => {
    const resident = await server.signIn('13900000031')
    const operator = await server.signIn('13900000101')
    const desk = await atTheDesk(server)
    const booking = await desk.book(resident)
    await desk.due(booking.id)
    const claimed = await desk.act(booking.id, 'claim', { version: booking.version }, operator)
    const handed = await desk.act(
      booking.id,
      'hand_on',
      { version: claimed.body.version, to: 'inquiry', consent: true },
      operator,
    )
    expect(handed.status).toBe(200)
    const { body } = await server.get('/api/cases?kind=inquiry', resident)
    const question = (await server.get(`/api/cases/${body.items[0].id}`, resident)).body
    expect(question).toMatchObject({ status: 'asked', own: { adviserId: 'demo-adviser-201' } })
    expect(question.own.thread[0].parts[0].text).toBe('邻居砌墙占地')
    expect(question.links.map(({ caseId }: { caseId: string }) => caseId)).toEqual([booking.id])
    const adviser = await server.signIn('13900000201')
    const seen = (await server.get(`/api/cases/${question.id}`, adviser)).body
    expect(seen.links).toEqual([])
    expect((await server.get(`/api/cases/${booking.id}`, adviser)).status).toBe(404)
  })

  it('carries a question over to legal aid or mediation, and the ledger has the line', async () => {
    const resident = await server.signIn('13900000032')
    const adviser = await server.signIn('13900000201')
    const question = { villageCode: VILLAGE, topic: 'neighbours', question: '邻居漏水淹了我家，他不肯赔' }
    for (const [to, text] of [
      ['mediation', '转调解'],
      ['legal_aid', '转法律援助'],
    ]) {
      const { body: asked } = await server.post('/api/inquiries', question, { token: resident })
      const { version } = (await server.get(`/api/cases/${asked.id}`, adviser)).body
      const silent = { version, to, consent: false }
      const path = `/api/cases/${asked.id}/actions/hand_on`
      expect((await server.post(path, silent, { token: adviser })).status).toBe(422)
      const handed = await server.post(path, { version, to, consent: true }, { token: adviser })
      expect([to, handed.status]).toEqual([to, 200])
      const { body } = await server.get(`/api/cases?kind=${to}`, resident)
      expect(body.items).toHaveLength(1)
      const ledger = (await server.get('/api/adviser/ledger', adviser)).body.items
      const line = ledger.find(({ caseNumber }: { caseNumber: string }) => caseNumber === asked.number)
      expect(line.resultText).toBe(text)
    }
  })
})

it('shows in a dump of the database nothing of what was asked', async () => {
  const resident = await server.signIn('13900000033')
  const secret = '一件谁也不该看见的事'
  await server.post(
    '/api/inquiries',
    { villageCode: VILLAGE, topic: 'other', question: secret },
    { token: resident },
  )
  for (const table of ['case_file', 'case_event', 'ledger_line', 'inquiry_move', 'notice']) {
    const { rows } = await server.database.raw(`select * from ${table}`)
    expect(JSON.stringify(rows)).not.toContain(secret)
  }
})
