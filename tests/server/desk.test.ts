import { addDays, addMinutes, dayOf } from '#domain/day'
import { ANSWER, atTheDesk, DESK } from '../support/desk.ts'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let desk: Awaited<ReturnType<typeof atTheDesk>>
let operator: string
let lawyer: string
let head: string
let elsewhere: string

beforeAll(async () => {
  server = await startServer()
  desk = await atTheDesk(server)
  operator = await server.signIn('13900000101')
  elsewhere = await server.signIn('13900000102')
  head = await server.signIn('13900000109')
  lawyer = await server.signIn('13900000111')
})
afterAll(() => server.stop())

let people = 40
const somebody = () => server.signIn(`139000000${people++}`)
const ago = (minutes: number) => addMinutes(server.context.now(), -minutes)
const next = (token: string, body: object = {}, key?: string) =>
  server.post('/api/desk/next', body, { token, ...(key && { key }) })
const today = () => dayOf(server.context.now())

describe('the next call', () => {
  it('is nobody’s while none is due, and says when the next one begins', async () => {
    await desk.book(await somebody())
    expect((await next(operator)).body).toEqual({ case: null, nextAt: desk.startsAt })
    expect((await next(elsewhere)).body).toEqual({ case: null, nextAt: null })
  })

  it('is the one that has waited longest, an urgent one before it, at my own desk only', async () => {
    const late = await desk.book(await somebody())
    const later = await desk.book(await somebody())
    const urgent = await desk.book(await somebody(), { summary: '他拿刀威胁我' })
    await desk.due(late.id, ago(20))
    await desk.due(later.id, ago(30))
    await desk.due(urgent.id, ago(5))
    expect((await next(elsewhere)).body.case).toBeNull()
    expect((await next(operator, { deskId: 'another-desk' })).body.case).toBeNull()
    const order: string[] = []
    for (const token of [operator, lawyer, operator])
      order.push((await next(token, { deskId: DESK })).body.case.id)
    expect(order).toEqual([urgent.id, later.id, late.id])
    expect((await next(operator)).body.case).toBeNull()
  })

  it('is another one for each of two who reach for it at once', async () => {
    const due = [await desk.book(await somebody()), await desk.book(await somebody())]
    for (const { id } of due) await desk.due(id)
    const answers = await Promise.all([next(operator), next(lawyer)])
    expect(answers.map(({ body }) => body.case?.id).sort()).toEqual(due.map(({ id }) => id).sort())
    expect(new Set(answers.map(({ body }) => body.case.handler.id)).size).toBe(2)
  })

  it('is never the same for two, however many reach for it at once', async () => {
    const due: string[] = []
    for (let n = 0; n < 12; n++) due.push((await desk.book(await somebody())).id)
    for (const id of due) await desk.due(id)
    const hands = Array.from({ length: 30 }, (_, n) => next(n % 2 ? operator : lawyer))
    const taken = (await Promise.all(hands)).flatMap(({ body }) => (body.case ? [body.case.id] : []))
    expect(taken.sort()).toEqual(due.sort())
  })

  it('is the same one when a lost reply is asked for again, and nobody’s again under the same key', async () => {
    const { id } = await desk.book(await somebody())
    const empty = 'nothing-was-due'
    expect((await next(operator, {}, empty)).body.case).toBeNull()
    await desk.due(id)
    expect((await next(operator, {}, empty)).body.case).toBeNull()
    const first = await next(operator, {}, 'lost')
    const again = await next(operator, {}, 'lost')
    expect([first.body.case.id, again.body.case.id]).toEqual([id, id])
    expect(again.body.case.version).toBe(2)
  })

  it('comes back after a call in vain, not before the promised time', async () => {
    const { id } = await desk.book(await somebody())
    await desk.due(id)
    const taken = (await next(operator)).body.case
    expect(taken.id).toBe(id)
    const missed = await desk.act(id, 'record_missed', { version: taken.version }, operator)
    const waiting = (await next(lawyer)).body
    expect(waiting).toEqual({ case: null, nextAt: missed.body.retryAt })
    await server.post('/api/demo/clock', { now: addMinutes(missed.body.retryAt, 1) })
    const again = (await next(lawyer)).body.case
    expect(again).toMatchObject({ id, attempts: 1 })
    await desk.act(id, 'record_answer', { ...ANSWER, version: again.version }, lawyer)
  })

  it('is of the one desk or the one way of talking that was asked for', async () => {
    const second = await desk.openAnother()
    const here = await desk.book(await somebody(), { channel: 'visit' })
    const there = await desk.book(await somebody(), { slotId: second.slotId })
    for (const { id } of [here, there]) await desk.due(id)
    expect((await next(operator, { deskId: second.deskId, channel: 'visit' })).body.case).toBeNull()
    expect((await next(operator, { channel: 'visit' })).body.case.id).toBe(here.id)
    expect((await next(operator, { deskId: second.deskId })).body.case.id).toBe(there.id)
    expect((await next(operator, { channel: 'smoke' })).status).toBe(422)
  })

  it('is listed with the calls of that desk and that way alone', async () => {
    const { body } = await server.get('/api/cases?view=desk&deskId=test-second-desk', operator)
    expect(body.items).toHaveLength(1)
    const visits = await server.get('/api/cases?view=desk&channel=visit', operator)
    expect(visits.body.items.map(({ channel }: { channel: string }) => channel)).toEqual(['visit'])
    expect((await server.get('/api/cases?view=desk&channel=smoke', operator)).status).toBe(422)
    const theirs = await server.get('/api/cases?view=desk&deskId=test-second-desk', elsewhere)
    expect(theirs.body.items).toEqual([])
  })

  it('is for those who serve at a desk', async () => {
    expect((await next(await somebody())).status).toBe(403)
    expect((await server.post('/api/desk/next', {}, { token: operator, key: null })).status).toBe(400)
  })
})

