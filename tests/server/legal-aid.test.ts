import { addDays, dayOf, minutesBetween } from '#domain/day'
import { GRANTING, legalAidDesk, REFUSING, UNPAID } from '../support/legal-aid.ts'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let desk: Awaited<ReturnType<typeof legalAidDesk>>
const VILLAGE = '431224100001'

beforeAll(async () => {
  server = await startServer()
  desk = await legalAidDesk(server)
})
afterAll(() => server.stop())

const check = async (answers: object) =>
  (await server.post('/api/legal-aid/checks', { answers }, { key: null })).body

const named = (documents: { type: string; number: string | null }[]) => documents.map(({ type }) => type)

it('prints an application with means as FZ-002, FZ-004 and the promise, numbered and with a code that verifies', async () => {
  const token = await server.signIn('13900000077')
  const statement = { people: 3, monthlyIncome: 1200, hardship: 'low_income' }
  const { body } = await server.post(
    '/api/legal-aid/applications',
    { ...UNPAID, matter: 'traffic', hurt: true, means: { route: 'promise', promise: true, statement } },
    { token },
  )
  expect(named(body.documents)).toEqual(['FZ-005', 'FZ-002', 'FZ-004', 'FZ-004-1'])
  const printed = body.documents.find(({ type }: { type: string }) => type === 'FZ-002')
  expect(printed.number).toMatch(/^溆援申字〔2026〕第\d+号$/)
  for (const { id } of body.documents)
    for (const format of ['pdf', 'docx'])
      expect((await server.get(`/api/cases/${body.id}/documents/${id}?format=${format}`, token)).status).toBe(
        200,
      )
  const stranger = await server.signIn('13900000078')
  expect(
    (await server.get(`/api/cases/${body.id}/documents/${printed.id}?format=pdf`, stranger)).status,
  ).toBe(404)
  const codes = await server.database.raw(`select code from document where id = '${printed.id}'`)
  const verified = await server.get(`/api/verify/${(codes.rows[0] as { code: string }).code}`)
  expect(verified.body).toMatchObject({ genuine: true, name: '法律援助申请表' })
  expect(JSON.stringify(verified.body)).not.toContain('张建国')
})

