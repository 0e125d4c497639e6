import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { addDays } from '#domain/day'
import { sql } from '../../server/db/sql.ts'
import { startServer, type TestServer } from '../support/server.ts'
import {
  AGREEMENT,
  at,
  LUFENG,
  type People,
  PHONES,
  peopleOf,
  photo,
  REQUEST,
  type Seen,
  today,
  until,
  workingDay,
} from './mediation-support.ts'

/** Stories of many steps, on a machine that may be busy. */
jest.setTimeout(60_000)

let server: TestServer
let people: People

beforeAll(async () => {
  server = await startServer({ QUIET_HOURS: '00:00-00:00' })
  people = await peopleOf(server)
})
afterAll(() => server.stop())

const ask = async (more = {}, token = people.applicant): Promise<Seen> => {
  const answer = await server.post('/api/mediations', { ...REQUEST, ...more }, { token })
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body))
  return answer.body
}

const codeOf = (seen: Seen): string => seen.own.otherSide.code
const join = (code: string, token: string) => server.post(`/api/invitations/${code}/join`, {}, { token })

/** Asked for, invited, and with somebody who has it. */
async function invited(more = {}) {
  const { id } = await ask(more)
  const steps = at(server, id)
  const seen = await steps.take('invite', people.secretary, { means: ['telephone'] })
  return { ...steps, id: id as string, code: codeOf(seen) }
}

async function mediatorIn(seen: Seen): Promise<string> {
  const mine = (await server.get('/api/me', people.mediator)).body.id
  return seen.own.mediators.find(({ id }: Seen) => id === mine).id
}

/** Taken with both present, with the mediator of the town. */
async function together(more = {}) {
  const { id } = await ask(more)
  const steps = at(server, id)
  const mediatorId = await mediatorIn(await steps.read(people.secretary))
  await steps.take('assign_mediator', people.secretary, { mediatorId })
  await steps.take('accept_together', people.mediator, { agreed: true })
  return { ...steps, id: id as string }
}

const oral = (more = {}) => ({ ...AGREEMENT(server), reachedOn: today(server), place: '村部', ...more })

describe('a request that the other side refuses', () => {
  it('PM-2: ends there, with the other ways and their limits, and nobody can ask again', async () => {
    const { id, code, read, take, act } = await invited()
    await join(code, people.other)
    const seen = await take('decline_invitation', people.other, { reason: '我不想和他谈' })
    expect(seen.status).toBe('other_side_refused')
    const mine = await read(people.applicant)
    expect(JSON.stringify(mine)).not.toContain('我不想和他谈')
    expect(mine.own.routes[0]).toMatchObject({
      to: 'civil_suit',
      law: expect.stringContaining('第一百八十八条'),
    })
    expect(mine.sections[0].title).toBe('还可以走的路')
    expect(mine.actions.map(({ action }: Seen) => action)).toEqual(['complain'])
    for (const token of [people.applicant, people.secretary])
      expect((await act('invite', token, { means: ['paper'] })).status).toBeGreaterThanOrEqual(400)
    expect((await server.get(`/api/invitations/${code}`)).status).toBe(404)
    expect((await server.get('/api/notices', people.applicant)).body.items[0]).toMatchObject({
      news: 'other_side_unwilling',
      caseId: id,
    })
  })

  it('PM-2: can be answered by telephone, without any app; how it was heard is written down', async () => {
    const { take, act } = await invited()
    expect((await act('decline_invitation', people.secretary, {})).body.fields.heard).toBeTruthy()
    expect((await take('decline_invitation', people.secretary, { heard: 'telephone' })).status).toBe(
      'other_side_refused',
    )
  })
})

describe('an oral agreement', () => {
  it('PM-17, PM-20: is in force from the day on which it was reached, with its register', async () => {
    const { take, read } = await together({ type: 'family' })
    const seen = await take('record_oral_agreement', people.mediator, oral())
    expect(seen.status).toBe('agreed')
    expect(seen.own.agreement).toMatchObject({ form: 'oral', state: 'effective', unchanged: true })
    expect(seen.documents.map(({ type }: Seen) => type)).toContain('TJ-007')
    const mine = await take('confirm_receipt', people.applicant, { read: true })
    expect(mine.own.agreement.received).toEqual({ applicant: true, otherSide: false })
    expect(mine.own.confirmation.blocks[0].text).toContain('口头')
    expect((await read(people.applicant)).own.instalments).toHaveLength(3)
  })

  it('PM-20, JC-1: reached yesterday and written down today, it counts from yesterday', async () => {
    const { take } = await together()
    const yesterday = addDays(today(server), -1)
    const seen = await take('record_oral_agreement', people.mediator, oral({ reachedOn: yesterday }))
    expect(seen.clocks.find(({ name }: Seen) => name === '申请司法确认').dueOn).toBe(addDays(yesterday, 30))
    expect(seen.own.confirmation.lastOn >= addDays(yesterday, 30)).toBe(true)
  })

  it('refuses a day that has not come, parts that do not add up, and half answers', async () => {
    const { act } = await together()
    const refused = async (more: object) =>
      (await act('record_oral_agreement', people.mediator, oral(more))).body.fields
    expect(await refused({ reachedOn: addDays(today(server), 1) })).toHaveProperty('reachedOn')
    expect(await refused({ amount: 5 })).toHaveProperty('instalments')
    expect(await refused({ touches: ['none', 'status'] })).toHaveProperty('touches')
    expect(await refused({ clauses: [] })).toHaveProperty('clauses')
  })
})

