import { addDays, dayOf } from '#domain/day'
import { verifyChains } from '../../server/cases/verify.ts'
import { sql } from '../../server/db/sql.ts'
import { startServer, type TestServer } from '../support/server.ts'

const VILLAGE = '431224100001'
const DESK = 'demo-desk-431224'

let server: TestServer
let resident: string
let operator: string
let slots: { id: string; startsAt: string; capacity: number; free: number }[]

const today = () => dayOf(server.context.now())
const listSlots = async () =>
  (await server.get(`/api/desks/${DESK}/slots?from=${today()}&to=${addDays(today(), 14)}`)).body.items
/** Slots far enough away that they can still be changed. */
const later = (n: number) => slots[slots.length - 1 - n]?.id ?? ''
const wish = (slotId: string) => ({
  slotId,
  channel: 'call_back',
  topic: 'land',
  summary: '邻居砌墙占了我家宅基地',
  regionCode: VILLAGE,
})
const book = (slotId: string, token = resident, more = {}) =>
  server.post('/api/bookings', { ...wish(slotId), ...more }, { token })
const act = (id: string, action: string, body: object, token = resident) =>
  server.post(`/api/cases/${id}/actions/${action}`, body, { token })
const free = async (slotId: string) =>
  (await listSlots()).find(({ id }: { id: string }) => id === slotId).free

beforeAll(async () => {
  server = await startServer({ MAX_OPEN_BOOKINGS: '3' })
  slots = await listSlots()
  resident = await server.signIn('13900000001')
  operator = await server.signIn('13900000101')
})
afterAll(() => server.stop())

describe('finding a desk and a time', () => {
  it('offers the desk of one’s own county first, to anybody, without signing in', async () => {
    const { status, body } = await server.get(`/api/desks?region=${VILLAGE}`)
    expect(status).toBe(200)
    expect(body.items[0]).toMatchObject({ id: DESK, own: true, regionCode: '431224000000' })
    expect(body.items.slice(1).every(({ own }: { own: boolean }) => !own)).toBe(true)
  })

  it('finds a desk for every county of the city', async () => {
    const counties = (await server.get('/api/regions?parent=431200000000')).body.items
    for (const { code } of counties)
      expect((await server.get(`/api/desks?region=${code}`)).body.items[0].own).toBe(true)
  })

  it('lists slots fourteen days ahead, none on a public holiday or outside the hours', () => {
    expect(slots.length).toBeGreaterThan(80)
    expect(dayOf(slots.at(-1)?.startsAt ?? '') >= addDays(today(), 10)).toBe(true)
  })

  it.each([
    ['/api/desks', 422],
    ['/api/desks?region=12', 422],
    ['/api/desks/nowhere/slots?from=2026-11-24&to=2026-11-24', 404],
    [`/api/desks/${DESK}/slots?from=2026-11-24`, 422],
    [`/api/desks/${DESK}/slots?from=2026-02-30&to=2026-03-01`, 422],
    [`/api/desks/${DESK}/slots?from=2026-11-25&to=2026-11-24`, 422],
    [`/api/desks/${DESK}/slots?from=2026-01-01&to=2027-01-01`, 422],
    ['/api/desks/%00/slots?from=2026-11-24&to=2026-11-24', 400],
  ])('answers %s with %d', async (path, status) => {
    expect((await server.get(path)).status).toBe(status)
  })
})

