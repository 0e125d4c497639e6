import { addMinutes } from '#domain/day'
import { sql } from '../../server/db/sql.ts'
import { deliverDue } from '../../server/outbox/deliver.ts'
import { atTheDesk, DESK, VILLAGE } from '../support/desk.ts'
import { legalAidDesk } from '../support/legal-aid.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { SMS_NOTICES, smsStandIn } from '../support/sms-stand-in.ts'
import { wechatStandIn } from '../support/wechat-stand-in.ts'
import { at, peopleOf, REQUEST, workingDay } from './mediation-support.ts'

const NEVER_QUIET = { QUIET_HOURS: '00:00-00:00' }

let server: TestServer
let live: TestServer
let desk: Awaited<ReturnType<typeof atTheDesk>>
let sms: Awaited<ReturnType<typeof smsStandIn>>
let platform: Awaited<ReturnType<typeof wechatStandIn>>
let operator: string
let phones = 40

beforeAll(async () => {
  server = await startServer(NEVER_QUIET)
  sms = await smsStandIn()
  const same = { database: server.database, url: server.url, drop: async () => undefined }
  platform = await wechatStandIn()
  const outside = { ...platform.env, ...sms.env, ...SMS_NOTICES }
  live = await startServer({ DEMO: 'off', RATE_LIMITS: 'on', ...NEVER_QUIET, ...outside }, same)
  desk = await atTheDesk(server)
  operator = await server.signIn('13900000101')
})
afterAll(async () => {
  await Promise.all([platform.stop(), sms.stop()])
  await server.stop()
})
beforeEach(() => {
  delete sms.wish.refuse
})

const newPhone = () => `139000000${phones++}`
/** The worker, with real ways out. */
const send = () => {
  live.context.now = server.context.now
  return deliverDue(live.context)
}
type Line = { id: string; number: string | null; caseId: string | null; until: string | null }
const lines = async (token = operator): Promise<(Line & Record<string, unknown>)[]> =>
  (await server.get('/api/desk/calls?limit=100', token)).body.items
const lineOf = async (number: string, token = operator) =>
  (await lines(token)).find((line) => line.number === number)
const newsOf = async (token: string) => (await server.get('/api/notices', token)).body.items
const sentTo = (phone: string) => sms.notices.filter((one) => one.phone.endsWith(phone))

describe('whom the hotline telephones for other bodies', () => {
  it('is whoever the legal-aid centre could not reach, at the hotline of the place', async () => {
    sms.wish.refuse = 'FailedOperation.PhoneNumberInBlacklist'
    const token = await server.signIn('13900000001')
    const aid = await legalAidDesk(server)
    const { id, number } = (await aid.apply(token)).body
    await aid.step(id, 'claim', aid.reviewer)
    const asked = await aid.step(id, 'ask_for_material', aid.reviewer, { items: ['work_proof'] })
    expect(asked.status).toBe(200)
    await send()
    expect(await lineOf(number)).toMatchObject({ number, caseId: id, tries: 0 })
    expect(await lineOf(number, await server.signIn('13900000102'))).toBeUndefined()
  })

  it('is whoever a committee could not tell of the hour to come', async () => {
    sms.wish.refuse = 'FailedOperation.PhoneNumberInBlacklist'
    const people = await peopleOf(server)
    const { id, number } = (await server.post('/api/mediations', REQUEST, { token: people.applicant })).body
    const { take } = at(server, id)
    const mediatorId = (await server.get('/api/me', people.mediator)).body.id
    await take('assign_mediator', people.secretary, { mediatorId })
    await take('accept_together', people.mediator, { agreed: true })
    const day = workingDay(server, 3)
    const span = { startsAt: `${day}T10:00:00+08:00`, endsAt: `${day}T11:00:00+08:00` }
    await take('schedule_session', people.mediator, { ...span, mode: 'place', place: '村部' })
    await send()
    expect(await lineOf(number)).toMatchObject({ number, caseId: id })
  })
})

