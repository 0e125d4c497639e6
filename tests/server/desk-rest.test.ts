import { addDays, addMinutes, dayOf, type Instant, instant } from '#domain/day'
import { sql } from '../../server/db/sql.ts'
import { tellOfFullDays } from '../../server/hotline/full-days.ts'
import { forgetOldNotices } from '../../server/notices/forget.ts'
import { deliverDue } from '../../server/outbox/deliver.ts'
import { ANSWER, atTheDesk, DESK, VILLAGE } from '../support/desk.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { SMS_NOTICES, smsStandIn } from '../support/sms-stand-in.ts'

let server: TestServer
let live: TestServer
let sms: Awaited<ReturnType<typeof smsStandIn>>
let desk: Awaited<ReturnType<typeof atTheDesk>>
let operator: string
let head: string
let lawyer: string
let phones = 60

const addSlot = sql(
  'test_rest_slot',
  `insert into slot (id, desk_id, starts_at, ends_at, capacity)
   values ($1, $2, $3::timestamptz, $3::timestamptz + interval '30 minutes', 1)`,
)
const ratingOf = sql<{ score: number; via: string; by_id: string | null }>(
  'test_rest_rating',
  'select score, via, by_id from rating where case_id = $1',
)
const left = sql<{ notices: number; permissions: number; watches: number }>(
  'test_rest_left',
  `select (select count(*)::int from notice where account_id = $1) as notices,
     (select count(*)::int from subscription where account_id = $1) as permissions,
     (select count(*)::int from slot_watch where account_id = $1) as watches`,
)

beforeAll(async () => {
  server = await startServer({ QUIET_HOURS: '00:00-00:00', MEETING_URL: 'https://meeting.example/j/{room}' })
  sms = await smsStandIn()
  const same = { database: server.database, url: server.url, drop: async () => undefined }
  live = await startServer(
    {
      DEMO: 'off',
      RATE_LIMITS: 'on',
      QUIET_HOURS: '00:00-00:00',
      PUBLIC_URL: 'https://linfa.example',
      ...sms.env,
      ...SMS_NOTICES,
    },
    same,
  )
  desk = await atTheDesk(server)
  operator = await server.signIn('13900000101')
  head = await server.signIn('13900000109')
  lawyer = await server.signIn('13900000111')
})
afterAll(async () => {
  await sms.stop()
  await server.stop()
})

const newPhone = () => `139000000${phones++}`
const noticesOf = async (token: string, news: string) =>
  (await server.get('/api/notices?limit=100', token)).body.items.filter(
    (one: { news: string }) => one.news === news,
  )
const send = (now: Instant = server.context.now()) => {
  live.context.now = () => now
  return deliverDue(live.context)
}
const answer = async (id: string, by: string) => {
  await desk.act(id, 'claim', { version: 1 }, by)
  return (await desk.act(id, 'record_answer', { version: 2, ...ANSWER }, by)).body
}

describe('a day that is full', () => {
  it('is told to the head of that desk, once', async () => {
    const day = addDays(dayOf(server.context.now()), 40)
    const at = instant(day, '10:00')
    await server.database.run(addSlot, 'full-1', DESK, at)
    await server.database.run(addSlot, 'full-2', DESK, addMinutes(at, 30))
    const wish = { channel: 'call_back', topic: 'loan', summary: '借款不还', regionCode: VILLAGE }
    const token = await server.signIn(newPhone())
    await server.post('/api/bookings', { ...wish, slotId: 'full-1' }, { token })
    await tellOfFullDays(server.context)
    expect(await noticesOf(head, 'day_full')).toEqual([])
    await server.post('/api/bookings', { ...wish, slotId: 'full-2' }, { token })
    await tellOfFullDays(server.context)
    await tellOfFullDays(server.context)
    const told = await noticesOf(head, 'day_full')
    expect(told).toHaveLength(1)
    expect(told[0].text).toContain('约满')
    expect(await noticesOf(operator, 'day_full')).toEqual([])
  })
})