describe('whoever watches the desk', () => {
  it('hears at once of a new booking and of what becomes of it, and nothing of another county', async () => {
    const changes = (token: string, since = '') =>
      server.get(`/api/desk/changes${since && `?since=${since}`}`, token)
    const seen = (await changes(operator)).body.mark
    const there = (await changes(elsewhere)).body.mark
    const hearing = changes(operator, seen)
    const { id } = await desk.book(await somebody())
    const { mark } = (await hearing).body
    expect(mark).not.toBe(seen)
    await desk.due(id)
    await desk.act(id, 'claim', { version: 1 }, operator)
    expect((await changes(operator, mark)).body.mark).not.toBe(mark)
    expect((await changes(elsewhere)).body.mark).toBe(there)
    expect((await changes(await somebody())).status).toBe(403)
  })

  it('waits no longer than a service may take to stop when nothing is new', async () => {
    const seen = (await server.get('/api/desk/changes', head)).body.mark
    expect((await server.get(`/api/desk/changes?since=${seen}`, head)).body.mark).toBe(seen)
  })
})

describe('a case that somebody else has', () => {
  it('cannot be claimed, and it is said who has it', async () => {
    const { id } = await desk.book(await somebody())
    await desk.act(id, 'claim', { version: 1 }, operator)
    for (const version of [1, 2]) {
      const { status, body } = await desk.act(id, 'claim', { version }, lawyer)
      expect([status, body.code]).toEqual([409, 'stale'])
      expect(body.detail).toContain('何接线（演示）')
      expect(body.handler.name).toContain('何接线')
    }
  })

  it('is claimed by one of two who claim it at once', async () => {
    const { id } = await desk.book(await somebody())
    const answers = await Promise.all(
      [operator, lawyer].map((by) => desk.act(id, 'claim', { version: 1 }, by)),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)?.body.handler.name).toMatch(/何接线|舒律师/)
  })
})

describe('what the head sees', () => {
  it('is what was handed back, by whom and why, of the own desk', async () => {
    const { id, number } = await desk.book(await somebody())
    await desk.act(id, 'claim', { version: 1 }, operator)
    await desk.act(id, 'release', { version: 2, reason: '与对方是亲戚，应当回避' }, operator)
    const report = (token: string, from = today(), to = today()) =>
      server.get(`/api/desk/releases?from=${from}&to=${to}`, token)
    expect((await report(head)).body.items).toMatchObject([
      { caseId: id, number, by: '何接线（演示）', reason: '与对方是亲戚，应当回避' },
    ])
    expect((await report(operator)).status).toBe(403)
    expect((await report(head, addDays(today(), 1), addDays(today(), 2))).body.items).toEqual([])
    expect((await report(head, today(), '2020-01-01')).status).toBe(422)
    await desk.act(id, 'claim', { version: 3 }, operator)
    await desk.act(id, 'release', { version: 4, reason: '要懂苗语的人来' }, operator)
    const path = `/api/desk/releases?from=${today()}&to=${today()}&limit=1`
    const { items, next } = (await server.get(path, head)).body
    expect(items).toHaveLength(1)
    expect((await server.get(`${path}&cursor=${next && 'nonsense'}`, head)).status).toBe(400)
  })

  it('is every danger that waits, the longest first, until it was looked at', async () => {
    const alarms = async () => (await server.get('/api/desk/alarms', head)).body.items
    const [first] = await alarms()
    expect(first.alarmAt).toBeTruthy()
    await desk.act(first.id, 'acknowledge_danger', { version: first.version }, head)
    expect((await alarms()).map(({ id }: { id: string }) => id)).not.toContain(first.id)
  })
})