describe('an invitation', () => {
  it('is found by whoever has its number, and opened once', async () => {
    const { id, code } = await invited()
    const waiting = (await server.get('/api/invitations', people.other)).body.items
    expect(waiting.map((one: Seen) => one.code)).toContain(code)
    expect((await server.get('/api/invitations', people.stranger)).body.items).toEqual([])
    const key = randomUUID()
    const first = await server.post(`/api/invitations/${code}/join`, {}, { token: people.other, key })
    expect([first.status, first.body.id]).toEqual([201, id])
    const again = await server.post(`/api/invitations/${code}/join`, {}, { token: people.other, key })
    expect([again.status, again.body.id]).toEqual([201, id])
    expect((await join(code, people.stranger)).status).toBe(404)
    expect((await server.get(`/api/cases/${id}`, people.stranger)).status).toBe(404)
  })

  it('is understood as it is typed, and a new one voids the one before', async () => {
    const { code, take } = await invited()
    const typed = `${code.slice(0, 4)}-${code.slice(4, 8)} ${code.slice(8)}`.toLowerCase()
    expect((await server.get(`/api/invitations/${encodeURIComponent(typed)}`)).status).toBe(200)
    const next = codeOf(await take('invite', people.secretary, { means: ['paper'] }))
    expect(next).not.toBe(code)
    expect((await server.get(`/api/invitations/${code}`)).status).toBe(404)
    expect((await server.get(`/api/invitations/${next}`)).status).toBe(200)
  })

  it('goes to another number when the wrong person came by the first, who reads the case no longer', async () => {
    const { id, code, take } = await invited()
    expect((await join(code, people.other)).status).toBe(201)
    const same = await take('invite', people.secretary, { means: ['telephone'], phone: PHONES.other })
    expect((await server.get(`/api/cases/${id}`, people.other)).status).toBe(200)
    expect((await server.get(`/api/invitations/${codeOf(same)}`)).status).toBe(200)
    const moved = await take('invite', people.secretary, { means: ['telephone'], phone: PHONES.stranger })
    expect((await server.get(`/api/cases/${id}`, people.other)).status).toBe(404)
    const waiting = (await server.get('/api/invitations', people.stranger)).body.items
    expect(waiting.map((one: Seen) => one.code)).toEqual([codeOf(moved)])
    expect((await join(codeOf(moved), people.stranger)).status).toBe(201)
  })

  it('is opened by one of two who reach for it at once', async () => {
    const { code } = await invited()
    const answers = await Promise.all([join(code, people.other), join(code, people.stranger)])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 404])
  })

  it('PM-6: is not for the applicant, nor for those who mediate there', async () => {
    const { code } = await invited()
    expect((await join(code, people.applicant)).body.code).toBe('not_now')
    expect((await join(code, people.mediator)).body.code).toBe('not_yours')
    expect((await server.get('/api/invitations/AAAA')).status).toBe(404)
  })

  it('needs a number when it is to go by SMS', async () => {
    const { id } = await ask({ other: { name: '无号码' } })
    const { act, take } = at(server, id)
    expect((await act('invite', people.secretary, { means: ['notice'] })).body.fields.phone).toBeTruthy()
    expect(
      (await act('invite', people.secretary, { means: ['notice'], phone: '123' })).body.fields.phone,
    ).toBeTruthy()
    await take('invite', people.secretary, { means: ['notice'], phone: '13900000077', name: '王某' })
    const token = await server.signIn('13900000077')
    expect((await server.get('/api/invitations', token)).body.items).toHaveLength(1)
    expect((await server.get('/api/notices', token)).body.items[0]).toMatchObject({
      news: 'mediation_invited',
      caseId: null,
    })
  })
})

