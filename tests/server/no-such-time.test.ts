import { addDays, addMonths } from '#domain/day'
import { VILLAGE } from '../support/desk.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { AGREEMENT, beginnings, type People, peopleOf, today, workingDay } from './mediation-support.ts'

/** What is mistyped is said, not moved silently to another day. */
jest.setTimeout(60_000)

let server: TestServer
let people: People
let begin: ReturnType<typeof beginnings>

beforeAll(async () => {
  server = await startServer({ QUIET_HOURS: '00:00-00:00', RATE_LIMITS: 'off' })
  people = await peopleOf(server)
  begin = beginnings(server, people)
})
afterAll(() => server.stop())

const NONE = '没有这个时间，请重新选择'
const span = (day: string) => ({ startsAt: `${day}T10:00:00+08:00`, endsAt: `${day}T11:00:00+08:00` })
const tooFar = () => addDays(addMonths(today(server), 12), 1)

it('a session is planned on a day that exists, at most a year ahead', async () => {
  const { take, act } = await begin.together()
  const plan = (day: string) => ({ ...span(day), mode: 'place', place: '村部' })
  for (const day of ['2027-02-30', '9999-12-31', '0001-01-01'])
    expect((await act('schedule_session', people.mediator, plan(day))).body.fields).toEqual({
      startsAt: NONE,
      endsAt: NONE,
    })
  const far = await act('schedule_session', people.mediator, plan(tooFar()))
  expect(far.body.fields.startsAt).toContain('一年以后')
  await take('schedule_session', people.mediator, plan(workingDay(server, 3)))
})

it('a visit to a village, too', async () => {
  const token = await server.signIn('13900000201')
  const plan = (day: string, hours = span(day)) =>
    server.post('/api/adviser/visits', { ...hours, villageCode: VILLAGE, place: '村委会' }, { token })
  expect((await plan('2027-02-30')).body.fields).toEqual({ startsAt: NONE, endsAt: NONE })
  expect((await plan(tooFar())).body.fields.startsAt).toContain('一年以后')
  const early = workingDay(server, 9)
  const visit = { startsAt: `${early}T06:00:00+08:00`, endsAt: `${early}T07:00:00+08:00` }
  expect((await plan(early, visit)).status).toBe(201)
})

it('what was noted on the way was noted on a day that exists', async () => {
  const { id } = await begin.together()
  const item = { id: 'phone-0001-note', kind: 'note', at: '2026-02-30T10:00:00+08:00', text: '丈量' }
  const { status, body } = await server.post(
    `/api/mediations/${id}/items`,
    { items: [item] },
    { token: people.mediator },
  )
  expect([status, body.fields]).toEqual([422, { 'items.0.at': NONE }])
})

it('JC-1: the court comes after the agreement, the next visit after this one', async () => {
  const { take, act } = await begin.together()
  const said = { ...AGREEMENT(server), reachedOn: today(server), place: '村部' }
  await take('record_oral_agreement', people.mediator, said)
  const on = today(server)
  const court = { outcome: 'applied', court: '演示法院', on }
  const early = await act('record_confirmation', people.applicant, { ...court, on: '1900-01-01' })
  expect(early.body.fields.on).toContain('不能早于协议生效')
  await take('record_confirmation', people.applicant, court)
  const visit = { on, by: 'visit', performed: 'partly', contented: 'yes', record: '在做' }
  const back = await act('return_visit', people.mediator, { ...visit, nextOn: '1900-12-31' })
  expect(back.body.fields.nextOn).toContain('这次以后')
  await take('return_visit', people.mediator, { ...visit, nextOn: addDays(on, 30) })
})
