import { addMinutes } from '#domain/day'
import { verifyChains } from '../../server/cases/verify.ts'
import { sql } from '../../server/db/sql.ts'
import { ANSWER, atTheDesk } from '../support/desk.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { slotsAhead } from '../support/slots.ts'

let server: TestServer
let desk: Awaited<ReturnType<typeof atTheDesk>>
let operator: string
let head: string
let lawyer: string

beforeAll(async () => {
  server = await startServer()
  desk = await atTheDesk(server)
  operator = await server.signIn('13900000101')
  head = await server.signIn('13900000109')
  lawyer = await server.signIn('13900000111')
})
afterAll(() => server.stop())

const read = async (id: string, token: string) => (await server.get(`/api/cases/${id}`, token)).body
const names = (body: { actions: { action: string }[] }) => body.actions.map(({ action }) => action)
/** The next call is due: nobody misses it before. */
const later = ({ retryAt }: { retryAt: string }) =>
  server.post('/api/demo/clock', { now: addMinutes(retryAt, 1) })
const taken = async () => (await server.database.one(seats, desk.slotId))?.taken

describe('the call ladder', () => {
  it('misses twice, reaches the person the third time, and the resident sees every step', async () => {
    const resident = await server.signIn('13900000031')
    const { id } = await desk.book(resident)
    const seat = await taken()
    await desk.due(id)
    let { body } = await desk.act(id, 'claim', { version: 1 }, operator)
    expect(body).toMatchObject({ status: 'claimed', handler: { name: expect.stringContaining('何接线') } })
    for (const attempts of [1, 2]) {
      const missed = await desk.act(id, 'record_missed', { version: body.version }, operator)
      expect(missed.status).toBe(200)
      body = missed.body
      expect(body).toMatchObject({ status: 'booked', attempts, closedAt: null })
      expect(body.retryAt > server.context.now()).toBe(true)
      const early = await desk.act(id, 'record_missed', { version: body.version }, operator)
      expect([early.body.code, early.body.detail]).toEqual([
        'not_now',
        expect.stringContaining('还没到联系的时间'),
      ])
      await later(body)
    }
    const listed = (await server.get('/api/cases', resident)).body.items[0]
    expect(listed).toMatchObject({ id, attempts: 2, retryAt: body.retryAt })
    const seen = await read(id, resident)
    expect(seen.attemptsText).toMatch(/已联系 2 次没有接通，.*左右再联系你/)
    expect(names(seen)).toEqual(['reschedule', 'cancel'])
    const answered = await desk.act(id, 'record_answer', { ...ANSWER, version: body.version }, operator)
    expect(answered.body).toMatchObject({ status: 'answered', retryAt: null })
    const done = await read(id, resident)
    expect(done.answer).toMatchObject({
      text: ANSWER.answer,
      notice: '咨询意见仅供参考',
      categoryText: '土地征收',
      handlingText: '咨询',
      legalAid: { law: '法律援助法 第二十三条' },
    })
    expect(done.timeline.map(({ action }: { action: string }) => action)).toEqual([
      'open',
      'claim',
      'record_missed',
      'record_missed',
      'record_answer',
    ])
    expect(done.actions).toEqual([])
    expect(await server.database.one(held, id)).toEqual({ held: false })
    expect(seat).toBe(1)
  })

  it('ends after the last call in vain, with a reason that staff reads; the resident can book again', async () => {
    const resident = await server.signIn('13900000032')
    const { id } = await desk.book(resident)
    await desk.due(id)
    let { body } = await desk.act(id, 'claim', { version: 1 }, operator)
    for (const _ of [1, 2]) {
      await desk.act(id, 'record_missed', { version: body.version }, operator)
      await later(await read(id, operator))
      body = await read(id, operator)
    }
    const fields = body.actions.find(({ action }: { action: string }) => action === 'record_missed').fields
    expect(fields).toMatchObject([{ name: 'reason', required: true, input: 'long' }])
    const silent = await desk.act(id, 'record_missed', { version: body.version }, operator)
    expect([silent.status, Object.keys(silent.body.fields)]).toEqual([422, ['reason']])
    const over = await desk.act(
      id,
      'record_missed',
      { version: body.version, reason: '上午两次、下午一次，都是关机' },
      operator,
    )
    expect(over.body).toMatchObject({ status: 'unreachable', attempts: 3 })
    expect(over.body.closedAt).not.toBeNull()
    const missed = over.body.timeline.findLast(({ action }: { action: string }) => action === 'record_missed')
    expect(missed.note).toContain('关机')
    const seen = await read(id, resident)
    expect(seen.timeline.at(-1).note).toBeNull()
    expect((await desk.book(resident, { fromCaseId: id })).status).toBe('booked')
  })

  it('starts anew with another time, which the resident may choose after a call in vain', async () => {
    const resident = await server.signIn('13900000033')
    const { id } = await desk.book(resident)
    await desk.due(id)
    const late = await desk.act(id, 'reschedule', { version: 1, slotId: desk.slotId }, resident)
    expect(late.body.detail).toContain('12348')
    await desk.act(id, 'claim', { version: 1 }, operator)
    await desk.act(id, 'record_missed', { version: 2 }, operator)
    const slotId = (await slotsAhead(server)).at(-1).id
    const moved = await desk.act(id, 'reschedule', { version: 3, slotId }, resident)
    expect(moved.body).toMatchObject({ status: 'booked', attempts: 0, retryAt: null, handler: null })
  })
})

