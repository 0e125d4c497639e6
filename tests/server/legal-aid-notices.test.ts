import { addDays, addMinutes, dayOf, instant, spokenDay } from '#domain/day'
import { atTheDesk } from '../support/desk.ts'
import { GRANTING, legalAidDesk, REFUSING, UNPAID } from '../support/legal-aid.ts'
import { startServer, type TestServer } from '../support/server.ts'

// biome-ignore lint/suspicious/noExplicitAny: tests look into whatever came over the wire
type Seen = any

jest.setTimeout(60_000)

let server: TestServer
let desk: Awaited<ReturnType<typeof legalAidDesk>>
let people = 50

beforeAll(async () => {
  server = await startServer({ RATE_LIMITS: 'off', QUIET_HOURS: '00:00-00:00' })
  desk = await legalAidDesk(server)
})
afterAll(() => server.stop())

type Applied = { id: string; resident: string; lawyer: string }

const noticesOf = async (token: string, id: string): Promise<Seen[]> =>
  (await server.get('/api/notices', token)).body.items.filter(({ caseId }: Seen) => caseId === id)
/** What somebody has been told of a case, the newest first. */
const newsFor = async (token: string, { id }: Applied): Promise<string[]> =>
  (await noticesOf(token, id)).map(({ news }) => news)
const last = async (token: string, { id }: Applied): Promise<Seen> => (await noticesOf(token, id))[0]

const step = async ({ id }: Applied, action: string, token: string, body: object = {}): Promise<Seen> => {
  const answer = await desk.step(id, action, token, body)
  if (answer.status !== 200) throw new Error(`${action}: ${JSON.stringify(answer.body)}`)
  return answer.body
}
const clock = (day: string, time = '12:00') => server.post('/api/demo/clock', { now: instant(day, time) })
/** What left the machine for somebody, as staff reads it in the case. */
const wentOut = async ({ id }: Applied): Promise<string[]> => {
  await server.post('/api/demo/clock', { now: addMinutes(server.context.now(), 1) })
  return (await desk.read(id, desk.reviewer)).timeline
    .filter(({ action, text }: Seen) => action === 'notice' && !text.startsWith('程序内'))
    .map(({ text }: Seen) => text)
}

async function applied(more: object = {}): Promise<Applied> {
  const resident = await server.signIn(`139000000${people++}`)
  const { body } = await desk.apply(resident, more)
  return { id: body.id, resident, lawyer: '' }
}
async function assigned(): Promise<Applied> {
  const one = await applied()
  await step(one, 'recommend', desk.reviewer, GRANTING)
  await step(one, 'grant', desk.head)
  const [first] = (await desk.read(one.id, desk.head)).own.staff.lawyers
  await step(one, 'assign', desk.head, { lawyerId: first.id })
  const { phone } = (await desk.read(one.id, one.resident)).own.lawyer
  return { ...one, lawyer: await server.signIn(phone) }
}

describe('a lawyer who cannot do it', () => {
  it.each(['decline_assignment', 'declare_conflict'])(
    '%s: the head has to act and the resident is told',
    async (action) => {
      const one = await assigned()
      await step(one, action, one.lawyer, { reason: '手上的案件太多' })
      expect((await newsFor(desk.head, one))[0]).toBe('aid_to_do')
      expect(await last(one.resident, one)).toMatchObject({ news: 'aid_lawyer_left', title: '要换一位律师' })
      expect((await last(one.resident, one)).text).toContain('中心会另派一位')
      expect((await wentOut(one)).join()).toContain('要换一位律师')
    },
  )
})

describe('LP-22: a recipient who wants another lawyer', () => {
  it('the head has to act; the lawyer is told in the app, the recipient needs no letter about it', async () => {
    const one = await assigned()
    const before = await newsFor(one.resident, one)
    await step(one, 'request_change', one.resident, { reasons: '三次约好没有来' })
    expect((await newsFor(desk.head, one))[0]).toBe('aid_to_do')
    expect(await last(one.lawyer, one)).toMatchObject({ news: 'aid_change_asked' })
    expect(await newsFor(one.resident, one)).toEqual(before)
    expect((await wentOut(one)).join()).not.toContain('申请更换律师')
  })
})

describe('LP-23: who is asked to end the help', () => {
  it('the head decides; the recipient hears of it before, by SMS too, and that nothing has ended yet', async () => {
    const one = await assigned()
    await step(one, 'ask_to_end', one.lawyer, { ground: 'own_lawyer', reasons: '自己请了律师' })
    expect((await newsFor(desk.head, one))[0]).toBe('aid_to_do')
    expect((await last(one.resident, one)).text).toContain('作决定以前照常进行')
    expect((await newsFor(one.lawyer, one))[0]).not.toBe('aid_end_asked')
    expect((await wentOut(one)).join()).toContain('提出了终止援助')
  })

  it('a recipient who asks for it: the lawyer hears, in the app', async () => {
    const one = await assigned()
    await step(one, 'ask_to_end', one.resident, { ground: 'own_request', reasons: '老板付清了' })
    expect(await last(one.lawyer, one)).toMatchObject({ news: 'aid_end_asked' })
  })
})

