import { addHours } from '#domain/day'
import { ADVISER_ANSWER as ANSWER } from '../support/adviser-answer.ts'
import { startServer, type TestServer } from '../support/server.ts'

const VILLAGE = '431224100001'
/** A village whose adviser has nobody to stand in. */
let ALONE = ''

jest.setTimeout(60_000)

let server: TestServer
let resident: string
let adviser: string
let substitute: string
let lawyer: string
let operator: string
let now: string

beforeAll(async () => {
  server = await startServer()
  now = server.context.now()
  resident = await server.signIn('13900000001')
  adviser = await server.signIn('13900000201')
  substitute = await server.signIn('13900000202')
  lawyer = await server.signIn('13900000111')
  operator = await server.signIn('13900000101')
})
afterAll(() => server.stop())

const ask = async (more: object = {}, token = resident) => {
  const question = {
    villageCode: VILLAGE,
    topic: 'land',
    question: '邻居在我家承包地上砌墙，怎么办？',
    ...more,
  }
  return server.post('/api/inquiries', question, { token })
}
const read = async (id: string, token = resident) => server.get(`/api/cases/${id}`, token)
const act = async (id: string, action: string, body: object, token: string) => {
  const { version } = (await read(id, token)).body
  return server.post(`/api/cases/${id}/actions/${action}`, { version: version ?? 1, ...body }, { token })
}
const hoursLater = async (hours: number) => {
  now = addHours(server.context.now(), hours)
  await server.post('/api/demo/clock', { now })
  // Nobody sits for a day without a pause: staff sign in again.
}
const names = (actions: { action: string }[]) => actions.map(({ action }) => action).sort()

