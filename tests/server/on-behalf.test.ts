import { ANSWER, atTheDesk, DESK, VILLAGE } from '../support/desk.ts'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let desk: Awaited<ReturnType<typeof atTheDesk>>
let operator: string

const GRANDMOTHER = { phone: '13900000061', name: '向奶奶' }

beforeAll(async () => {
  server = await startServer()
  desk = await atTheDesk(server)
  operator = await server.signIn('13900000101')
})
afterAll(() => server.stop())

const read = (id: string, token: string, number = '') =>
  number
    ? server.post(`/api/cases/${id}/number`, { number }, { token })
    : server.get(`/api/cases/${id}`, token)

describe('a booking for somebody at the line', () => {
  it('is opened by staff of that desk for a telephone number, with who and how on record', async () => {
    const body = await desk.book(operator, { onBehalfOf: GRANDMOTHER, cameBy: 'telephone' })
    expect(body).toMatchObject({ status: 'booked', locked: false, applicant: { phone: '139****0061' } })
    expect(body.form).toMatchObject({ name: '向*', phone: '139****0061', cameBy: 'telephone' })
    expect(body.timeline[0]).toMatchObject({ role: 'hotline_operator' })
    expect(body.lines).toContainEqual({ name: 'cameBy', label: '怎么来的', text: '打电话来' })
    await desk.act(body.id, 'claim', { version: 1 }, operator)
    const seen = await server.post(
      `/api/cases/${body.id}/reveals`,
      { field: 'phone', reason: '回电' },
      { token: operator },
    )
    expect(seen.body.value).toBe(GRANDMOTHER.phone)
  })

  it('is opened by no resident, and by nobody of another desk', async () => {
    for (const phone of ['13900000062', '13900000102', '13900000401']) {
      const body = await desk.book(await server.signIn(phone), { onBehalfOf: GRANDMOTHER })
      expect(body.code).toBe('not_yours')
    }
  })

  it('is listed for whoever signs in with the number, with nothing that would tell what it is', async () => {
    const booked = await desk.book(operator, {
      onBehalfOf: { ...GRANDMOTHER, phone: '13900000063' },
      topic: 'family',
    })
    const person = await server.signIn('13900000063')
    const { items } = (await server.get('/api/cases', person)).body
    expect(items).toMatchObject([{ id: booked.id, locked: true, number: 'RX431224-****', topic: null }])
    expect(JSON.stringify(items)).not.toMatch(/婚姻|邻居|奶奶|向\*/)
    expect((await server.get('/api/me', person)).body.name).toBeNull()
    expect((await server.get('/api/me/export', person)).body.cases).toEqual([])
  })

  it('opens with its number, once for always, and until then takes no step', async () => {
    const booked = await desk.book(operator, { onBehalfOf: { phone: '13900000064' } })
    const person = await server.signIn('13900000064')
    const { status, body } = await read(booked.id, person)
    expect([status, Object.keys(body.fields)]).toEqual([422, ['number']])
    expect((await read(booked.id, person, 'RX431224-261123-0001-1')).status).toBe(422)
    expect((await desk.act(booked.id, 'cancel', { version: 1 }, person)).status).toBe(404)
    const messages = `/api/cases/${booked.id}/messages`
    expect((await server.post(messages, { text: '你好' }, { token: person })).status).toBe(404)
    const opened = await read(booked.id, person, ` ${booked.number.toLowerCase()} `)
    expect(opened.body).toMatchObject({ number: booked.number, locked: false })
    expect(opened.body.form.summary).toBe('邻居砌墙占地')
    expect((await read(booked.id, person)).status).toBe(200)
    expect((await desk.act(booked.id, 'cancel', { version: 1 }, person)).body.status).toBe('cancelled')
  })

  it('tells its number nowhere before it was given: not in the log of looks, not when cancelling the account', async () => {
    const booked = await desk.book(operator, { onBehalfOf: { phone: '13900000068' } })
    await read(booked.id, operator)
    const person = await server.signIn('13900000068')
    const looks = (await server.get('/api/me/access-log', person)).body
    expect(looks.items).toMatchObject([{ caseNumber: null }])
    const refused = await server.ask('DELETE', '/api/me', { token: person })
    expect(refused.body.code).toBe('not_now')
    for (const path of ['/api/me/export', '/api/notices', '/api/cases', '/api/me'])
      expect(JSON.stringify((await server.get(path, person)).body)).not.toContain(booked.number)
    expect(JSON.stringify([looks, refused.body])).not.toContain(booked.number)
    await read(booked.id, person, booked.number)
    expect((await server.get('/api/me/access-log', person)).body.items[0].caseNumber).toBe(booked.number)
  })

  it('helps no stranger who knows the number of the case', async () => {
    const booked = await desk.book(operator, { onBehalfOf: { phone: '13900000065' } })
    const stranger = await server.signIn('13900000066')
    expect((await read(booked.id, stranger, booked.number)).status).toBe(404)
  })

  it('can be answered at once, and the answer waits for the person', async () => {
    const booked = await desk.book(operator, { onBehalfOf: { phone: '13900000067' }, cameBy: 'window' })
    await desk.act(booked.id, 'claim', { version: 1 }, operator)
    await desk.act(booked.id, 'record_answer', { version: 2, ...ANSWER }, operator)
    const person = await server.signIn('13900000067')
    expect((await read(booked.id, person, booked.number)).body.answer.text).toBe(ANSWER.answer)
  })
})