describe('the ticket', () => {
  it('must say that the right to legal aid was told (LA-2), what it was about, and the advice; a group may be refused (CO-1)', async () => {
    const { id } = await desk.book(await server.signIn('13900000034'))
    await desk.act(id, 'claim', { version: 1 }, lawyer)
    const { status, body } = await desk.act(
      id,
      'record_answer',
      { version: 2, toldOfLegalAid: false },
      lawyer,
    )
    expect([status, Object.keys(body.fields).sort()]).toEqual([
      422,
      ['answer', 'category', 'group', 'toldOfLegalAid'],
    ])
    const full = {
      lawCited: '民法典 第二百九十三条',
      group: 'declined',
      handling: 'mediation',
      followUp: '三天后再打一次',
    }
    const folded = { urgency: 'safety', sex: 'female' }
    const strange = { version: 2, ...ANSWER, urgency: 'very', sex: 'x', group: 'rich' }
    const wrong = await desk.act(id, 'record_answer', strange, lawyer)
    expect(Object.keys(wrong.body.fields).sort()).toEqual(['group', 'sex', 'urgency'])
    const done = await desk.act(id, 'record_answer', { version: 2, ...ANSWER, ...full, ...folded }, lawyer)
    expect(done.body.answer).toMatchObject({ ...full, handlingText: '调解', groupText: '拒绝提供' })
    expect(done.body.answer).toMatchObject({ urgencyText: '特急（人身安全）', sexText: '女' })
  })

  it('is written by whoever has the case, and by nobody else', async () => {
    const { id } = await desk.book(await server.signIn('13900000035'))
    await desk.act(id, 'claim', { version: 1 }, operator)
    for (const token of [lawyer, head]) {
      const { body } = await desk.act(id, 'record_answer', { version: 2, ...ANSWER }, token)
      expect(body.code).toBe('not_yours')
    }
    expect((await desk.act(id, 'claim', { version: 2 }, lawyer)).body).toMatchObject({
      code: 'stale',
      detail: expect.stringContaining('何接线'),
    })
    expect((await desk.act(id, 'release', { version: 2 }, operator)).body.fields.reason).toBeTruthy()
    const back = await desk.act(id, 'release', { version: 2, reason: '要懂苗语的人来' }, operator)
    expect(back.body).toMatchObject({ status: 'booked', handler: null })
    expect((await desk.act(id, 'claim', { version: 2 }, lawyer)).body.handler).toBeUndefined()
    expect((await desk.act(id, 'claim', { version: 3 }, lawyer)).status).toBe(200)
  })

  it('gives the seat of a call that came early to somebody else', async () => {
    const { id } = await desk.book(await server.signIn('13900000036'))
    const before = (await taken()) ?? 0
    await desk.act(id, 'claim', { version: 1 }, operator)
    await desk.act(id, 'record_answer', { version: 2, ...ANSWER }, operator)
    expect(await taken()).toBe(before - 1)
  })
})

describe('onward', () => {
  it('tells where else help is to be had, with the last day and the law, and keeps it in the case', async () => {
    const resident = await server.signIn('13900000037')
    const { id } = await desk.book(resident)
    await desk.act(id, 'claim', { version: 1 }, operator)
    const { body } = await desk.act(
      id,
      'refer',
      { version: 2, to: 'labour_arbitration', since: '2026-03-02' },
      operator,
    )
    expect(body.status).toBe('claimed')
    expect((await read(id, resident)).referrals).toMatchObject([
      {
        name: '劳动争议仲裁',
        law: expect.stringContaining('第二十七条'),
        checkedOn: '2026-11-23',
        lastOn: '2027-03-02',
        lastText: expect.stringContaining('请尽快咨询'),
      },
    ])
  })

  it('asks for the consent of the person before anything is handed on', async () => {
    const { id } = await desk.book(await server.signIn('13900000038'))
    await desk.act(id, 'claim', { version: 1 }, operator)
    const { status, body } = await desk.act(id, 'hand_on', { version: 2, to: 'mediation' }, operator)
    expect([status, Object.keys(body.fields)]).toEqual([422, ['consent']])
  })

  it('says who receives it before the person agrees, and keeps the words, the receiver and when (PI-6)', async () => {
    const resident = await server.signIn('13900000049')
    const { id } = await desk.book(resident)
    await desk.act(id, 'claim', { version: 1 }, operator)
    const { actions } = await read(id, operator)
    const [to] = actions.find(({ action }: { action: string }) => action === 'hand_on').fields
    const centre = to.options.find(({ value }: { value: string }) => value === 'legal_aid')
    expect(centre.consent).toMatch(/由.*法律援助中心.*电话.*法律援助.*单独同意/)
    const going = { version: 2, to: 'legal_aid', consent: true }
    expect((await desk.act(id, 'hand_on', going, operator)).status).toBe(200)
    for (const token of [operator, resident]) {
      const { timeline } = await read(id, token)
      expect(timeline.find(({ action }: { action: string }) => action === 'hand_on')).toMatchObject({
        at: expect.any(String),
        note: centre.consent,
      })
    }
    const { rows } = await server.database.raw(
      `select facts from case_event where case_id = $1 and action = 'hand_on'`,
      [id],
    )
    expect(rows).toMatchObject([
      { facts: { separateConsent: centre.consent, receiver: expect.stringMatching(/./) } },
    ])
  })
})