describe('a resident asks the adviser of the village', () => {
  it('is told who has it and until when there is an answer', async () => {
    const { status, body } = await ask()
    expect(status).toBe(201)
    expect(body).toMatchObject({
      kind: 'inquiry',
      status: 'asked',
      organisation: { id: 'demo-bureau-431224' },
      own: { stage: 'adviser', adviserId: 'demo-adviser-201', promisedAt: expect.any(String) },
      clocks: [{ state: 'running', law: null, text: expect.stringContaining('24小时') }],
    })
    expect(body.number).toMatch(/^GW431224-/)
    expect(body.own.withText).toContain('村（社区）法律顾问')
    expect(body.own.chain).toMatchObject([
      { stage: 'adviser', state: 'now' },
      { stage: 'substitute', state: 'next' },
    ])
    expect(names(body.actions)).toEqual(['withdraw'])
  })

  it('and the adviser, nobody else, finds it in the inbox and answers with facts, law, ways, dates and place (CO-4)', async () => {
    const { body: asked } = await ask({ question: '我家的地被占了' })
    const inbox = await server.get('/api/adviser/inbox', adviser)
    expect(inbox.body.items.map(({ id }: { id: string }) => id)).toContain(asked.id)
    expect((await read(asked.id, substitute)).status).toBe(404)
    expect((await read(asked.id, operator)).status).toBe(404)
    const seen = await read(asked.id, adviser)
    expect(names(seen.body.actions)).toEqual([
      'answer',
      'ask_back',
      'hand_on',
      'refer',
      'refuse_for_conflict',
      'report_danger',
    ])
    const { status, body } = await act(asked.id, 'answer', ANSWER, adviser)
    expect(status).toBe(200)
    expect(body.status).toBe('answered')
    const told = (await read(asked.id)).body
    expect(told.sections[0]).toMatchObject({ title: '答复', law: '法律援助法 第二十三条' })
    expect(told.sections[0].lines.map(({ label }: { label: string }) => label)).toEqual([
      '根据的事实',
      '法律依据',
      '可以怎么办',
      '时间上要注意',
      '去哪里办',
      '处理结果',
    ])
    expect(told.own.thread.at(-1)).toMatchObject({ kind: 'answer', notice: '咨询意见仅供参考' })
    const notices = (await server.get('/api/notices', resident)).body.items
    expect(
      notices.some(
        ({ news, caseId }: { news: string; caseId: string }) => news === 'answered' && caseId === asked.id,
      ),
    ).toBe(true)
  })

  it('cannot be answered without telling of the right to legal aid (CO-3), nor without the law', async () => {
    const { body: asked } = await ask()
    const { toldOfLegalAid: _, ...silent } = ANSWER
    expect((await act(asked.id, 'answer', silent, adviser)).status).toBe(422)
    const { law: __, ...lawless } = ANSWER
    expect((await act(asked.id, 'answer', lawless, adviser)).body.fields).toHaveProperty('law')
  })

  it('and the ledger of the adviser has the line by itself, without a word of the matter', async () => {
    const { body: asked } = await ask({ question: '很私密的一件事' })
    await act(asked.id, 'answer', { ...ANSWER, group: 'elder' }, adviser)
    const { body } = await server.get('/api/adviser/ledger', adviser)
    const line = body.items.find(({ caseNumber }: { caseNumber: string }) => caseNumber === asked.number)
    expect(line).toMatchObject({
      service: 'consultation',
      way: 'online',
      about: '土地征收',
      automatic: true,
      verification: 'waiting',
      resultText: '当场解决',
    })
    expect(JSON.stringify(body)).not.toContain('私密')
  })

  it('and what was advised stands in the ledger for the adviser alone; others see the group of people', async () => {
    const { body: asked } = await ask()
    await act(asked.id, 'answer', { ...ANSWER, group: 'elder' }, adviser)
    const seenBy = async (token: string) => {
      const { body } = await server.get('/api/adviser/ledger?limit=100', token)
      return body.items.find(({ caseNumber }: { caseNumber: string }) => caseNumber === asked.number)
    }
    expect(await seenBy(adviser)).toMatchObject({ opinion: ANSWER.advice, groupText: '老年人（60 岁以上）' })
    for (const phone of ['13900000501', '13900000601', '13900000701'])
      expect(await seenBy(await server.signIn(phone))).toMatchObject({
        opinion: null,
        groupText: expect.any(String),
      })
  })

  it('confirms the service, which alone makes it count (VA-8)', async () => {
    const { body: asked } = await ask()
    await act(asked.id, 'answer', ANSWER, adviser)
    expect((await read(asked.id)).body.own.canConfirm).toBe(true)
    const other = await server.signIn('13900000002')
    const confirm = (token: string) =>
      server.post(`/api/cases/${asked.id}/service-confirmation`, {}, { token })
    expect((await confirm(other)).status).toBe(404)
    expect((await confirm(adviser)).status).toBe(404)
    expect((await confirm(resident)).body).toEqual({ confirmed: 1 })
    expect((await confirm(resident)).body).toEqual({ confirmed: 0 })
    const { body } = await server.get('/api/adviser/ledger?verification=by_resident', adviser)
    expect(body.items.some(({ caseNumber }: { caseNumber: string }) => caseNumber === asked.number)).toBe(
      true,
    )
  })

  it('is asked back, adds what was missing, and the promise begins anew', async () => {
    const { body: asked } = await ask()
    const back = await act(asked.id, 'ask_back', { question: '墙是哪一年砌的？' }, adviser)
    expect(back.body.status).toBe('answered')
    const followed = await act(asked.id, 'follow_up', { question: '去年三月' }, resident)
    expect(followed.body).toMatchObject({ status: 'asked', own: { stage: 'adviser' } })
    expect(followed.body.own.thread.map(({ kind }: { kind: string }) => kind)).toEqual([
      'question',
      'ask_back',
      'follow_up',
    ])
    expect((await act(asked.id, 'answer', ANSWER, adviser)).status).toBe(200)
  })

  it('may be in danger: the adviser reports it by law with a receipt, which the resident’s telephone does not show (CO-6)', async () => {
    const { body: asked } = await ask({ question: '孩子身上有伤' })
    const report = { what: 'child', to: 'police', receipt: '卢峰派出所 接报 001' }
    const { status, body } = await act(asked.id, 'report_danger', report, adviser)
    expect([status, body.fields]).toEqual([200, undefined])
    expect(JSON.stringify((await read(asked.id, adviser)).body.timeline)).toContain('接报 001')
    const own = (await read(asked.id)).body
    expect(own.timeline.map(({ action }: { action: string }) => action)).toEqual(['open'])
  })

  it('closes it when it is solved, and may rate it', async () => {
    const { body: asked } = await ask()
    expect((await act(asked.id, 'close', {}, resident)).status).toBe(409)
    await act(asked.id, 'answer', ANSWER, adviser)
    const closed = await act(asked.id, 'close', {}, resident)
    expect(closed.body).toMatchObject({ status: 'closed', rateUntil: expect.any(String) })
  })

  it('gets one case for one submission, however often it is sent', async () => {
    const question = { villageCode: VILLAGE, topic: 'loan', question: '借钱不还' }
    const twice = await Promise.all(
      [1, 2].map(() => server.post('/api/inquiries', question, { token: resident, key: 'same-question' })),
    )
    const again = await server.post('/api/inquiries', question, { token: resident, key: 'same-question' })
    const ids = [...twice, again].filter(({ status }) => status === 201).map(({ body }) => body.id)
    expect(new Set(ids).size).toBe(1)
  })

  it('is refused for a village that does not exist, and without words', async () => {
    expect((await ask({ villageCode: '431224999999' })).body.fields).toHaveProperty('villageCode')
    expect((await ask({ question: '  ' })).body.fields).toHaveProperty('question')
  })

  it('is answered once when two try at the same moment', async () => {
    const { body: asked } = await ask()
    const { version } = (await read(asked.id, adviser)).body
    const both = await Promise.all(
      [1, 2].map(() =>
        server.post(`/api/cases/${asked.id}/actions/answer`, { version, ...ANSWER }, { token: adviser }),
      ),
    )
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  })
})