describe('somebody who is on the line now', () => {
  const hear = (token: string, more: object = {}, key?: string) =>
    server.post(
      '/api/desk/live-calls',
      {
        deskId: DESK,
        cameBy: 'telephone',
        topic: 'land',
        summary: '邻居砌墙占地',
        regionCode: VILLAGE,
        onBehalfOf: GRANDMOTHER,
        ...more,
      },
      { token, ...(key && { key }) },
    )

  it('has an operator at once, takes no seat, and is not told by a notice what they just heard', async () => {
    const taken = async () => (await server.database.raw('select sum(taken) as n from slot')).rows
    const before = await taken()
    const { status, body } = await hear(operator)
    expect([status, body.status, body.channel, body.locked]).toEqual([201, 'claimed', 'call_back', false])
    expect(body.handler.name).toContain('何接线')
    expect(body.lines).toContainEqual({ name: 'cameBy', label: '怎么来的', text: '打电话来' })
    expect(body.timeline.map(({ text }: { text: string }) => text)).toEqual(['来电或到窗口咨询，当时接手'])
    expect(await taken()).toEqual(before)
    const done = await desk.act(body.id, 'record_answer', { version: 1, ...ANSWER }, operator)
    expect(done.body.status).toBe('answered')
    const person = await server.signIn(GRANDMOTHER.phone)
    const notices = (await server.get('/api/notices', person)).body.items
    const ofCall = notices.filter(({ caseId }: { caseId: string }) => caseId === body.id)
    expect(ofCall.map(({ news }: { news: string }) => news)).toEqual(expect.not.arrayContaining(['booked']))
    expect(ofCall.map(({ news }: { news: string }) => news)).toContain('answered')
    const mine = (await server.get('/api/cases', person)).body.items
    expect(mine.find(({ id }: { id: string }) => id === body.id)).toMatchObject({ locked: true, topic: null })
    expect((await read(body.id, person, body.number)).body.answer.text).toBe(ANSWER.answer)
  })

  it('is one case however often a lost reply is asked for again', async () => {
    const [one, again] = [await hear(operator, {}, 'live'), await hear(operator, {}, 'live')]
    expect(again.body.id).toBe(one.body.id)
  })

  it('is given out to the next one when it is handed back, whichever desk is asked for, and can get a time', async () => {
    const { id } = (await hear(operator, { cameBy: 'window', onBehalfOf: { phone: '13900000069' } })).body
    await desk.act(id, 'release', { version: 1, reason: '对方要本地话' }, operator)
    const lawyer = await server.signIn('13900000111')
    const next = await server.post('/api/desk/next', { deskId: DESK, channel: 'visit' }, { token: lawyer })
    expect(next.body.case).toMatchObject({ id, status: 'claimed', channel: 'visit' })
    const { version } = next.body.case
    const moved = await desk.act(id, 'reschedule', { version, slotId: desk.slotId }, lawyer)
    expect(moved.body).toMatchObject({ status: 'booked', appointment: { startsAt: desk.startsAt } })
    const seat = await server.database.raw('select held from booking where case_id = $1', [id])
    expect(seat.rows).toEqual([{ held: true }])
  })

  it('is called again when the line breaks, at a time when somebody is at the desk', async () => {
    const { id } = (await hear(operator)).body
    const missed = await desk.act(id, 'record_missed', { version: 1 }, operator)
    expect(missed.body).toMatchObject({ status: 'booked', attempts: 1, retryAt: expect.any(String) })
  })

  it('is written down by those who serve at that desk, for somebody else, with what has to be known', async () => {
    expect((await hear(await server.signIn('13900000062'))).status).toBe(403)
    expect((await hear(await server.signIn('13900000102'))).body.code).toBe('not_yours')
    expect((await hear(operator, { onBehalfOf: { phone: '13900000101' } })).body.fields).toHaveProperty([
      'onBehalfOf.phone',
    ])
    expect((await hear(operator, { cameBy: 'letter' })).body.fields.cameBy).toBeTruthy()
    expect((await hear(operator, { summary: ' ' })).body.fields.summary).toBeTruthy()
    expect((await hear(operator, { regionCode: '431224999999' })).body.fields.regionCode).toBeTruthy()
    expect((await hear(operator, { deskId: 'no-desk' })).status).toBe(404)
  })
})