describe('what the person asked of whoever calls', () => {
  it('goes with the case when it is handed on, and stands above the number', async () => {
    const phone = newPhone()
    const token = await server.signIn(phone)
    const { id } = await desk.book(token, { mayLeaveMessage: false, maySayWhoWeAre: false })
    await desk.act(id, 'claim', { version: 1 }, operator)
    const handed = await desk.act(id, 'hand_on', { version: 2, to: 'mediation', consent: true }, operator)
    expect(handed.status).toBe(200)
    expect(await server.database.one(asked, id)).toEqual({ hushed: true, nameless: true })
    await desk.act(id, 'cancel', { version: handed.body.version }, operator)
    await send()
    const line = (await lines()).find((one) => one.caseId === id)
    expect(line).toMatchObject({ hushed: true, nameless: true })
    expect(sentTo(phone)).toEqual([])
  })

  it('is kept when staff books for somebody: nobody calls to say what was said a minute ago', async () => {
    const phone = newPhone()
    const quiet = { onBehalfOf: { phone }, cameBy: 'window', mayLeaveMessage: false, maySayWhoWeAre: false }
    const { id } = await desk.book(operator, quiet)
    await send()
    expect((await lines()).find((one) => one.caseId === id)).toBeUndefined()
    expect((await newsOf(await server.signIn(phone)))[0]).toMatchObject({ news: 'booked' })
  })
})

describe('what is no longer true', () => {
  it('is not sent: a time that was moved or cancelled, a call in vain after which the person was reached', async () => {
    const phone = newPhone()
    const token = await server.signIn(phone)
    const { id } = await desk.book(operator, { onBehalfOf: { phone } })
    await desk.due(id)
    await desk.act(id, 'claim', { version: 1 }, operator)
    await desk.act(id, 'record_missed', { version: 2 }, operator)
    await desk.act(id, 'cancel', { version: 3 }, operator)
    await send()
    expect(sentTo(phone).map(({ words }) => words[1])).toEqual(['预约已取消，可以再约'])
    const states = await server.database.many(stateOf, id)
    expect(Object.fromEntries(states.map(({ news, state }) => [news, state]))).toMatchObject({
      booked: 'obsolete',
      missed: 'obsolete',
      cancelled: 'sent',
    })
    expect(token).toBeTruthy()
  })
})

describe('whoever signed in with WeChat alone', () => {
  const wechatOnly = async () =>
    (await server.post('/api/sessions', { wechatCode: `demo-${newPhone()}` })).body.token as string

  it('is asked for a number before a call back is promised', async () => {
    const token = await wechatOnly()
    const wish = {
      slotId: desk.slotId,
      channel: 'call_back',
      topic: 'land',
      summary: '邻居砌墙',
      regionCode: VILLAGE,
    }
    const { status, body } = await server.post('/api/bookings', wish, { token })
    expect([status, body.fields]).toEqual([422, { phone: '请填写电话，我们打这个号码' }])
    expect((await server.post('/api/bookings', { ...wish, channel: 'visit' }, { token })).status).toBe(201)
  })

  it('is reached at the number in the form, by SMS and by telephone', async () => {
    const [reached, called] = [newPhone(), newPhone()]
    const one = await desk.book(await wechatOnly(), { phone: reached })
    await desk.act(one.id, 'cancel', { version: 1 }, operator)
    await send()
    expect(sentTo(reached)).toHaveLength(1)
    sms.wish.refuse = 'FailedOperation.PhoneNumberInBlacklist'
    const other = await desk.book(await wechatOnly(), { phone: called })
    await desk.act(other.id, 'cancel', { version: 1 }, operator)
    await send()
    const line = await lineOf(other.number)
    const shown = await server.post(`/api/desk/calls/${line?.id}/reveal`, undefined, { token: operator })
    expect(shown.body).toEqual({ value: called })
  })
})

it('reading does not count as reached while nobody has shown that the case is theirs', async () => {
  sms.wish.refuse = 'FailedOperation.PhoneNumberInBlacklist'
  const phone = newPhone()
  const { id, number } = await desk.book(operator, { onBehalfOf: { phone } })
  await send()
  const line = (await lines()).find((one) => one.caseId === id)
  const token = await server.signIn(phone)
  const [notice] = await newsOf(token)
  await server.post(`/api/notices/${notice.id}/read`, undefined, { token })
  expect((await lines()).find((one) => one.caseId === id)).toMatchObject({ id: line?.id })
  await server.post(`/api/cases/${id}/number`, { number }, { token })
})