describe('a migrant worker who was not paid', () => {
  it('is told in two minutes, without signing in, that it is likely, on which ground, and that no means form comes', async () => {
    const result = await check({
      regionCode: VILLAGE,
      matter: 'wages',
      migrantWorker: true,
      whom: 'self',
      deadline: 'no',
      preservation: false,
    })
    expect(result).toMatchObject({
      verdict: 'likely_yes',
      missing: [],
      meansForm: 'not_needed',
      otherwise: [],
    })
    expect(result.parts).toMatchObject([
      { part: 'matter', ground: 'labour', law: '法律援助法 第三十一条第五项' },
      { part: 'means', ground: 'migrant_worker', law: '法律援助法 第四十二条第三项' },
    ])
  })

  it('applies, is asked once for any one proof of the work, supplies it, and gets letter and lawyer', async () => {
    const resident = await server.signIn('13900000001')
    const { status, body: applied } = await desk.apply(resident)
    expect(status).toBe(201)
    expect(applied).toMatchObject({ status: 'under_review', kind: 'legal_aid', urgent: false })
    expect(applied.number).toMatch(/^YZ431224-/)
    expect(named(applied.documents)).toEqual(['FZ-005', 'FZ-002'])
    expect(applied.clocks).toMatchObject([{ law: '法律援助法 第四十三条', state: 'running' }])
    expect(applied.own.means).toMatchObject({ route: 'exempt' })
    expect(applied.own.staff).toBeNull()
    const proof = applied.own.material.find(({ item }: { item: string }) => item === 'work_proof')
    expect(proof).toMatchObject({ state: 'missing', needed: 'required' })
    expect(proof.anyOf.join()).toMatch(/考勤.*工资条.*聊天.*工牌/)
    expect(JSON.stringify(applied.own.material)).not.toContain('合同')
    const { id } = applied

    expect((await desk.step(id, 'claim', desk.reviewer)).status).toBe(200)
    const asked = (await desk.step(id, 'ask_for_material', desk.reviewer, { items: ['work_proof'] })).body
    expect(asked).toMatchObject({ status: 'awaiting_material' })
    expect(asked.actions.map(({ action }: { action: string }) => action)).not.toContain('ask_for_material')
    const waiting = await desk.read(id, resident)
    expect(waiting.own.notice).toMatchObject({ items: ['work_proof'], law: '法律援助法 第四十三条第二款' })
    expect(waiting.own.ifSuppliedToday.text).toMatch(/今天补齐，最迟.*决定/)
    expect(waiting.sections[0].title).toBe('还要补充')
    expect(named(waiting.documents)).toEqual(['FZ-005', 'FZ-002', 'FZ-006'])

    const empty = await desk.step(id, 'supply_material', resident, { items: ['work_proof'] })
    expect(empty.body.fields).toHaveProperty('words')
    const supplied = await desk.step(id, 'supply_material', resident, {
      items: ['work_proof'],
      words: '有工友群的聊天记录',
    })
    expect(supplied.body.status).toBe('under_review')
    const given = supplied.body.own.material.find(({ item }: { item: string }) => item === 'work_proof')
    expect(given.state).toBe('given')

    const second = await desk.step(id, 'ask_for_material', desk.reviewer, { items: ['identity'] })
    expect(second).toMatchObject({ status: 409 })
    expect(second.body.detail ?? second.body.title).toContain('一次性')

    expect((await desk.step(id, 'grant', desk.head)).status).toBe(409)
    await desk.step(id, 'recommend', desk.reviewer, GRANTING)
    const granted = (await desk.step(id, 'grant', desk.head)).body
    expect(granted.status).toBe('granted')
    const { staff } = granted.own
    expect(staff.lawyers).toHaveLength(3)
    const first = staff.lawyers[0]
    const assigned = (await desk.step(id, 'assign', desk.head, { lawyerId: first.id })).body
    expect(assigned.status).toBe('assigned')

    const mine = await desk.read(id, resident)
    expect(mine.own.lawyer).toMatchObject({ name: first.name, firm: '溆水律师事务所（演示）' })
    expect(mine.own.lawyer.phone).toMatch(/^1390000041[123]$/)
    expect(mine.own.decision).toMatchObject({ outcome: 'granted', law: '法律援助法 第三十一条第五项' })
    expect(mine.own.decision.number).toMatch(/^溆援给字〔\d{4}〕第\d+号$/)
    expect(named(mine.documents)).toEqual(['FZ-005', 'FZ-002', 'FZ-006', 'FZ-009', 'FZ-011'])
    expect(mine.timeline.map(({ action }: { action: string }) => action)).not.toContain('recommend')
    const letter = mine.documents.find(({ type }: { type: string }) => type === 'FZ-009')
    const pdf = await server.get(`/api/cases/${id}/documents/${letter.id}?format=pdf`, resident)
    expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    const { items } = (await server.get('/api/notices', resident)).body
    expect(items.map(({ news }: { news: string }) => news)).toEqual(
      expect.arrayContaining(['aid_received', 'aid_material', 'aid_decided', 'aid_lawyer']),
    )
  })
})

describe('somebody who was refused', () => {
  it('reads why, objects from the case, and the bureau orders the centre to correct it', async () => {
    const resident = await server.signIn('13900000002')
    const { id } = (await desk.apply(resident)).body
    await desk.step(id, 'recommend', desk.reviewer, REFUSING)
    const refusal = { ground: 'not_covered', reasons: '属于合伙分红。', toldHowToObject: true }
    const noReasons = await desk.step(id, 'refuse', desk.head, { ...refusal, reasons: ' ' })
    expect([noReasons.status, Object.keys(noReasons.body.fields)]).toEqual([422, ['reasons']])
    expect((await desk.step(id, 'refuse', desk.head, refusal)).body.status).toBe('refused')

    const refused = await desk.read(id, resident)
    expect(refused.closedAt).not.toBeNull()
    expect(refused.own.decision).toMatchObject({ outcome: 'refused', reasons: '属于合伙分红。' })
    expect(refused.own.decision.remedies[0].text).toContain('溆浦县司法局')
    expect(refused.own.objection).toMatchObject({ possible: true, law: '法律援助法 第四十九条' })
    const objected = (await desk.step(id, 'object', resident, { reasons: '我是打工的，有工资条' })).body
    expect(objected).toMatchObject({ status: 'objected', closedAt: null })
    expect(objected.clocks.find(({ law }: { law: string }) => law === '法律援助法 第四十九条').state).toBe(
      'running',
    )

    expect((await desk.step(id, 'order_correction', desk.head, { reasons: '不对' })).status).toBe(403)
    const corrected = await desk.step(id, 'order_correction', desk.bureau, {
      reasons: '工资条可以证明劳动关系',
    })
    expect(corrected.body).toMatchObject({ status: 'under_review' })
    const mine = await desk.read(id, resident)
    expect(mine.own.objection).toMatchObject({ outcome: 'to_correct', answer: '工资条可以证明劳动关系' })
    const letter = mine.documents.find(({ type }: { type: string }) => type === 'FZ-020')
    expect(letter.name).toContain('异议审查决定书')
    await desk.step(id, 'recommend', desk.reviewer, GRANTING)
    expect((await desk.step(id, 'grant', desk.head)).body.status).toBe('granted')
  })

  it('LP-26: is upheld once, and then shown the way to the courts, not a second objection', async () => {
    const resident = await server.signIn('13900000012')
    const { id } = (await desk.apply(resident)).body
    await desk.step(id, 'recommend', desk.reviewer, REFUSING)
    await desk.step(id, 'refuse', desk.head, {
      ground: 'not_covered',
      reasons: '不是工资',
      toldHowToObject: true,
    })
    await desk.step(id, 'object', resident, { reasons: '不同意' })
    await desk.step(id, 'uphold_decision', desk.bureau, { reasons: '决定正确' })
    const mine = await desk.read(id, resident)
    expect(mine).toMatchObject({ status: 'refused' })
    expect(mine.own.objection.remedies.map(({ text }: { text: string }) => text).join()).toMatch(
      /六十日.*六个月/,
    )
    expect((await desk.step(id, 'object', resident, { reasons: '再来' })).status).toBe(409)
  })
})

