import { checkDigit } from '#domain/case-number'
import { sql } from '../../server/db/sql.ts'
import { atTheDesk } from '../support/desk.ts'
import { roomInWindow } from '../support/limits.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { AGREEMENT, beginnings, type People, peopleOf, photo, type Seen, today } from './mediation-support.ts'

/** Most steps send somebody an SMS: nobody may make a flood of them. */
jest.setTimeout(60_000)

let server: TestServer
let people: People
let begin: ReturnType<typeof beginnings>

beforeAll(async () => {
  server = await startServer({ QUIET_HOURS: '00:00-00:00', RATE_LIMITS: 'on' })
  people = await peopleOf(server)
  begin = beginnings(server, people)
  await roomInWindow(3600)
})
afterAll(() => server.stop())

/** The window of an hour in which so many were counted is over, that of a day goes on. */
const anHourLater = sql('test_limits_hour', 'delete from rate_limit where count = $1')

/** Both sides in the app, agreed by word of mouth. */
async function agreed() {
  const { id, code, take, act } = await begin.invited()
  await begin.join(code, people.other)
  await take('accept_invitation', people.other, {})
  await take('accept', people.secretary)
  await take('assign_mediator', people.secretary, { mediatorId: await begin.mediator() })
  for (const token of [people.applicant, people.other]) await take('confirm_rights', token, { read: true })
  const said = { ...AGREEMENT(server), reachedOn: today(server), place: '村部' }
  await take('record_oral_agreement', people.mediator, said)
  return { id, take, act }
}

const toldOf = async (token: string, id: string, news: string): Promise<number> =>
  (await server.get('/api/notices?limit=100', token)).body.items.filter(
    (one: Seen) => one.caseId === id && one.news === news,
  ).length

it('PM-22: a side disputes the agreement once, the other side hears of it once', async () => {
  const { id, take, act } = await agreed()
  const seen = await take('dispute_agreement', people.applicant, { about: '墙没有退' })
  expect(seen.actions.map(({ action }: Seen) => action)).not.toContain('dispute_agreement')
  const again = await act('dispute_agreement', people.applicant, { about: '还是没有退' })
  expect([again.status, again.body.detail]).toEqual([409, '争议已经记下，要补充请给调解员留言'])
  expect(await toldOf(people.other, id, 'agreement_disputed')).toBe(1)
  await take('dispute_agreement', people.other, { about: '钱没有给够' })
})

it('PM-21: the same mark once more is refused, and with a new note it is told to the mediator alone', async () => {
  const { id, take, act } = await agreed()
  const mark = { no: 1, mark: 'done' }
  await take('mark_performed', people.applicant, mark)
  const again = await act('mark_performed', people.applicant, mark)
  expect([again.status, again.body.detail]).toEqual([409, '已经这样标记过了，不用再标记'])
  const fileIds = [await photo(server, people.applicant)]
  await take('mark_performed', people.applicant, { ...mark, note: '转账凭证', fileIds })
  expect(await toldOf(people.other, id, 'mark_ready')).toBe(1)
  expect(await toldOf(people.mediator, id, 'mark_ready')).toBe(2)
  await take('mark_performed', people.applicant, { no: 1, mark: 'not_done' })
  expect(await toldOf(people.other, id, 'mark_ready')).toBe(2)
})

it('a resident takes at most sixty steps an hour, an office many more; a repeated submission does not count', async () => {
  const desk = await atTheDesk(server)
  const act = (token: string, key?: string) =>
    server.post('/api/cases/nobody/actions/cancel', { version: 1 }, { token, ...(key && { key }) })
  const resident = await server.signIn('13900000071')
  const { id } = await desk.book(resident)
  const cancel = () =>
    server.post(`/api/cases/${id}/actions/cancel`, { version: 1 }, { token: resident, key: 'the-same' })
  expect((await cancel()).status).toBe(200)
  const statuses = []
  for (let n = 0; n < 60; n++) statuses.push((await act(resident)).status)
  expect(statuses.filter((status) => status === 404)).toHaveLength(59)
  const last = await act(resident)
  expect([last.status, last.body.detail]).toEqual([429, '操作太频繁了，请稍后再试'])
  expect((await cancel()).status).toBe(200)
  const operator = await server.signIn('13900000101')
  for (let n = 0; n < 61; n++) expect((await act(operator)).status).toBe(404)
})

it('the number of a case that staff opened for a telephone number cannot be guessed one by one', async () => {
  const person = await server.signIn('13900000072')
  const onBehalfOf = { phone: '13900000072', name: '向某（演示）' }
  const { id, number } = (await begin.ask({ onBehalfOf }, people.secretary)) as Seen
  const [, day = ''] = /^TJ431224-?(\d{6})/.exec(number) ?? []
  const say = (said: string) => server.post(`/api/cases/${id}/number`, { number: said }, { token: person })
  const guess = (serial: number) => {
    const digits = `431224${day}${String(serial).padStart(4, '0')}`
    return say(`TJ${digits}${checkDigit(digits)}`)
  }
  const address = await server.get(`/api/cases/${id}?number=${number}`, person)
  expect(address.body.fields).toHaveProperty('number')
  expect((await say('TJ431224')).status).toBe(422)
  for (let n = 0; n < 5; n++) expect((await guess(9000 + n)).body.fields).toHaveProperty('number')
  const last = await guess(9005)
  expect([last.status, last.body.detail]).toEqual([429, expect.stringContaining('12348')])
  await server.database.run(anHourLater, 6)
  for (let n = 0; n < 5; n++) expect((await guess(9100 + n)).status).toBe(422)
  await server.database.run(anHourLater, 5)
  expect((await guess(9105)).status).toBe(429)
  expect((await say('TJ431224')).status).toBe(422)
})

it('an operator does not go through numbers one after the other, a page left open on one search goes on', async () => {
  const operator = await server.signIn('13900000102')
  const search = (n: number) =>
    server.post('/api/cases/search', { q: `1390000${String(n).padStart(4, '0')}` }, { token: operator })
  for (let n = 0; n < 60; n++) expect((await search(n)).status).toBe(200)
  for (let n = 0; n < 2; n++) expect((await search(60)).status).toBe(429)
  for (let n = 0; n < 30; n++) expect((await search(7)).status).toBe(200)
  const reveal = (n: number) =>
    server.post(`/api/desk/calls/none-${n}/reveal`, undefined, { token: operator })
  for (let n = 0; n < 60; n++) expect((await reveal(n)).status).toBe(404)
  expect((await reveal(60)).status).toBe(429)
  expect((await reveal(7)).status).toBe(404)
})