describe('somebody else asks for a person without a smart phone', () => {
  it('an operator does, sees what was typed, and not the answer', async () => {
    const onBehalfOf = { phone: '13900000077', name: '演示老人' }
    const without = await ask({ onBehalfOf, cameBy: 'telephone' }, operator)
    expect([without.status, Object.keys(without.body.fields)]).toEqual([422, ['consent']])
    const { status, body } = await ask({ onBehalfOf, cameBy: 'telephone', consent: true }, operator)
    expect(status).toBe(201)
    expect(body.timeline[0].note).toMatch(/由.*接手.*单独同意/)
    expect(body.lines).toContainEqual({ name: 'cameBy', label: '怎么来的', text: '打电话来' })
    expect((await read(body.id, operator)).status).toBe(404)
    const person = await server.signIn('13900000077')
    expect(
      (await server.post(`/api/cases/${body.id}/number`, { number: body.number }, { token: person })).status,
    ).toBe(200)
  })

  it('a resident does not, nor an operator of another county', async () => {
    const onBehalfOf = { phone: '13900000078' }
    expect((await ask({ onBehalfOf })).status).toBe(403)
    expect((await ask({ onBehalfOf }, await server.signIn('13900000102'))).status).toBe(403)
  })
})

describe('a conflict of interest', () => {
  it('moves it to the next at once; the reason stays with the staff, and the adviser cannot read it any more (VA-6)', async () => {
    const { body: asked } = await ask()
    const refused = await act(asked.id, 'refuse_for_conflict', { reason: '对方是我的亲戚' }, adviser)
    expect(refused.status).toBe(200)
    expect((await read(asked.id, adviser)).status).toBe(404)
    const own = (await read(asked.id)).body
    expect(own.own).toMatchObject({ stage: 'substitute', adviserId: 'demo-adviser-202' })
    expect(JSON.stringify(own)).not.toContain('亲戚')
    expect(JSON.stringify((await read(asked.id, substitute)).body)).toContain('亲戚')
    const missed = (await server.get('/api/adviser/missed', adviser)).body.items
    expect(missed[0]).toMatchObject({ caseId: asked.id, why: 'conflict' })
  })
})