describe('whoever asked that nothing be left on the telephone', () => {
  it('gets no SMS: an operator calls instead, and staff reads why', async () => {
    const phone = newPhone()
    const token = await server.signIn(phone)
    const { id } = await desk.book(token, { mayLeaveMessage: false })
    await desk.act(id, 'cancel', { version: 1 }, operator)
    await send()
    expect(sms.notices.some((one) => one.phone.endsWith(phone))).toBe(false)
    const { timeline } = (await server.get(`/api/cases/${id}`, operator)).body
    expect(timeline.map(({ text }: { text: string }) => text).join()).toContain('本人交代不要发短信')
  })
})

describe('a conversation by video', () => {
  it('has a link to the office’s own service, near its hour only, for both sides, and nothing personal in it', async () => {
    const token = await server.signIn(newPhone())
    const { id, own } = await desk.book(token, { channel: 'video' })
    expect(own.meeting).toMatchObject({ url: null })
    await desk.due(id, addMinutes(server.context.now(), 10))
    for (const by of [token, operator]) {
      const { body } = await server.get(`/api/cases/${id}`, by)
      expect(body.own.meeting.url).toMatch(/^https:\/\/meeting\.example\/j\/[\w-]{16}$/)
      expect(JSON.stringify(body.sections)).toContain(body.own.meeting.url)
    }
    expect((await desk.book(await server.signIn(newPhone()))).own.meeting).toBeNull()
  })
})

