import { nextWorkingDay } from '#domain/calendar'
import { addDays, dayOf } from '#domain/day'
import { ANSWER, atTheDesk, DESK } from '../support/desk.ts'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let desk: Awaited<ReturnType<typeof atTheDesk>>
let operator: string
let lawyer: string
let head: string

beforeAll(async () => {
  server = await startServer()
  desk = await atTheDesk(server)
  operator = await server.signIn('13900000101')
  head = await server.signIn('13900000109')
  lawyer = await server.signIn('13900000111')
})
afterAll(() => server.stop())

let people = 10
/** A resident whose call this member of staff has answered. */
async function served(by = operator) {
  const token = await server.signIn(`139000000${people++}`)
  const { id } = await desk.book(token)
  await desk.act(id, 'claim', { version: 1 }, by)
  const { body } = await desk.act(id, 'record_answer', { version: 2, ...ANSWER }, by)
  expect(body.status).toBe('answered')
  return { id, token }
}
const rate = (id: string, token: string, body: object) =>
  server.ask('PUT', `/api/cases/${id}/rating`, { token, body })
type Listed = { caseId: string }
const today = () => dayOf(server.context.now())
const averages = async (token: string) => (await server.get('/api/desk/ratings', token)).body.items
const revisits = async (token: string) => (await server.get('/api/desk/revisits', token)).body.items