it('a call in vain that is told twice, since the first answer was lost, counts once', async () => {
  sms.wish.refuse = 'FailedOperation.PhoneNumberInBlacklist'
  const { id } = await desk.book(await server.signIn(newPhone()))
  await desk.act(id, 'cancel', { version: 1 }, operator)
  await send()
  const find = async () => (await lines()).find((one) => one.caseId === id)
  const tell = (reached: boolean, key: string) =>
    server.post(`/api/desk/calls/${line?.id}/outcome`, { reached }, { token: operator, key })
  const line = await find()
  for (let n = 0; n < 4; n++) expect((await tell(false, 'first')).body).toEqual({ state: 'on_call_list' })
  expect(await find()).toMatchObject({ tries: 1 })
  expect((await tell(true, 'first')).status).toBe(422)
  for (let n = 0; n < 2; n++) expect((await tell(true, 'second')).body).toEqual({ state: 'reached' })
})

describe('a held time', () => {
  it('is on the line, soonest first, and the operator takes it for the person', async () => {
    const phone = newPhone()
    const { id } = await desk.book(await server.signIn(phone))
    const account = (await server.database.one(applicant, id))?.applicant_id
    const startsAt = addMinutes(server.context.now(), 60 * 24 * 2)
    const until = addMinutes(server.context.now(), 9)
    await server.database.run(addHeld, DESK, startsAt, addMinutes(startsAt, 30), account, until)
    const facts = JSON.stringify({ slotId: 'held-1', startsAt, until })
    await server.database.run(addLine, account, server.context.now(), until, facts)
    const [first] = await lines()
    expect(first).toMatchObject({ id: 'held-line', offer: { slotId: 'held-1', startsAt } })
    const page = (await server.get('/api/desk/calls?limit=1', operator)).body
    expect(page.items).toMatchObject([{ id: 'held-line' }])
    const second = await server.get(
      `/api/desk/calls?limit=1&cursor=${encodeURIComponent(page.next)}`,
      operator,
    )
    expect(second.body.items[0].id).not.toBe('held-line')
    const take = (token: string, key?: string) =>
      server.post('/api/desk/calls/held-line/held-seat', undefined, { token, ...(key && { key }) })
    expect((await take(await server.signIn('13900000102'))).status).toBe(404)
    for (let n = 0; n < 2; n++) expect((await take(operator, 'a-lost-answer')).status).toBe(204)
    expect((await server.get(`/api/cases/${id}`, operator)).body.appointment.startsAt).toBe(startsAt)
    expect((await lines()).map((line) => line.id)).not.toContain('held-line')
    expect((await take(operator)).status).toBe(404)
  })
})

const asked = sql<{ hushed: boolean; nameless: boolean }>(
  'test_calls_asked',
  'select c.hushed, c.nameless from case_link l join case_file c on c.id = l.other_id where l.case_id = $1',
)
const stateOf = sql<{ news: string; state: string }>(
  'test_calls_states',
  'select news, state from notice where case_id = $1',
)
const applicant = sql<{ applicant_id: string }>(
  'test_calls_applicant',
  'select applicant_id from case_file where id = $1',
)
const addHeld = sql(
  'test_calls_held',
  `with place as (insert into slot (id, desk_id, starts_at, ends_at, capacity, taken) values ('held-1', $1, $2, $3, 1, 1))
   insert into slot_hold (slot_id, account_id, until) values ('held-1', $4, $5)`,
)
const addLine = sql(
  'test_calls_line',
  `with told as (insert into notice (id, at, account_id, organisation_id, call_organisation_id, news, facts, key, state, until)
     select 'held-line', $2, $1, d.organisation_id, d.organisation_id, 'earlier_slot', $4::jsonb, 'held-line', 'on_call_list', $3
     from desk d where d.id = 'demo-desk-431224')
   insert into notice_attempt (notice_id, outlet, tries, at, state) values ('held-line', 'call', 0, $2, 'again')`,
)