describe('booking', () => {
  it('gives a number, a timeline, the promise and what can be done', async () => {
    const { status, body } = await book(later(0))
    expect(status).toBe(201)
    expect(body.number).toMatch(/^RX431224-\d{6}-\d{4,}-\d$/)
    expect(body).toMatchObject({
      kind: 'hotline',
      status: 'booked',
      statusText: '已预约',
      version: 1,
      county: '431224',
    })
    expect(body.timeline).toHaveLength(1)
    expect(body.clocks[0]).toMatchObject({ law: null, state: 'running', dueAt: body.appointment.endsAt })
    expect(body.actions.map(({ action }: { action: string }) => action)).toEqual(['reschedule', 'cancel'])
    await act(body.id, 'cancel', { version: 1 })
  })

  it('answers a repeated submission with the same case, and refuses another under the same key', async () => {
    const send = (slotId: string) =>
      server.post('/api/bookings', wish(slotId), {
        token: resident,
        key: 'a lost reply'.replaceAll(' ', '-'),
      })
    const first = await send(later(1))
    const again = await send(later(1))
    expect([first.status, again.status]).toEqual([201, 201])
    expect(again.body.id).toBe(first.body.id)
    expect((await send(later(2))).status).toBe(422)
    await act(first.body.id, 'cancel', { version: 1 })
  })

  it('opens one case when the same submission arrives five times at once', async () => {
    const send = () => server.post('/api/bookings', wish(later(3)), { token: resident, key: 'five-at-once' })
    const answers = await Promise.all([send(), send(), send(), send(), send()])
    const opened = answers.filter(({ status }) => status === 201)
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true)
    expect(new Set(opened.map(({ body }) => body.id)).size).toBe(1)
    for (const { headers, status } of answers)
      if (status === 409) expect(headers.get('retry-after')).toBe('1')
    await act(opened[0]?.body.id, 'cancel', { version: 1 })
  })

  it('needs a key, a session, and everything a call needs', async () => {
    expect(
      (await server.post('/api/bookings', wish(later(0)), { token: resident, key: null })).body.code,
    ).toBe('malformed')
    expect((await server.post('/api/bookings', wish(later(0)))).body.code).toBe('sign_in_first')
    const { status, body } = await server.post('/api/bookings', { slotId: later(0) }, { token: resident })
    expect(status).toBe(422)
    expect(Object.keys(body.fields).sort()).toEqual(['channel', 'regionCode', 'summary', 'topic'])
    expect(Object.values(body.fields).every((words) => /[\u4e00-\u9fff]/.test(String(words)))).toBe(true)
  })

  it('refuses a slot that is not there, a channel the desk lacks, and a time that begins too soon', async () => {
    expect((await book('nowhere')).body.code).toBe('not_found')
    expect((await book(later(0), resident, { channel: 'pigeon' })).body.code).toBe('invalid')
    await server.database.run(soon, DESK)
    const { body } = await book('soon')
    expect(body.code).toBe('not_now')
    expect(body.detail).toContain('60 分钟')
  })

  it('lets nobody book the same time twice or more than three at once', async () => {
    const token = await server.signIn('13900000011')
    const first = await book(later(4), token)
    expect((await book(later(4), token)).body.detail).toContain('已经约过')
    await book(later(5), token)
    await book(later(6), token)
    expect((await book(later(7), token)).body).toMatchObject({ code: 'not_now' })
    await act(first.body.id, 'cancel', { version: 1 }, token)
    expect((await book(later(7), token)).status).toBe(201)
  })

  it('holds to three also when four are sent at the same moment', async () => {
    const token = await server.signIn('13900000012')
    const answers = await Promise.all([8, 9, 10, 11].map((n) => book(later(n), token)))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 201, 409])
  })

  it('says that a slot is full, with the nearest that are free', async () => {
    const phones = ['13900000021', '13900000022', '13900000023', '13900000024']
    const tokens: string[] = []
    for (const phone of phones) tokens.push(await server.signIn(phone))
    const capacity = slots.find(({ id }) => id === later(12))?.capacity ?? 0
    for (const token of tokens.slice(0, capacity)) expect((await book(later(12), token)).status).toBe(201)
    const { status, body } = await book(later(12), tokens[capacity] ?? '')
    expect([status, body.code]).toEqual([409, 'full'])
    expect(body.nearest.length).toBeGreaterThan(0)
    expect(body.nearest.every(({ free }: { free: number }) => free > 0)).toBe(true)
  })

  it('marks words of danger for staff, blocks nothing, and does not label the person to themselves', async () => {
    const { body } = await book(later(20), resident, { summary: '他喝了酒就打我，我不想活了' })
    expect(body.status).toBe('booked')
    expect(body.danger).toEqual([])
    const seen = (await server.get(`/api/cases/${body.id}`, operator)).body
    expect(seen.urgent).toBe(true)
    expect(seen.danger.sort()).toEqual(['suicide', 'violence'])
    expect((await server.get('/api/cases?view=desk', operator)).body.items[0].id).toBe(body.id)
    await act(body.id, 'cancel', { version: 1 })
  })
})