describe('somebody with five days left', () => {
  it('LP-18: is seen first and has a lawyer the same hour; the formalities follow', async () => {
    const resident = await server.signIn('13900000003')
    const deadlineOn = addDays(dayOf(server.context.now()), 5)
    const { body: applied } = await desk.apply(resident, { deadlineOn })
    expect(applied).toMatchObject({ urgent: true })
    expect(applied.own.urgent).toMatchObject({ ground: 'time', law: '法律援助法 第四十四条第一项' })
    const { id } = applied
    const { items } = (await server.get('/api/cases?view=desk&kind=legal_aid', desk.reviewer)).body
    expect(items[0].id).toBe(id)

    const advanced = (await desk.step(id, 'provide_in_advance', desk.reviewer)).body
    expect(advanced.status).toBe('granted')
    const lawyers = (await desk.read(id, desk.head)).own.staff.lawyers
    await desk.step(id, 'assign', desk.head, { lawyerId: lawyers[0].id })
    const mine = await desk.read(id, resident)
    expect(mine.own.advance).toMatchObject({ done: false, law: '法律援助法 第四十四条' })
    expect(mine.own.lawyer.phone).toBeTruthy()
    expect(minutesBetween(mine.openedAt, mine.own.lawyer.assignedAt)).toBeLessThan(60)
    expect(mine.clocks.some(({ name }: { name: string }) => name === '补办手续')).toBe(true)
    await desk.step(id, 'supply_formalities', resident, { words: '身份证已带到窗口' })
    const done = (await desk.step(id, 'confirm_formalities', desk.reviewer)).body
    expect(done.own.advance.done).toBe(true)
    expect(done.clocks.find(({ name }: { name: string }) => name === '补办手续').state).toBe('met')
  })

  it('LP-18: without a short limit the reviewer says why', async () => {
    const { id } = (await desk.apply(await server.signIn('13900000004'))).body
    const bare = await desk.step(id, 'provide_in_advance', desk.reviewer)
    expect(Object.keys(bare.body.fields)).toEqual(['ground'])
    expect((await desk.step(id, 'provide_in_advance', desk.reviewer, { ground: 'other' })).status).toBe(200)
  })
})

describe('who may not', () => {
  it('strangers find nothing, staff of other places and lawyers without the case neither', async () => {
    const { id } = (await desk.apply(await server.signIn('13900000005'))).body
    for (const phone of [
      '13900000006',
      '13900000102',
      '13900000301',
      '13900000201',
      '13900000411',
      '13900000601',
    ])
      expect([phone, (await server.get(`/api/cases/${id}`, await server.signIn(phone))).status]).toEqual([
        phone,
        404,
      ])
  })

  it('a page that was overtaken changes nothing', async () => {
    const resident = await server.signIn('13900000007')
    const { id } = (await desk.apply(resident)).body
    await desk.step(id, 'claim', desk.reviewer)
    const stale = await server.post(`/api/cases/${id}/actions/withdraw`, { version: 1 }, { token: resident })
    expect(stale.body.code).toBe('stale')
  })

  it('nobody decides alone on what they have proposed', async () => {
    const { id } = (await desk.apply(await server.signIn('13900000008'))).body
    await desk.step(id, 'recommend', desk.head, GRANTING)
    expect((await desk.step(id, 'grant', desk.head)).status).toBe(409)
  })
})