describe('rating', () => {
  it('is given once by the applicant, and shown to nobody else', async () => {
    const { id, token } = await served()
    expect((await server.get(`/api/cases/${id}`, token)).body.rateUntil).toBe(addDays(today(), 30))
    const { status, body } = await rate(id, token, { score: 5, comment: '讲得很清楚' })
    expect(status).toBe(200)
    expect(body).toMatchObject({ rating: { score: 5, comment: '讲得很清楚' }, rateUntil: null })
    expect((await rate(id, token, { score: 1 })).body).toMatchObject({
      code: 'not_now',
      detail: expect.stringContaining('评价过'),
    })
    for (const staff of [operator, head]) {
      const seen = (await server.get(`/api/cases/${id}`, staff)).body
      expect(seen.rating).toBeNull()
      expect(JSON.stringify(seen)).not.toMatch(/讲得很清楚|rate"/)
      expect((await rate(id, staff, { score: 5 })).body.code).toBe('not_yours')
    }
    const stranger = await server.signIn('13900000099')
    expect((await rate(id, stranger, { score: 5 })).status).toBe(404)
  })

  it.each([[{ score: 0 }], [{ score: 6 }], [{ score: 4.5 }], [{}]])('refuses %j', async (body) => {
    const { id, token } = await served()
    expect((await rate(id, token, body)).body.fields.score).toMatch(/1 到 5|检查/)
  })

  it('waits for the end of the case, and counts one of two given at once', async () => {
    const token = await server.signIn('13900000098')
    const open = await desk.book(token)
    expect((await rate(open.id, token, { score: 3 })).body.code).toBe('not_now')
    const one = await served()
    const both = await Promise.all([
      rate(one.id, one.token, { score: 4 }),
      rate(one.id, one.token, { score: 2 }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  })
})

describe('what staff learns', () => {
  it('is averages of five or more: of the house for all, of each handler for the head and for oneself', async () => {
    expect(await averages(head)).toEqual([])
    for (const score of [5, 4, 4, 3]) {
      const { id, token } = await served(lawyer)
      await rate(id, token, { score })
    }
    const seen = await averages(lawyer)
    expect(seen).toMatchObject([{ of: 'organisation', count: 5 }])
    const { id, token } = await served(lawyer)
    await rate(id, token, { score: 4 })
    expect(await averages(lawyer)).toMatchObject([
      { of: 'organisation', count: 5 },
      { of: 'handler', count: 5, average: 4 },
    ])
    expect(await averages(head)).toMatchObject([
      { of: 'organisation' },
      { name: expect.stringContaining('舒律师') },
    ])
    expect(await averages(operator)).toMatchObject([{ of: 'organisation' }])
    expect(await averages(await server.signIn('13900000102'))).toEqual([])
  })

  it('is averages that stand still until five more have come: nobody reckons a single mark', async () => {
    const before = await averages(head)
    for (const score of [1, 1]) {
      const { id, token } = await served(lawyer)
      await rate(id, token, { score })
      expect(await averages(head)).toEqual(before)
    }
    const { id, token } = await served(lawyer)
    await rate(id, token, { score: 1 })
    expect(await averages(head)).toMatchObject([
      { of: 'organisation', count: 10 },
      { count: 5, average: 4 },
    ])
  })

  it('is a low mark to be asked about on the next working day, by anybody but the handler', async () => {
    const before = (await revisits(head)).length
    const { id, token } = await served()
    await rate(id, token, { score: 1, comment: '没有听我说完' })
    const own = await served(head)
    await rate(own.id, own.token, { score: 2 })
    const list = await revisits(head)
    expect(list).toHaveLength(before + 1)
    const seenBy = async (token: string) => (await revisits(token)).map(({ caseId }: Listed) => caseId)
    const others = await seenBy(operator)
    expect([others.includes(own.id), others.includes(id)]).toEqual([true, false])
    expect(await seenBy(lawyer)).toEqual(expect.arrayContaining([id, own.id]))
    expect(await seenBy(await server.signIn('13900000102'))).toEqual([])
    expect((await server.get('/api/desk/revisits', token)).status).toBe(403)
    const task = list.find(({ caseId }: { caseId: string }) => caseId === id)
    expect(task).toMatchObject({
      score: 1,
      comment: '没有听我说完',
      dueOn: nextWorkingDay(server.context.calendar(), today()),
      overdue: false,
    })
    const done = (by: string, result?: string) =>
      server.post(`/api/desk/revisits/${task.id}/done`, { result }, { token: by })
    expect((await done(operator, '我自己问过了')).status).toBe(404)
    expect((await done(lawyer)).body.fields.result).toBeTruthy()
    expect((await done(lawyer, '已致歉，另约律师')).status).toBe(204)
    expect((await done(head, '再来一次')).status).toBe(404)
    expect(await revisits(head)).toHaveLength(before)
  })

  it('is the number to call for whoever asks, with a reason that the resident can read', async () => {
    const { id, token } = await served()
    await rate(id, token, { score: 2 })
    const reveal = (by: string, field = 'phone') =>
      server.post(`/api/cases/${id}/reveals`, { field, reason: '回访' }, { token: by })
    expect((await reveal(lawyer)).body.value).toMatch(/^139/)
    expect((await reveal(lawyer, 'name')).body.code).toBe('not_yours')
    expect((await reveal(await server.signIn('13900000102'))).status).toBe(404)
    const seen = await server.get('/api/me/access-log', token)
    expect(JSON.stringify(seen.body)).toContain('回访')
    const task = (await revisits(lawyer)).find(({ caseId }: Listed) => caseId === id)
    await server.post(`/api/desk/revisits/${task.id}/done`, { result: '已致歉' }, { token: lawyer })
    expect((await reveal(head)).body.code).toBe('not_yours')
  })
})

describe('the load map', () => {
  it('shows seats and bookings by day and hour to the head of that desk', async () => {
    const ask = (token: string, more = '') =>
      server.get(`/api/desk/load?from=${today()}&to=${addDays(today(), 14)}${more}`, token)
    const { items } = (await ask(head)).body
    const hour = Number(desk.startsAt.slice(11, 13))
    const cell = items.find(
      (one: { day: string; hour: number }) => one.day === dayOf(desk.startsAt) && one.hour === hour,
    )
    expect(cell.deskId).toBe(DESK)
    expect(cell.capacity).toBeGreaterThanOrEqual(50)
    expect(cell.taken).toBeGreaterThan(0)
    expect((await ask(head, '&deskId=demo-desk-431202')).body.items).toEqual([])
    expect((await ask(operator)).status).toBe(403)
    expect((await server.get(`/api/desk/load?from=${today()}&to=2029-01-01`, head)).status).toBe(422)
  })
})
