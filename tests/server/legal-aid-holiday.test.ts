import { calendar } from '#domain/calendar'
import { addDays, type Day, dayOf, instant } from '#domain/day'
import { GRANTING, legalAidDesk, REFUSING } from '../support/legal-aid.ts'
import { startServer, type TestServer } from '../support/server.ts'

/**
 * The next National Day, driven by the clock of the demo: 1 to 3 October are holidays by date alone, whatever the
 * notice of the year adds (全国年节及纪念日放假办法 第二条). Everything here is due on 1 October by counting days.
 */
const ahead = (today: Day): string => {
  const year = Number(today.slice(0, 4))
  return today < `${year}-09-15` ? String(year) : String(year + 1)
}

// biome-ignore lint/suspicious/noExplicitAny: tests look into whatever came over the wire
type Seen = any

jest.setTimeout(120_000)

let server: TestServer
let desk: Awaited<ReturnType<typeof legalAidDesk>>
let year: string
/** The last day by law: the first working day from 1 October on (民法典 第二百零三条). */
let last: Day
let people = 50

const on = (day: Day, time = '12:00') => server.post('/api/demo/clock', { now: instant(day, time) })
const september = (day: number): Day => `${year}-09-${day}`
const holiday = () => `${year}-10-01`

type Applied = { id: string; resident: string }

async function applied(): Promise<Applied> {
  const resident = await server.signIn(`139000000${people++}`)
  const { body } = await desk.apply(resident)
  return { id: body.id, resident }
}

const step = async ({ id }: Applied, action: string, token: string, body: object = {}) => {
  const answer = await desk.step(id, action, token, body)
  if (answer.status !== 200) throw new Error(`${action}: ${JSON.stringify(answer.body)}`)
  return answer.body
}
const seen = ({ id, resident }: Applied): Promise<Seen> => desk.read(id, resident)
const clockOf = async (one: Applied, law: string) =>
  (await seen(one)).clocks.find((clock: Seen) => clock.law === law)

const asked = { items: ['work_proof'] }
const given = { items: ['work_proof'], words: '工友群的聊天记录' }

let supplied: Applied
let forgotten: Applied
let decided: Applied
let late: Applied
let granted: Applied
let objected: Applied

beforeAll(async () => {
  server = await startServer({ RATE_LIMITS: 'off' })
  year = ahead(dayOf(server.context.now()))
  last = holiday()
  while (!calendar().isWorkingDay(last)) last = addDays(last, 1)
  desk = await legalAidDesk(server)
})
afterAll(() => server.stop())

it('everything of the story is due on the first of October, by counting', async () => {
  await on(september(16))
  supplied = await applied()
  forgotten = await applied()
  for (const one of [supplied, forgotten]) await step(one, 'ask_for_material', desk.reviewer, asked)

  await on(september(20))
  decided = await applied()
  late = await applied()
  objected = await applied()
  await step(objected, 'recommend', desk.reviewer, REFUSING)
  await step(objected, 'refuse', desk.head, {
    ground: 'not_covered',
    reasons: '属于合伙分红。',
    toldHowToObject: true,
  })

  await on(september(23))
  for (const one of [decided, late]) await step(one, 'ask_for_material', desk.reviewer, asked)

  await on(september(26))
  granted = await applied()
  await step(objected, 'object', objected.resident, { reasons: '我是打工的，有工资条' })

  await on(september(28))
  await step(granted, 'recommend', desk.reviewer, GRANTING)
  await step(granted, 'grant', desk.head)

  expect(last > `${year}-10-03`).toBe(true)
  expect((await seen(forgotten)).own.notice.dueOn).toBe(last)
  expect(await clockOf(objected, '法律援助法 第四十九条')).toMatchObject({
    dueOn: holiday(),
    dueLegalOn: last,
  })
  const toAssign = (await seen(granted)).clocks.find(({ dueOn }: Seen) => dueOn === holiday())
  expect(toAssign).toMatchObject({ dueLegalOn: last, state: 'running' })
})

it('LP-13: the day that was promised for supplying today is the day by which it is then decided', async () => {
  const REVIEW = '法律援助法 第四十三条'
  // Seven days from 20 September, and five days in which the resident looked for the proof: 2 October.
  const paused = await clockOf(decided, REVIEW)
  expect(paused).toMatchObject({ state: 'paused', dueOn: `${year}-10-02`, dueLegalOn: last })
  const { ifSuppliedToday } = (await seen(decided)).own
  for (const one of [decided, late]) await step(one, 'supply_material', one.resident, given)
  const running = await clockOf(decided, REVIEW)
  expect(running).toMatchObject({ state: 'running', dueOn: `${year}-10-02`, dueLegalOn: last })
  expect(ifSuppliedToday.dueOn).toBe(running.dueLegalOn)
})

it('LP-11, LP-14, LP-16, LP-25: on the holidays nothing is late and nobody has withdrawn', async () => {
  await on(`${year}-10-03`, '20:00')
  expect((await seen(forgotten)).status).toBe('awaiting_material')
  for (const one of [decided, late, granted, objected]) {
    const { overdue, clocks } = await seen(one)
    expect([overdue, clocks.filter(({ state }: Seen) => state === 'missed')]).toEqual([false, []])
  }
})

it('CLK-6: the office is warned by the strict day, holiday or not', async () => {
  expect(await desk.read(granted.id, desk.reviewer)).toMatchObject({ overdue: true })
})

it('LP-14: the last day by law is a whole day: what is supplied in its evening counts', async () => {
  await on(last, '21:00')
  expect((await step(supplied, 'supply_material', supplied.resident, given)).status).toBe('under_review')
  expect((await seen(forgotten)).status).toBe('awaiting_material')
})

it('LP-11: what is decided on that day is decided in time', async () => {
  await step(decided, 'recommend', desk.reviewer, GRANTING)
  await step(decided, 'grant', desk.head)
  expect(await clockOf(decided, '法律援助法 第四十三条')).toMatchObject({ state: 'met' })
})

it('LP-11, LP-14, LP-16, LP-25: the day after, the rest is late, and what was not supplied is taken as withdrawn', async () => {
  await on(addDays(last, 1), '08:00')
  expect((await seen(forgotten)).status).toBe('deemed_withdrawn')
  expect((await seen(supplied)).status).toBe('under_review')
  for (const one of [late, granted, objected]) expect(await seen(one)).toMatchObject({ overdue: true })
  expect(await seen(decided)).toMatchObject({ overdue: false })
})