describe('moving and cancelling', () => {
  it('keeps number and timeline, gives the old seat back and takes the new one', async () => {
    const { body: opened } = await book(later(30))
    const before = [await free(later(30)), await free(later(31))]
    const { status, body } = await act(opened.id, 'reschedule', { version: 1, slotId: later(31) })
    expect(status).toBe(200)
    expect(body).toMatchObject({ number: opened.number, status: 'booked', version: 2 })
    expect(body.timeline.map(({ action }: { action: string }) => action)).toEqual(['open', 'reschedule'])
    expect([await free(later(30)), await free(later(31))]).toEqual([
      (before[0] ?? 0) + 1,
      (before[1] ?? 0) - 1,
    ])
    const { body: cancelled } = await act(opened.id, 'cancel', { version: 2, reason: '已经解决了' })
    expect(cancelled).toMatchObject({ status: 'cancelled', actions: [] })
    expect(cancelled.closedAt).not.toBeNull()
    expect(await free(later(31))).toBe(before[1])
  })

  it('refuses a stale page, somebody else’s case, and a step that does not exist', async () => {
    const { body } = await book(later(32))
    expect((await act(body.id, 'cancel', { version: 9 })).body.code).toBe('stale')
    expect((await act(body.id, 'cancel', {})).body.code).toBe('invalid')
    expect((await act(body.id, 'constructor', { version: 1 })).body.code).toBe('not_found')
    expect((await act(body.id, 'reschedule', { version: 1 })).body.fields.slotId).toBeTruthy()
    const stranger = await server.signIn('13900000002')
    expect((await act(body.id, 'cancel', { version: 1 }, stranger)).body.code).toBe('not_found')
    expect((await server.get(`/api/cases/${body.id}`, stranger)).body.code).toBe('not_found')
    const elsewhere = await server.signIn('13900000102')
    expect((await server.get(`/api/cases/${body.id}`, elsewhere)).body.code).toBe('not_found')
    expect((await act(body.id, 'claim', { version: 1 })).body.code).toBe('not_yours')
    await act(body.id, 'cancel', { version: 1 })
  })

  it('lets one of two who act at once succeed, and tells the other that the page is stale', async () => {
    const { body } = await book(later(33))
    const answers = await Promise.all([
      act(body.id, 'cancel', { version: 1 }),
      act(body.id, 'claim', { version: 1 }, operator),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('stale')
  })

  it('is too late two hours before, and says to telephone', async () => {
    await server.database.run(nearby, DESK)
    const token = await server.signIn('13900000013')
    const { body } = await book('nearby', token)
    expect(body.actions).toEqual([])
    const refused = await act(body.id, 'cancel', { version: 1 }, token)
    expect(refused.body.code).toBe('not_now')
    expect(refused.body.detail).toContain('12348')
  })
})

describe('what staff sees', () => {
  it('shows names and numbers masked; the whole only to who has the case, with a reason the resident can read', async () => {
    const { body } = await book(later(40), resident, { name: '欧阳小明', phone: '13911112222' })
    const seen = (await server.get(`/api/cases/${body.id}`, operator)).body
    expect(seen.form).toMatchObject({
      name: '欧阳*',
      phone: '139****2222',
      summary: '邻居砌墙占了我家宅基地',
    })
    const reveal = (token: string) =>
      server.post(`/api/cases/${body.id}/reveals`, { field: 'phone', reason: '回电' }, { token })
    expect((await reveal(operator)).body.code).toBe('not_yours')
    await act(body.id, 'claim', { version: 1 }, operator)
    expect((await reveal(operator)).body).toEqual({ value: '13911112222' })
    expect((await server.get('/api/me/access-log', resident)).body.items[0]).toMatchObject({ reason: '回电' })
    expect((await server.get(`/api/cases/${body.id}`, resident)).body.form.phone).toBe('13911112222')
  })

  it('lists the cases of one’s own desk only, by day, number or telephone', async () => {
    const { body } = await book(later(41), await server.signIn('13900000014'))
    const find = async (query: string, token = operator) =>
      (await server.get(`/api/cases?view=desk&${query}`, token)).body.items?.map(
        ({ id }: { id: string }) => id,
      )
    expect(await find(`q=${body.number}`)).toEqual([body.id])
    const seek = async (q: string, token = operator) =>
      (await server.post('/api/cases/search', { q }, { token })).body.items?.map(
        ({ id }: { id: string }) => id,
      )
    for (const q of ['13900000014', ' 139 0000 0014 ', body.number]) expect(await seek(q)).toEqual([body.id])
    expect((await server.post('/api/cases/search', { q: ' ' }, { token: operator })).status).toBe(422)
    expect((await server.post('/api/cases/search', { q: '1' }, { token: resident })).status).toBe(403)
    const refused = await server.get('/api/cases?view=desk&q=13900000014', operator)
    expect([refused.status, refused.body.fields.q]).toEqual([422, expect.stringContaining('网址')])
    expect(await find(`day=${dayOf(body.appointment.startsAt)}&limit=100`)).toContain(body.id)
    expect(await seek('13900000014', await server.signIn('13900000102'))).toEqual([])
    expect((await server.get('/api/cases?view=desk', resident)).status).toBe(403)
  })

  it('pages through a desk without losing or repeating a case', async () => {
    const ids: string[] = []
    for (let cursor = ''; ; ) {
      const { body } = await server.get(
        `/api/cases?view=desk&limit=4${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
        operator,
      )
      ids.push(...body.items.map(({ id }: { id: string }) => id))
      if (!body.next) break
      cursor = body.next
    }
    const all = (await server.get('/api/cases?view=desk&limit=100', operator)).body.items
    expect(ids).toEqual(all.map(({ id }: { id: string }) => id))
  })
})

it('is only kept once the applicant has left: staff can neither act on it nor look behind it', async () => {
  const token = await server.signIn('13900000018')
  const { body } = await book(later(63), token)
  await act(body.id, 'claim', { version: 1 }, operator)
  await server.database.run(leave, body.id)
  expect((await act(body.id, 'release', { version: 2, reason: '交还' }, operator)).body.detail).toContain(
    '注销',
  )
  const reveal = { field: 'phone', reason: '回电' }
  expect((await server.post(`/api/cases/${body.id}/reveals`, reveal, { token: operator })).status).toBe(409)
  expect(
    (await server.post(`/api/cases/${body.id}/messages`, { text: '在吗' }, { token: operator })).status,
  ).toBe(409)
})

describe('somebody who had a case and serves no longer', () => {
  it('neither sees nor does anything with it, whatever session they open', async () => {
    const token = await server.signIn('13900000019')
    const { body } = await book(later(64), token)
    await act(body.id, 'claim', { version: 1 }, operator)
    await server.database.run(dismissed)
    const asResident = await server.signIn('13900000101')
    expect((await server.get(`/api/cases/${body.id}`, asResident)).status).toBe(404)
    expect((await act(body.id, 'release', { version: 2, reason: '不办了' }, asResident)).status).toBe(404)
    const reveal = { field: 'phone', reason: '回电' }
    expect((await server.post(`/api/cases/${body.id}/reveals`, reveal, { token: asResident })).status).toBe(
      404,
    )
    await server.database.run(reinstated)
  })
})

it('refuses bad days, nested drafts, places that are not there, and a clock beyond reason', async () => {
  for (const day of ['2026-02-31', '0000-01-01', '9999-12-31'])
    expect((await server.get(`/api/cases?view=desk&day=${day}`, operator)).status).toBe(422)
  expect((await server.get(`/api/desks/${DESK}/slots?from=9999-12-31&to=9999-12-31`)).status).toBe(422)
  const cursor = encodeURIComponent('2026-99-99T29:59:59+08:00 x')
  expect((await server.get(`/api/cases?view=desk&day=${today()}&cursor=${cursor}`, operator)).status).toBe(
    400,
  )
  const nested = `{"fields":{"a":{"value":${'['.repeat(5000)}${']'.repeat(5000)},"at":"${server.context.now()}"}}}`
  expect((await server.ask('PUT', '/api/drafts/hotline', { token: resident, body: nested })).status).toBe(422)
  expect((await book(later(0), resident, { regionCode: '999999999999' })).body.fields.regionCode).toBeTruthy()
  expect((await server.post('/api/demo/clock', { now: '9999-12-31T23:59:59+08:00' })).status).toBe(422)
})

describe('a case that goes on from another', () => {
  it('shows each the other, to whoever may read both and to nobody else', async () => {
    const token = await server.signIn('13900000016')
    const first = (await book(later(60), token)).body
    await act(first.id, 'cancel', { version: 1 }, token)
    const { status, body } = await book(later(61), token, { fromCaseId: first.id })
    expect(status).toBe(201)
    expect(body.links).toEqual([{ rel: 'continues', caseId: first.id, number: first.number }])
    const links = async (by: string) => (await server.get(`/api/cases/${first.id}`, by)).body.links
    expect(await links(token)).toEqual([{ rel: 'continued_by', caseId: body.id, number: body.number }])
    expect(await links(operator)).toHaveLength(1)
    expect((await book(later(62), resident, { fromCaseId: first.id })).body.code).toBe('not_found')
    await act(body.id, 'cancel', { version: 1 }, token)
  })
})

describe('words in a case', () => {
  it('are heard by both sides; a held one by its author until somebody has looked', async () => {
    const strict = await startServer(
      {},
      { database: server.database, url: server.url, drop: async () => undefined },
    )
    strict.context.checkText = async (text) => (text.includes('死') ? 'held' : 'passed')
    const { body } = await strict.post(
      '/api/bookings',
      { ...wish(later(45)), summary: '他说要我死' },
      { token: resident },
    )
    expect(body.form.summary).toBe('他说要我死')
    const seen = (await strict.get(`/api/cases/${body.id}`, operator)).body
    expect([seen.form.summary, seen.formHeld]).toEqual(['他说要我死', true])
    const say = (text: string, token: string) =>
      strict.post(`/api/cases/${body.id}/messages`, { text }, { token })
    expect((await say('再说一句', resident)).body).toMatchObject({
      mine: true,
      held: false,
      text: '再说一句',
    })
    const held = (await say('这样说会死人的', operator)).body
    const readBy = async (token: string) =>
      (await strict.get(`/api/cases/${body.id}`, token)).body.messages.at(-1).text
    expect(await readBy(resident)).toBeNull()
    const release = (textId: string, token: string) =>
      strict.post(`/api/cases/${body.id}/texts/${textId}/release`, undefined, { token })
    expect((await release(held.id, resident)).body.code).toBe('not_yours')
    expect((await release(held.id, operator)).body.code).toBe('not_now')
    const head = await strict.signIn('13900000109')
    expect(await readBy(head)).toBe('这样说会死人的')
    expect((await release(held.id, head)).status).toBe(200)
    expect(await readBy(resident)).toBe('这样说会死人的')
    expect((await release(held.id, head)).body.code).toBe('not_now')
    expect((await say('', resident)).status).toBe(422)
  })
})

describe('the log of events', () => {
  it('is whole, and shows the first link that somebody changed', async () => {
    expect((await verifyChains(server.context)).broken).toBeNull()
    await server.database.run(tamper)
    expect((await verifyChains(server.context)).broken).toMatch(/was changed/)
    await server.database.run(mend)
  })

  it('shows a tail that was cut after the daily seal', async () => {
    const { body } = await book(later(50), await server.signIn('13900000015'))
    await server.post('/api/demo/clock', { now: `${addDays(today(), 1)}T00:30:00+08:00` })
    await server.database.run(cutEvents, body.id)
    await server.database.run(cutCase, body.id)
    expect((await verifyChains(server.context)).broken).toMatch(/cut or changed/)
  })
})

const dismissed = sql(
  'test_dismissed',
  `update staff_role set ended_at = now() where organisation_id = 'demo-hotline-431224' and role = 'hotline_operator'`,
)
const reinstated = sql(
  'test_reinstated',
  `update staff_role set ended_at = null where organisation_id = 'demo-hotline-431224' and role = 'hotline_operator'`,
)
const leave = sql(
  'test_leave',
  'update account set cancelled_at = now() where id = (select applicant_id from case_file where id = $1)',
)
const soon = sql(
  'test_soon',
  `insert into slot (id, desk_id, starts_at, ends_at, capacity)
   values ('soon', $1, now() + interval '20 minutes', now() + interval '21 minutes', 5)`,
)
const nearby = sql(
  'test_nearby',
  `insert into slot (id, desk_id, starts_at, ends_at, capacity)
   values ('nearby', $1, now() + interval '90 minutes', now() + interval '91 minutes', 5)`,
)
const tamper = sql('test_tamper', `update case_event set to_status = 'answered' where seq = 1`)
const mend = sql('test_mend', `update case_event set to_status = 'booked' where seq = 1`)
const cutEvents = sql('test_cut_events', 'delete from case_event where case_id = $1')
const cutCase = sql('test_cut_case', `update case_file set seq = 0, head = '' where id = $1`)