describe('a rating without signing in', () => {
  /** Somebody at the line, without any program. */
  async function served() {
    const phone = newPhone()
    const { id } = await desk.book(operator, { onBehalfOf: { phone }, cameBy: 'telephone' })
    expect((await answer(id, operator)).status).toBe('answered')
    await send()
    const message = sms.notices.findLast(
      (one) => one.phone.endsWith(phone) && one.words[0]?.startsWith('https'),
    )
    const token = new URL(message?.words[0]?.replace('#/', '') ?? 'https://none').searchParams.get('t') ?? ''
    return { id, phone, token, link: message?.words[0] }
  }
  const look = (token: string, by?: string) =>
    server.post('/api/rating-links/look', { token }, by ? { token: by } : {})
  const rate = (token: string, body: object, by?: string) =>
    server.post('/api/rating-links/rate', { token, ...body }, by ? { token: by } : {})

  it('comes by SMS with a link that is good once', async () => {
    const { id, token, link } = await served()
    expect(link).toMatch(/^https:\/\/linfa\.example\/#\/pages\/hotline\/rate\/index\?t=[\w-]{43}$/)
    const { body } = await look(token)
    expect(Object.keys(body).sort()).toEqual(['organisation', 'servedOn', 'until'])
    expect((await rate(token, { score: 6 })).status).toBe(422)
    expect((await rate(token, { score: 1, comment: '没说清楚' })).status).toBe(204)
    expect(await server.database.one(ratingOf, id)).toEqual({ score: 1, via: 'link', by_id: null })
    expect((await rate(token, { score: 5 })).body).toMatchObject({ code: 'not_found' })
    expect((await look(token)).status).toBe(404)
    const revisits = (await server.get('/api/desk/revisits', head)).body.items
    expect(revisits.some(({ caseId }: { caseId: string }) => caseId === id)).toBe(true)
    expect((await server.get(`/api/cases/${id}`, operator)).body.rating).toBeNull()
  })

  it('is void on a device on which somebody of the house is signed in', async () => {
    const { id, token } = await served()
    for (const staff of [operator, head]) {
      expect((await look(token, staff)).body.code).toBe('not_yours')
      expect((await rate(token, { score: 5 }, staff)).body.code).toBe('not_yours')
    }
    expect(await server.database.one(ratingOf, id)).toBeUndefined()
    expect((await rate(token, { score: 5 }, await server.signIn(newPhone()))).status).toBe(204)
  })

  it('ends with the thirty days, and cannot be guessed; the database holds only its digest', async () => {
    const { token } = await served()
    expect((await look(`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`)).status).toBe(404)
    const { rows } = await server.database.raw(`select notice::text as t from notice union all
      select rating_link::text from rating_link`)
    expect(JSON.stringify(rows)).not.toContain(token)
    const { now } = server.context
    server.context.now = () => addMinutes(now(), 31 * 24 * 60)
    expect((await look(token)).status).toBe(404)
    server.context.now = now
  })

  it('is not asked of whoever is signed in: they rate in their case', async () => {
    const phone = newPhone()
    const token = await server.signIn(phone)
    const { id } = await desk.book(token)
    await answer(id, operator)
    await send()
    expect(await noticesOf(token, 'rate')).toEqual([])
  })

  it('is entered in a revisit by somebody else than the handler, once', async () => {
    const { id, token } = await served()
    const list = async (by: string) =>
      (await server.get('/api/desk/unrated', by)).body.items.map(({ caseId }: { caseId: string }) => caseId)
    expect(await list(operator)).not.toContain(id)
    expect(await list(lawyer)).toContain(id)
    const put = (by: string) =>
      server.ask('PUT', `/api/desk/unrated/${id}`, { token: by, body: { score: 4 } })
    expect((await put(operator)).body.code).toBe('not_yours')
    expect((await put(await server.signIn('13900000102'))).body.code).toBe('not_found')
    expect((await put(lawyer)).status).toBe(204)
    expect(await server.database.one(ratingOf, id)).toMatchObject({ score: 4, via: 'revisit' })
    expect((await put(head)).body.code).toBe('not_now')
    expect((await rate(token, { score: 1 })).status).toBe(404)
    expect(await list(lawyer)).not.toContain(id)
  })
})

describe('what somebody was told', () => {
  it('goes into the copy of everything (PI-11)', async () => {
    const token = await server.signIn(newPhone())
    const { number } = await desk.book(token)
    const { notices } = (await server.get('/api/me/export', token)).body
    expect(notices).toMatchObject([{ title: '预约成功', text: expect.stringContaining(number) }])
  })

  it('goes with the account, but for what belongs to a record that is kept (PI-12)', async () => {
    const token = await server.signIn(newPhone())
    const me = (await server.get('/api/me', token)).body.id
    const [gone, kept] = [await desk.book(token), await desk.book(token, { slotId: 'full-3' })]
    expect(kept.code).toBe('not_found')
    await server.post('/api/me/subscriptions', { templateIds: ['demo-progress'] }, { token })
    await server.post(`/api/slots/${desk.slotId}/watches`, undefined, { token })
    await desk.act(gone.id, 'cancel', { version: 1 }, token)
    expect((await server.ask('DELETE', '/api/me', { token })).body.deleted.join()).toContain('消息')
    expect(await server.database.one(left, me)).toEqual({ notices: 0, permissions: 0, watches: 0 })
    const other = await server.signIn(newPhone())
    const otherId = (await server.get('/api/me', other)).body.id
    const { id } = await desk.book(other)
    await answer(id, operator)
    await server.ask('DELETE', '/api/me', { token: other })
    expect((await server.database.one(left, otherId))?.notices).toBe(2)
  })

  it('is forgotten after a year, but not while its case is open', async () => {
    const token = await server.signIn(newPhone())
    const [closed] = [await desk.book(token)]
    await desk.act(closed.id, 'cancel', { version: 1 }, token)
    const other = await server.signIn(newPhone())
    await desk.book(other)
    const { now } = server.context
    server.context.now = () => addMinutes(now(), 367 * 24 * 60)
    await forgetOldNotices(server.context)
    server.context.now = now
    expect((await server.get('/api/notices', token)).body.items).toEqual([])
    expect((await server.get('/api/notices', other)).body.items).toHaveLength(1)
  })
})