describe('LP-18: the formalities afterwards', () => {
  it('go to the reviewers, whoever has the case by then; the recipient is told that they are done', async () => {
    const one = await applied({ deadlineOn: addDays(dayOf(server.context.now()), 3) })
    await step(one, 'provide_in_advance', desk.reviewer)
    await step(one, 'supply_formalities', one.resident, { items: ['work_proof'], words: '聊天记录' })
    expect(await last(desk.reviewer, one)).toMatchObject({ news: 'aid_supplied', title: '材料补来了' })
    await step(one, 'confirm_formalities', desk.reviewer)
    expect((await newsFor(one.resident, one))[0]).toBe('aid_progress')
  })
})

describe('LP-25: what the bureau orders to be corrected', () => {
  it('the head has to act, and the resident reads the decision', async () => {
    const one = await applied()
    await step(one, 'recommend', desk.reviewer, REFUSING)
    await step(one, 'refuse', desk.head, { ground: 'not_covered', reasons: '合伙', toldHowToObject: true })
    await step(one, 'object', one.resident, { reasons: '我是打工的' })
    await step(one, 'order_correction', desk.bureau, { opinion: '属于劳动报酬', reasons: '属于劳动报酬' })
    expect((await newsFor(desk.head, one))[0]).toBe('aid_to_do')
    expect((await newsFor(one.resident, one))[0]).toBe('aid_decided')
  })
})

describe('LP-21: what a lawyer reports to the centre', () => {
  it('the head has to act', async () => {
    const one = await assigned()
    await step(one, 'accept_assignment', one.lawyer, { noConflict: true })
    await step(one, 'report_difficulty', one.lawyer, { what: 'group', text: '有三十多名工友' })
    expect((await newsFor(desk.head, one))[0]).toBe('aid_to_do')
  })
})

describe('an application that came from a call', () => {
  let calls: Awaited<ReturnType<typeof atTheDesk>>
  beforeAll(async () => {
    calls = await atTheDesk(server)
  })
  const called = async (): Promise<Applied> => {
    const operator = await server.signIn('13900000101')
    const resident = await server.signIn(`139000000${people++}`)
    const call = await calls.book(resident, { summary: '老板欠我工资不给', topic: 'labour' })
    await calls.due(call.id)
    await calls.act(call.id, 'claim', { version: 1 }, operator)
    await calls.act(call.id, 'hand_on', { version: 2, to: 'legal_aid', consent: true }, operator)
    const [{ id }] = (await server.get('/api/cases?kind=legal_aid', resident)).body.items
    return { id, resident, lawyer: '' }
  }

  it('filled in: the resident has a receipt, whoever had taken it goes on, and what is urgent is seen at once', async () => {
    const one = await called()
    await step(one, 'claim', desk.reviewer)
    const deadlineOn = addDays(dayOf(server.context.now()), 3)
    await step(one, 'complete_application', one.resident, { ...UNPAID, deadlineOn })
    expect(await last(one.resident, one)).toMatchObject({ news: 'aid_received', title: '申请收到了' })
    expect(await newsFor(desk.reviewer, one)).toEqual(['aid_supplied'])
    expect(await newsFor(desk.head, one)).toEqual([])
  })

  it('LP-5: before it is put away, the resident is reminded to fill it in', async () => {
    const one = await called()
    const [{ dueLegalOn }] = (await desk.read(one.id, one.resident)).clocks
    await clock(addDays(dueLegalOn, -4))
    expect(await newsFor(one.resident, one)).not.toContain('aid_last_days')
    await clock(addDays(dueLegalOn, -3))
    expect(await newsFor(one.resident, one)).toContain('aid_last_days')
  })
})

describe('LP-14: before the last day of supplying', () => {
  const asked = { items: ['work_proof'] }
  const reminded = async (one: Applied) =>
    (await newsFor(one.resident, one)).filter((news) => news === 'aid_last_days').length
  const lastDay = async ({ id, resident }: Applied): Promise<string> =>
    (await desk.read(id, resident)).own.notice.dueOn

  it('who has not supplied is reminded three days before, once, of the day itself; who has is left alone', async () => {
    const slow = await applied()
    const quick = await applied()
    for (const one of [slow, quick]) await step(one, 'ask_for_material', desk.reviewer, asked)
    const day = await lastDay(slow)
    await clock(addDays(day, -4))
    expect([await reminded(slow), await reminded(quick)]).toEqual([0, 0])
    await step(quick, 'supply_material', quick.resident, { items: ['work_proof'], words: '聊天记录' })
    for (const before of [3, 2, 1, 0]) await clock(addDays(day, -before))
    expect([await reminded(slow), await reminded(quick)]).toEqual([1, 0])
    const notice = (await noticesOf(slow.resident, slow.id)).find(({ news }) => news === 'aid_last_days')
    expect(notice.text).toContain(`最后一天是${spokenDay(day)}，当天也算`)
    expect((await wentOut(slow)).join()).toContain('快到最后一天了')
  })
})