describe('danger', () => {
  it('is reported with a receipt (CO-6) and looked at by the head; the resident is not told', async () => {
    const resident = await server.signIn('13900000039')
    const { id } = await desk.book(resident)
    const report = { what: 'child', to: 'police', receipt: '溆浦县公安局 接警单 0231' }
    const done = await desk.act(id, 'report_danger', { version: 1, ...report }, operator)
    expect(done.body.alarmAt).not.toBeNull()
    expect(done.body.timeline.at(-1)).toMatchObject({ action: 'report_danger', note: report.receipt })
    const glance = await desk.act(id, 'acknowledge_danger', { version: 2 }, operator)
    expect(glance.body.code).toBe('not_yours')
    const seen = await desk.act(id, 'acknowledge_danger', { version: 2, note: '已与派出所核实' }, head)
    expect(seen.body.alarmAt).toBeNull()
    const own = await read(id, resident)
    expect(JSON.stringify(own)).not.toMatch(/danger_|派出所|0231/)
    expect(own.timeline).toHaveLength(1)
  })

  it('is told to every head of the desk, in the app, and to nobody of another', async () => {
    const { id, number } = await desk.book(await server.signIn('13900000041'))
    const report = { what: 'violence', to: 'police', receipt: '接警单 0232' }
    await desk.act(id, 'report_danger', { version: 1, ...report }, operator)
    const heard = async (token: string) =>
      (await server.get('/api/notices', token)).body.items.filter(
        (one: { news: string; caseId: string }) => one.news === 'danger' && one.caseId === id,
      )
    expect((await heard(head))[0].text).toContain(number)
    for (const other of [operator, lawyer, await server.signIn('13900000102')])
      expect(await heard(other)).toEqual([])
  })

  it('in a message that comes later is seen as well, at once, by the head alone', async () => {
    const resident = await server.signIn('13900000042')
    const { id } = await desk.book(resident)
    await server.post(`/api/cases/${id}/messages`, { text: '我不想活了' }, { token: resident })
    expect(await read(id, head)).toMatchObject({ urgent: true, danger: ['suicide'] })
    expect((await read(id, head)).alarmAt).not.toBeNull()
    const { items } = (await server.get('/api/notices', head)).body
    const told = items.filter((one: { caseId: string; news: string }) => one.caseId === id)
    expect(told.map(({ news }: { news: string }) => news)).toContain('danger')
    const page = (await server.get('/api/desk/alarms?limit=1', head)).body
    expect(page.items).toHaveLength(1)
    const rest = await server.get(`/api/desk/alarms?cursor=${encodeURIComponent(page.next)}`, head)
    expect(rest.body.items.map((one: { id: string }) => one.id)).toContain(id)
  })

  it('in a question to the village adviser is seen and cleared by those who oversee the place, who read it until then', async () => {
    const wish = { villageCode: '431224100001', topic: 'family', question: '他又打我，怎么办' }
    const { id } = (await server.post('/api/inquiries', wish, { token: await server.signIn('13900000043') }))
      .body
    const bureau = await server.signIn('13900000501')
    const { items } = (await server.get('/api/desk/alarms?limit=100', bureau)).body
    expect(items.map((one: { id: string }) => one.id)).toContain(id)
    const { version } = await read(id, bureau)
    const seen = await desk.act(id, 'acknowledge_danger', { version }, bureau)
    expect([seen.status, seen.body.alarmAt]).toEqual([200, null])
    expect((await server.get(`/api/cases/${id}`, bureau)).status).toBe(404)
  })

  it('in the words of a booking waits for the head from the start', async () => {
    const { id } = await desk.book(await server.signIn('13900000040'), { summary: '他又打我，不想活了' })
    expect((await read(id, head)).alarmAt).not.toBeNull()
    expect(names(await read(id, head))).toContain('acknowledge_danger')
  })
})

it('leaves every chain whole', async () => {
  expect((await verifyChains(server.context)).broken).toBeNull()
})

const seats = sql<{ taken: number }>('test_seats', 'select taken from slot where id = $1')
const held = sql<{ held: boolean }>('test_held', 'select held from booking where case_id = $1')