describe('what is not for a committee (PM-11)', () => {
  it('PM-11: is refused with the reason and the right door, on paper too', async () => {
    const { id } = await ask({ already: 'court_has' })
    const seen = await at(server, id).take('not_accept', people.secretary, {
      why: 'court_has',
      told: '法院已经立案，请找承办法官',
      calmed: '已请村干部先劝住双方',
    })
    expect(seen.status).toBe('not_accepted')
    const mine = await at(server, id).read(people.applicant)
    expect(mine.sections[0]).toMatchObject({
      title: '为什么不能受理',
      law: '人民调解工作若干规定 第二十二条',
    })
    expect(JSON.stringify(mine.sections[0])).toContain('民事诉讼')
    expect(mine.documents.map(({ type }: Seen) => type)).toEqual(['TJ-010'])
  })

  it('PM-15: a mediation that fails tells both the other ways, with the last day from the day that was named', async () => {
    const { take, read } = await together({ type: 'labour' })
    await take('fail', people.mediator, { why: 'no_agreement', told: '双方差距太大', since: today(server) })
    const seen = await read(people.applicant)
    expect(seen.own.routes.map(({ to }: Seen) => to)).toEqual([
      'labour_arbitration',
      'line_12333',
      'civil_suit',
    ])
    expect(seen.own.routes[0].lastOn).toBeTruthy()
    expect(JSON.stringify(seen)).not.toContain('已过')
    expect((await take('close', people.secretary)).status).toBe('closed')
  })
})