describe('a question that nobody answers (VA-9)', () => {
  it('moves on by itself: substitute, duty lawyer, hotline, each with the whole time', async () => {
    const { body: asked } = await ask({ question: '没有人理我' })
    await hoursLater(25)
    adviser = await server.signIn('13900000201')
    const first = (await read(asked.id)).body
    expect(first).toMatchObject({ status: 'asked', own: { stage: 'substitute' } })
    expect(first.own.chain).toMatchObject([
      { stage: 'adviser', state: 'past', note: '没有按时答复' },
      { stage: 'substitute', state: 'now' },
      { stage: 'duty_lawyer', state: 'next' },
    ])
    expect(first.own.promisedAt > now).toBe(true)
    expect((await read(asked.id, adviser)).status).toBe(404)
    const missed = (await server.get('/api/adviser/missed', adviser)).body.items
    expect(missed.find(({ caseId }: { caseId: string }) => caseId === asked.id)).toMatchObject({
      why: 'missed',
    })

    await hoursLater(25)
    lawyer = await server.signIn('13900000111')
    operator = await server.signIn('13900000101')
    const second = (await read(asked.id)).body
    expect(second).toMatchObject({
      organisation: { id: 'demo-hotline-431224' },
      own: { stage: 'duty_lawyer' },
    })
    expect(names((await read(asked.id, lawyer)).body.actions)).toContain('claim')
    expect(names((await read(asked.id, operator)).body.actions)).not.toContain('claim')

    await hoursLater(25)
    operator = await server.signIn('13900000101')
    const third = (await read(asked.id)).body
    expect(third).toMatchObject({ urgent: true, own: { stage: 'hotline' } })
    await act(asked.id, 'claim', {}, operator)
    expect((await act(asked.id, 'answer', ANSWER, operator)).body.status).toBe('answered')
    const told = (await server.get('/api/notices', resident)).body.items
    expect(
      told.filter(
        ({ news, caseId }: { news: string; caseId: string }) =>
          news === 'question_moved' && caseId === asked.id,
      ),
    ).toHaveLength(3)
  })

  it('stays at the end of the line, overdue, and is not moved round in circles', async () => {
    const { body: asked } = await ask({ question: '还是没有人理我' })
    for (let turn = 0; turn < 5; turn++) await hoursLater(25)
    const left = (await read(asked.id)).body
    expect(left).toMatchObject({ overdue: true, own: { stage: 'hotline' } })
    expect(left.timeline.filter(({ action }: { action: string }) => action === 'move_on')).toHaveLength(3)
  })
})

describe('gaps in the line', () => {
  it('while the adviser is on leave, a question goes to whoever stands in, and the page says why', async () => {
    adviser = await server.signIn('13900000204')
    const today = server.context.now().slice(0, 10)
    const leave = { from: today, to: today, reason: '培训', substituteId: 'demo-adviser-205' }
    const visits = (await server.get(`/api/adviser/visits?from=${today}&to=${today}`, adviser)).body.items
    for (const { id, state } of visits)
      if (state === 'planned')
        await server.post(`/api/adviser/visits/${id}/cancel`, { reason: '培训' }, { token: adviser })
    const taken = await server.post('/api/adviser/leaves', leave, { token: adviser })
    expect(taken.status).toBe(201)
    const [village] = (await server.get('/api/adviser/me', adviser)).body.villages
    const found = (await server.get(`/api/advisers?village=${village.code}`)).body
    expect(found.answer).toMatchObject({ answeredBy: 'substitute', adviserId: 'demo-adviser-205' })
    expect(found.answer.why).toContain('请假')
    const { body } = await ask({ villageCode: village.code })
    expect(body.own).toMatchObject({ stage: 'substitute', adviserId: 'demo-adviser-205' })
    const ended = await server.ask('DELETE', `/api/adviser/leaves/${taken.body.items[0].id}`, {
      token: adviser,
    })
    expect(ended.body.items).toEqual([])
  })

  it('where there is no adviser and nobody stands in, the duty lawyer answers', async () => {
    ALONE = (await server.get('/api/advisers/demo-adviser-203')).body.villages[0].code
    await server.database.raw(`update adviser_village set to_day = '2026-01-02' where village = '${ALONE}'`)
    const found = (await server.get(`/api/advisers?village=${ALONE}`)).body
    expect(found).toMatchObject({ items: [], answer: { answeredBy: 'duty_lawyer', canAsk: true } })
    expect(found.answer.why).toContain('还没有配备')
    const { body } = await ask({ villageCode: ALONE })
    expect(body).toMatchObject({ organisation: { id: 'demo-hotline-431224' }, own: { stage: 'duty_lawyer' } })
  })

  it('where there is not even a duty lawyer, the hotline answers', async () => {
    await server.database.raw(`update staff_role set ended_at = now() where role = 'duty_lawyer'`)
    const found = (await server.get(`/api/advisers?village=${ALONE}`)).body
    expect(found.answer).toMatchObject({ answeredBy: 'hotline', canAsk: true })
  })

  it('where nobody is at all, 12348 stands there, and nothing can be written into the void', async () => {
    await server.database.raw(
      `update staff_role set ended_at = now() where role in ('hotline_operator', 'hotline_head')`,
    )
    const found = (await server.get(`/api/advisers?village=${ALONE}`)).body
    expect(found.answer).toMatchObject({ answeredBy: 'hotline', canAsk: false, phone: '12348' })
    expect((await ask({ villageCode: ALONE })).status).toBe(409)
  })
})