describe('who may do what', () => {
  it('lets only the office of the case work on it, and says when a page is stale', async () => {
    const { id } = await ask()
    const path = `/api/cases/${id}/actions/invite`
    const body = { version: 1, means: ['paper'] }
    expect((await server.post(path, body, { token: people.elsewhere })).status).toBe(404)
    expect((await server.post(path, body, { token: people.mediator })).status).toBe(404)
    expect((await server.post(path, body, { token: people.applicant })).status).toBe(403)
    expect((await server.post(path, { ...body, version: 7 }, { token: people.secretary })).body.code).toBe(
      'stale',
    )
    expect(
      (await server.post(path, { version: 1 }, { token: people.secretary })).body.fields.means,
    ).toBeTruthy()
    const both = await Promise.all([1, 2].map(() => server.post(path, body, { token: people.secretary })))
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  it('opens a case for somebody at the window, who proves it with its number', async () => {
    const behalf = { onBehalfOf: { phone: '13900000078', name: '孙某' }, cameBy: 'window', name: undefined }
    const { id, number } = await ask(behalf, people.secretary)
    const token = await server.signIn('13900000078')
    expect((await server.get(`/api/cases/${id}`, token)).body.form).toBeUndefined()
    expect((await server.post(`/api/cases/${id}/number`, { number }, { token })).body.form.story).toBe(
      REQUEST.story,
    )
    expect(
      (await server.post('/api/mediations', { ...REQUEST, ...behalf }, { token: people.stranger })).status,
    ).toBe(403)
  })

  it('PM-5: a side may reject the mediator, who is out at once and cannot be chosen again', async () => {
    const { take, act, read } = await together()
    const seen = await take('reject_mediator', people.applicant, { reason: '是他亲戚' })
    expect(seen.handler).toBeNull()
    expect((await read(people.secretary)).own.mediators.filter(({ barred }: Seen) => barred)).toHaveLength(1)
    const mediatorId = await mediatorIn(await read(people.secretary))
    expect(
      (await act('assign_mediator', people.secretary, { mediatorId })).body.fields.mediatorId,
    ).toBeTruthy()
    expect(
      (await act('choose_mediator', people.applicant, { picks: [mediatorId] })).body.fields.picks,
    ).toBeTruthy()
    expect((await read(people.mediator)).code).toBe('not_found')
  })

  it('PM-7: an invited person comes when both sides say yes', async () => {
    const { take } = await together()
    await take('invite_helper', people.mediator, { name: '老支书', as: 'elder' })
    await take('consent_helper', people.applicant, { says: 'yes' })
    const half = await take('consent_helper', people.mediator, { says: 'yes', side: 'other_side' })
    expect(half.own.helpers[0]).toMatchObject({ name: '老支书', mayCome: true })
    await take('invite_helper', people.mediator, { name: '表哥', as: 'relative' })
    await take('consent_helper', people.applicant, { says: 'no' })
    const seen = await take('consent_helper', people.mediator, { says: 'yes', side: 'other_side' })
    expect(seen.own.helpers[1]).toMatchObject({ mayCome: false })
  })

  it('PM-12: an extension that both agreed to moves the last day', async () => {
    const { take, act } = await together()
    const later = addDays(today(server), 45)
    const bare = { until: later, reason: '等鉴定', agreed: true }
    expect((await act('extend', people.mediator, bare)).body.fields.fileIds).toBeTruthy()
    const extension = { ...bare, fileIds: [await photo(server, people.mediator)] }
    expect(
      (await act('extend', people.mediator, { ...extension, until: today(server) })).body.fields.until,
    ).toBeTruthy()
    const seen = await take('extend', people.mediator, extension)
    expect(seen.clocks.find(({ name }: Seen) => name === '调解期限').dueOn).toBe(later)
    expect(seen.own.extension).toEqual({ until: later, reason: '等鉴定' })
  })

  it('PM-14: a danger is reported at once, seen by the supervisor, and told to nobody else', async () => {
    const { take, read } = await together()
    await take('report_danger', people.mediator, { what: 'violence', to: 'police', receipt: '已接报' })
    expect((await read(people.township)).alarmAt).not.toBeNull()
    expect((await take('acknowledge_danger', people.township, {})).alarmAt).toBeNull()
    expect((await read(people.applicant)).timeline.map(({ action }: Seen) => action)).not.toContain(
      'report_danger',
    )
  })
})

describe('sessions', () => {
  const plan = (day: string, from: string, to: string, room = '一号调解室') => ({
    startsAt: `${day}T${from}:00+08:00`,
    endsAt: `${day}T${to}:00+08:00`,
    mode: 'place',
    place: '司法所',
    room,
  })

  it('never put the same people or the same room in two places at once', async () => {
    const [one, two] = [await together(), await together()]
    const day = workingDay(server, 3)
    await one.take('schedule_session', people.mediator, plan(day, '10:00', '11:00'))
    const clash = await two.act('schedule_session', people.mediator, plan(day, '10:30', '11:30', '二号'))
    expect(clash.body.detail).toContain('占用')
    await two.take('schedule_session', people.mediator, plan(day, '11:00', '12:00'))
    const free = (
      await server.get(`/api/mediations/${one.id}/free-times?from=${day}&to=${day}`, people.mediator)
    ).body.items
    expect(free.map(({ startsAt }: Seen) => startsAt.slice(11, 16))).toEqual([
      '09:00',
      '14:30',
      '15:30',
      '16:30',
      '19:00',
    ])
    await one.take('schedule_session', people.mediator, plan(day, '14:00', '15:00'))
    await two.take('schedule_session', people.mediator, plan(day, '10:00', '11:00'))
    await two.take('cancel_session', people.secretary, { reason: '改天' })
    expect(
      (await server.get(`/api/mediations/${one.id}/free-times?from=${day}&to=${day}`, people.applicant))
        .status,
    ).toBe(403)
  })

  it('of many that reach for the same room at once, one gets it', async () => {
    const day = workingDay(server, 6)
    const rooms = 'select count(*)::int as n from mediation_busy where what like $1'
    const cases = await Promise.all([1, 2, 3, 4].map(() => together()))
    const answers = await Promise.all(
      cases.map(({ act }) =>
        act('schedule_session', people.mediator, plan(day, '16:00', '17:00', '大调解室')),
      ),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true)
    const { rows } = await server.database.raw(rows_of(rooms), ['room/%大调解室'])
    expect(rows).toEqual([{ n: 1 }])
  })
  const rows_of = (text: string) => text

  it('take no time of the past, nor backwards, nor for ever', async () => {
    const { act } = await together()
    const day = workingDay(server, 8)
    const fields = async (more: object) =>
      (await act('schedule_session', people.mediator, { ...plan(day, '10:00', '11:00'), ...more })).body
        .fields
    expect(
      await fields({ startsAt: '2026-01-01T10:00:00+08:00', endsAt: '2026-01-01T11:00:00+08:00' }),
    ).toHaveProperty('startsAt')
    expect(await fields({ endsAt: `${day}T09:00:00+08:00` })).toHaveProperty('endsAt')
    expect(await fields({ endsAt: `${day}T23:00:00+08:00` })).toHaveProperty('endsAt')
  })
})

describe('from one service to another, and back', () => {
  it('goes on from a call without being told twice; the other side never sees the call', async () => {
    const days = `from=${today(server)}&to=${addDays(today(server), 10)}`
    const { items } = (await server.get(`/api/desks/demo-desk-431224/slots?${days}`)).body
    const slotId = items.findLast(({ free }: Seen) => free > 0).id
    const call = {
      slotId,
      channel: 'call_back',
      topic: 'neighbours',
      summary: '隔壁砌墙挡了我家的路',
      regionCode: REQUEST.regionCode,
    }
    const booked = (await server.post('/api/bookings', call, { token: people.applicant })).body
    const operator = await server.signIn('13900000101')
    const steps = at(server, booked.id)
    await steps.take('claim', operator)
    const handed = await steps.take('hand_on', operator, { to: 'mediation', consent: true })
    const { caseId } = (await steps.read(people.applicant)).links[0]
    expect(handed.status).toBe('claimed')
    const seen = await at(server, caseId).read(people.secretary)
    expect(seen).toMatchObject({
      kind: 'mediation',
      status: 'requested',
      topic: 'neighbours',
      organisation: { id: LUFENG },
    })
    expect(seen.form.story).toContain('隔壁砌墙挡了我家的路')
    const next = at(server, caseId)
    const code = codeOf(await next.take('invite', people.secretary, { means: ['paper'], name: '李对方' }))
    const other = (await join(code, people.other)).body
    expect(JSON.stringify(other)).not.toContain('隔壁砌墙')
    expect(other.links).toEqual([])
    expect(other.own.otherSide.name).toBe('李对方')
  })

  it('seed 61: goes to the committee of another town at once, which takes it up where it stood', async () => {
    const { take, read, id } = await together()
    await take('transfer', people.mediator, {
      to: 'committee',
      organisationId: 'demo-committee-qiaojiang',
      reason: '跨镇',
    })
    expect((await read(people.secretary)).code).toBe('not_found')
    const other = await server.signIn('13900000312')
    const seen = await at(server, id).take('resume', other, {})
    expect([seen.status, seen.organisation.id]).toEqual(['accepted', 'demo-committee-qiaojiang'])
    expect(seen.number).toContain('TJ431224')
  })

  it('seed 61: goes to another office on paper, with its receipt, and comes back or is closed', async () => {
    const { take, act } = await together()
    expect(
      (await act('transfer', people.mediator, { to: 'judicial', reason: '疑难' })).body.fields.unit,
    ).toBeTruthy()
    await take('transfer', people.mediator, { to: 'judicial', unit: '县人民法院', reason: '疑难' })
    expect((await act('close', people.secretary)).body.detail).toContain('签收')
    const seen = await take('record_receipt', people.secretary, { by: '王法官', on: today(server) })
    expect(seen.own.transfer).toMatchObject({ unit: '县人民法院', receivedBy: '王法官', on: today(server) })
    expect((await take('resume', people.secretary, {})).status).toBe('accepted')
  })
})

describe('what is written offline', () => {
  const keep = (id: string, items: object[], token = people.mediator) =>
    server.post(`/api/mediations/${id}/items`, { items }, { token, key: null })

  it('is kept once, in any order and however often it is sent', async () => {
    const items = Array.from({ length: 6 }, (_, n) => ({
      id: `item-0000-${n}`,
      kind: 'note',
      at: `2026-11-20T0${n}:00:00+08:00`,
      text: `第 ${n} 条`,
    }))
    const orders = fc.array(fc.subarray(items, { minLength: 1 }), { minLength: 1, maxLength: 4 })
    const whole = async (batches: (typeof items)[]) => {
      const { id } = await together()
      for (const batch of [...batches, items.toReversed()]) await keep(id, batch)
      return (await keep(id, items)).body.items
    }
    const expected = items.map((item) => ({ ...item, by: '我', fileIds: [] }))
    await fc.assert(
      fc.asyncProperty(orders, fc.boolean(), async (batches, backwards) => {
        expect(await whole(backwards ? batches.toReversed() : batches)).toEqual(expected)
      }),
      { numRuns: 8 },
    )
  })

  it('takes a photograph along once, changes no status, and is for whoever has the case alone', async () => {
    const { id, read } = await together()
    const before = await read(people.mediator)
    const item = {
      id: 'photo-0001',
      kind: 'photo',
      at: '2026-11-20T09:00:00+08:00',
      fileIds: [await photo(server, people.mediator)],
    }
    expect((await keep(id, [item])).body.items[0]).toMatchObject({
      kind: 'photo',
      text: null,
      fileIds: item.fileIds,
    })
    expect((await keep(id, [item])).body.items).toHaveLength(1)
    expect((await read(people.mediator)).version).toBe(before.version)
    expect((await keep(id, [item], people.elsewhere)).status).toBe(404)
    expect((await keep(id, [item], people.applicant)).status).toBe(403)
    expect((await keep(id, [{ ...item, id: '../x' }])).status).toBe(422)
  })
})

describe('signing electronically', () => {
  it('is off: without a licensed CA there is paper alone', async () => {
    const { take, act, id } = await together()
    const day = today(server)
    const seen = await take('draft_agreement', people.mediator, AGREEMENT(server)).catch(
      (error: Error) => error.message,
    )
    // No session was held yet: the draft waits for that.
    expect(String(seen)).toContain('not_now')
    await until(server, day, '23:50')
    await take('record_session', people.mediator, {
      startedAt: `${day}T09:00:00+08:00`,
      endedAt: `${day}T10:00:00+08:00`,
      place: '村部',
      present: '双方',
      record: '双方说明了情况',
    })
    const drafted = await take('draft_agreement', people.mediator, AGREEMENT(server))
    expect(drafted.own.agreement).toMatchObject({
      mayBeElectronic: false,
      onPaper: expect.stringContaining('纸上'),
    })
    expect((await act('sign_agreement', people.applicant, { reference: 'x' })).body.code).toBe('not_now')
    expect(
      (await server.post(`/api/mediations/${id}/signatures`, {}, { token: people.applicant })).body.code,
    ).toBe('not_now')
  })
})

describe('the secretary', () => {
  it('PM-23, PM-24: keeps the register of committee and mediators, with their share of full-time and load', async () => {
    const path = `/api/committees/${LUFENG}/register`
    const { body } = await server.get(path, people.secretary)
    expect(body).toMatchObject({ gaps: [], fullTimeShare: 50 })
    expect(body.mediators.some(({ load }: Seen) => load > 0)).toBe(true)
    const entry = { ...body.entry, women: 0 }
    const kept = await server.ask('PUT', path, { token: people.secretary, body: entry })
    expect(kept.body.gaps[0]).toContain('妇女')
    const [first] = body.mediators
    const mediator = `/api/committees/${LUFENG}/mediators/${first.id}`
    const one = { ...first.entry, fullTime: !first.entry.fullTime }
    expect((await server.ask('PUT', mediator, { token: people.secretary, body: one })).status).toBe(200)
    expect((await server.get(path, await server.signIn('13900000312'))).status).toBe(404)
    expect((await server.get(path, people.bureau)).status).toBe(200)
    await server.ask('PUT', path, { token: people.secretary, body: body.entry })
    await server.ask('PUT', mediator, { token: people.secretary, body: first.entry })
  })

  it('PM-12: sees what is past its month, as the township does', async () => {
    const { id } = await together()
    const overdue = async (token: string) =>
      (await server.get('/api/mediations/overdue', token)).body.items.map(({ caseId }: Seen) => caseId)
    expect(await overdue(people.secretary)).not.toContain(id)
    await until(server, addDays(today(server), 40))
    for (const token of [people.secretary, people.township, people.bureau])
      expect(await overdue(token)).toContain(id)
    expect(await overdue(await server.signIn('13900000312'))).not.toContain(id)
    expect((await server.get('/api/mediations/overdue', people.applicant)).status).toBe(403)
  })
})

describe('honesty checks', () => {
  const draw = sql(
    'test_callback',
    `insert into mediation_callback (id, case_id, organisation_id, due_on, made_at)
     values ('test-callback', $1, 'demo-office-lufeng', current_date, now()) on conflict (case_id) do update
     set id = 'test-callback', organisation_id = 'demo-office-lufeng'`,
  )

  it('flag the same text and amount again and again, to those who oversee and to nobody else', async () => {
    const cases: Awaited<ReturnType<typeof together>>[] = []
    for (let n = 0; n < 4; n++) {
      const one = await together()
      await one.take('record_oral_agreement', people.mediator, oral({ amount: 0, instalments: [] }))
      cases.push(one)
    }
    const [last] = cases.slice(-1)
    if (!last) throw new Error('no case')
    await last.take('close', people.mediator)
    expect((await last.read(people.mediator)).own.flags).toEqual([])
    expect((await last.read(people.applicant)).own.flags).toEqual([])
    const { flags } = (await last.read(people.bureau)).own
    expect(flags.map(({ flag }: Seen) => flag)).toEqual(
      expect.arrayContaining(['similar_text', 'unconfirmed']),
    )
    const listed = async () =>
      (await server.get('/api/mediations/flagged', people.bureau)).body.items.map(
        ({ caseId }: Seen) => caseId,
      )
    expect(await listed()).toContain(last.id)
    await last.take('review_flags', people.bureau, { finding: '已抽查，属实' })
    expect(await listed()).not.toContain(last.id)
  })

  it('have some called back by another office, which never was part of it', async () => {
    const one = await together()
    await one.take('record_oral_agreement', people.mediator, oral({ amount: 0, instalments: [] }))
    await one.take('close', people.mediator)
    await server.database.run(draw, one.id)
    const mine = async (token: string) =>
      (await server.get('/api/mediations/callbacks', token)).body.items.filter(
        ({ caseId }: Seen) => caseId === one.id,
      )
    expect(await mine(people.township)).toEqual([
      expect.objectContaining({
        caseId: one.id,
        people: [expect.objectContaining({ name: '张*' }), expect.objectContaining({ phone: '139****0062' })],
      }),
    ])
    expect(await mine(people.secretary)).toEqual([])
    const result = { result: 'as_recorded', said: '都说是真的' }
    const path = '/api/mediations/callbacks/test-callback'
    expect((await server.post(path, result, { token: people.secretary })).status).toBe(404)
    expect((await server.post(path, result, { token: people.township })).status).toBe(204)
    expect(await mine(people.township)).toEqual([])
  })
})

describe('what is told in time', () => {
  const news = async (token: string, id: string) =>
    (await server.get('/api/notices?limit=100', token)).body.items
      .filter(({ caseId }: Seen) => caseId === id)
      .map((one: Seen) => one.news)

  it('reminds both sides of a session the evening before, and of an instalment before and after its day', async () => {
    const { id, code, take } = await invited()
    await join(code, people.other)
    await take('accept_invitation', people.other, {})
    const mediatorId = await mediatorIn(await take('accept', people.secretary))
    await take('assign_mediator', people.secretary, { mediatorId })
    expect(await news(people.mediator, id)).toContain('mediation_yours')
    for (const token of [people.applicant, people.other]) await take('confirm_rights', token, { read: true })
    const day = workingDay(server, 4)
    await take('schedule_session', people.mediator, {
      startsAt: `${day}T15:00:00+08:00`,
      endsAt: `${day}T16:00:00+08:00`,
      mode: 'place',
      place: '司法所',
    })
    await until(server, addDays(day, -1), '18:05')
    for (const token of [people.applicant, people.other])
      expect((await news(token, id)).filter((one: string) => one === 'reminder_day')).toHaveLength(1)
    await until(server, day, '16:30')
    const dueOn = addDays(day, 10)
    const terms = { amount: 100, instalments: [{ dueOn, amount: 100, what: '补偿' }], reachedOn: day }
    await take('record_oral_agreement', people.mediator, oral(terms))
    const told = async (ahead: number) => {
      await until(server, addDays(dueOn, ahead), '09:00')
      return (await news(people.other, id)).filter((one: string) => one.startsWith('instalment'))
    }
    expect(await told(-4)).toEqual([])
    expect(await told(-2)).toEqual(['instalment_due'])
    expect(await told(1)).toEqual(['instalment_late', 'instalment_due'])
    expect(await told(5)).toHaveLength(2)
    const nextOn = addDays(today(server), 20)
    const visit = {
      on: today(server),
      by: 'visit',
      performed: 'partly',
      contented: 'yes',
      record: '还差一点',
      nextOn,
    }
    await take('return_visit', people.mediator, visit)
    await until(server, nextOn, '08:30')
    expect((await news(people.mediator, id)).filter((one: string) => one === 'visit_due')).toHaveLength(1)
  })

  it('lets the other side see who looked at the case, and who behind its number', async () => {
    const { id, code, take } = await invited()
    await join(code, people.other)
    const mediatorId = await mediatorIn(await take('accept_invitation', people.other, {}))
    await take('assign_mediator', people.secretary, { mediatorId })
    await at(server, id).read(people.mediator)
    await server.post(
      `/api/cases/${id}/reveals`,
      { field: 'other_side', reason: '电话里约时间' },
      { token: people.mediator },
    )
    await server.post(
      `/api/cases/${id}/reveals`,
      { field: 'story', reason: '看申请人的经过' },
      { token: people.mediator },
    )
    const seen = (await server.get('/api/me/access-log', people.other)).body.items
    expect(seen[0]).toMatchObject({ what: '查看了对方的联系方式', reason: '电话里约时间' })
    expect(seen.map(({ what }: Seen) => what)).toContain('打开了办件')
    expect(JSON.stringify(seen)).not.toContain('看申请人的经过')
  })

  it('keeps doubtful words from the other side until somebody has looked at them', async () => {
    const strict = await startServer(
      {},
      { database: server.database, url: server.url, drop: async () => undefined },
    )
    strict.context.checkText = async () => 'held'
    const { body } = await strict.post(
      '/api/mediations',
      { ...REQUEST, wish: '让他死' },
      { token: people.applicant },
    )
    const steps = at(server, body.id)
    const code = codeOf(await steps.take('invite', people.secretary, { means: ['paper'] }))
    expect(JSON.stringify((await join(code, people.other)).body)).not.toContain('让他死')
    expect(JSON.stringify(await steps.read(people.secretary))).toContain('让他死')
  })

  it('PM-6: whoever has a conflict goes at once, and is told that it was taken down', async () => {
    const { take, read } = await together()
    const answer = await take('declare_conflict', people.mediator, { reason: '我是对方的表哥' })
    expect(answer.handler).toBeNull()
    expect((await read(people.mediator)).code).toBe('not_found')
    expect(JSON.stringify(await read(people.applicant))).not.toContain('表哥')
  })

  it('gives the whole number of the other side to whoever has the case, with the reason, and to nobody else', async () => {
    const { id } = await together()
    const reveal = (token: string) =>
      server.post(`/api/cases/${id}/reveals`, { field: 'other_side', reason: '电话约时间' }, { token })
    expect((await reveal(people.mediator)).body.value).toBe(`李对方 ${PHONES.other}`)
    for (const token of [people.secretary, people.applicant])
      expect((await reveal(token)).status).toBeGreaterThanOrEqual(400)
    expect((await server.get('/api/me/access-log', people.applicant)).body.items[0]).toMatchObject({
      reason: '电话约时间',
    })
  })
})

describe('asking', () => {
  it('takes a photograph of a paper or a recording instead of words', async () => {
    const bare = { type: 'other', regionCode: REQUEST.regionCode }
    const refused = await server.post('/api/mediations', bare, { token: people.applicant })
    expect(refused.body.fields.wish).toContain('拍照')
    const half = await server.post('/api/mediations', { ...bare, wish: '还钱' }, { token: people.applicant })
    expect(half.body.fields.other).toContain('拍照')
    const fileIds = [await photo(server, people.applicant)]
    const { status, body } = await server.post(
      '/api/mediations',
      { ...bare, fileIds },
      { token: people.applicant },
    )
    expect(status).toBe(201)
    expect(body.files).toHaveLength(1)
    const seen = await at(server, body.id).take('invite', people.secretary, {
      means: ['in_person'],
      name: '钱某',
    })
    expect(seen.own.otherSide.name).toBe('钱某')
  })

  it('PM-6: nobody asks the committee in which they serve', async () => {
    const own = await server.post('/api/mediations', REQUEST, { token: people.mediator })
    expect(own.body.detail).toContain('其他委员会')
    const elsewhere = { ...REQUEST, committeeId: 'demo-committee-qiaojiang' }
    expect((await server.post('/api/mediations', elsewhere, { token: people.mediator })).status).toBe(201)
  })

  it('is found by both sides among their own, and by the mediator among what is theirs alone', async () => {
    const { id, code } = await invited()
    const other = await together()
    await join(code, people.other)
    const list = async (query: string, token: string) =>
      (await server.get(`/api/cases?limit=100&${query}`, token)).body.items.map((one: Seen) => one.id)
    for (const token of [people.applicant, people.other]) expect(await list('view=mine', token)).toContain(id)
    const mine = await list('view=desk&kind=mediation', people.mediator)
    expect(mine).toContain(other.id)
    expect(mine).not.toContain(id)
    expect(await list('view=desk&kind=mediation', people.secretary)).toEqual(
      expect.arrayContaining([id, other.id]),
    )
  })
})

it('PM-13: is taken up within three working days, and asked about within seven days of the invitation', async () => {
  const asked = await ask()
  const clock = (seen: Seen, name: string) => seen.clocks.find((one: Seen) => one.name === name)
  expect(clock(asked, '联系双方')).toMatchObject({
    state: 'running',
    law: null,
    dueOn: workingDay(server, 3),
  })
  const seen = await at(server, asked.id).take('invite', people.secretary, { means: ['paper'] })
  expect(clock(seen, '联系双方').state).toBe('met')
  expect(clock(seen, '等对方答复')).toMatchObject({ state: 'running', dueOn: addDays(today(server), 7) })
})

it('shows what is left of a case whose words were erased', async () => {
  const { id } = await ask()
  await server.database.run(erase, id)
  const { status, body } = await server.get(`/api/cases/${id}`, people.applicant)
  expect([status, body.own, body.form, body.sections]).toEqual([200, null, null, []])
})
const erase = sql('test_erase', 'update case_file set data_key = null where id = $1')

describe('finding a committee', () => {
  it('PM-10: proposes by place and kind, to anybody, and names the rest', async () => {
    const { body } = await server.get('/api/committees?region=431224100001&type=neighbours')
    expect(body.items[0]).toMatchObject({ id: LUFENG, why: expect.any(String), phone: '0745-5550101' })
    const far = (await server.get('/api/committees?region=431224100001&otherRegion=431224103001')).body.items
    expect(far.map(({ id }: Seen) => id)).toEqual(
      expect.arrayContaining([LUFENG, 'demo-committee-qiaojiang']),
    )
    const chosen = await ask({ committeeId: 'demo-committee-qiaojiang' })
    expect(chosen.organisation.id).toBe('demo-committee-qiaojiang')
    const wrong = await server.post(
      '/api/mediations',
      { ...REQUEST, regionCode: '999999999999' },
      { token: people.applicant },
    )
    expect(wrong.body.fields.regionCode).toBeTruthy()
    expect(PHONES.other).toBe(REQUEST.other.phone)
  })
})
