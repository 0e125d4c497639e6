import { addDays } from '#domain/day'
import { startServer, type TestServer } from '../support/server.ts'
import { beginnings, type People, peopleOf, type Seen, today } from './mediation-support.ts'

let server: TestServer
let people: People
let invited: ReturnType<typeof beginnings>['invited']
let join: ReturnType<typeof beginnings>['join']
let mediator: ReturnType<typeof beginnings>['mediator']

beforeAll(async () => {
  server = await startServer()
  people = await peopleOf(server)
  ;({ invited, join, mediator } = beginnings(server, people))
})
afterAll(() => server.stop())

const SECRET = '他私下说对方是他表弟，叫我让一步'
const COMPLAINT = { about: 'bias', text: SECRET }
const ANSWER = { side: 'applicant', result: 'replaced', answer: '已批评教育，换一位调解员' }
const newsOf = async (token: string, id: string) =>
  (await server.get('/api/notices', token)).body.items
    .filter(({ caseId }: Seen) => caseId === id)
    .map(({ news }: Seen) => news)

/** Both sides are there, and a mediator has it. */
async function underWay() {
  const { id, code, take, act, read } = await invited()
  await join(code, people.other)
  await take('assign_mediator', people.secretary, { mediatorId: await mediator() })
  return { id, take, act, read }
}

describe('a complaint about the mediator (PM-25)', () => {
  it('PM-25: goes to the committee and the judicial office, which answer by the day they aim at', async () => {
    const { id, take, read } = await underWay()
    await take('complain', people.applicant, COMPLAINT)
    for (const token of [people.secretary, people.township])
      expect(await newsOf(token, id)).toContain('mediation_complaint')
    const seen = await read(people.secretary)
    expect(seen.own.complaints).toMatchObject([{ aboutText: '偏袒一方', text: SECRET, resultText: null }])
    // Fifteen days, moved off a holiday.
    const { aimOn } = seen.own.complaints[0]
    expect(aimOn >= addDays(today(server), 15) && aimOn <= addDays(today(server), 24)).toBe(true)
    expect(JSON.stringify(seen.sections)).toContain('本机构的目标（不是法定期限）')
    expect(JSON.stringify(seen.clocks)).not.toContain('投诉')
    await take('answer_complaint', people.secretary, ANSWER)
    expect(await newsOf(people.applicant, id)).toContain('complaint_answered')
    const mine = await read(people.applicant)
    expect(mine.own.complaints).toMatchObject([
      { resultText: '属实，已责令改正并更换调解员', answer: ANSWER.answer },
    ])
    expect(JSON.stringify(mine.sections)).toContain(ANSWER.answer)
  })

  it('PM-25: neither the mediator nor the other side learns of it, nor that there was one', async () => {
    const { id, take, read } = await underWay()
    const before = { mediator: await read(people.mediator), other: await read(people.other) }
    await take('complain', people.applicant, COMPLAINT)
    await take('answer_complaint', people.township, ANSWER)
    for (const who of ['mediator', 'other'] as const) {
      const after = await read(people[who])
      expect(JSON.stringify(after)).not.toMatch(
        /表弟|换一位|answer_complaint|"complain"(?!,"text":"投诉调解员")/,
      )
      expect({ ...after, version: 0 }).toEqual({ ...before[who], version: 0 })
      expect(await newsOf(people[who], id)).not.toContain('mediation_complaint')
      expect(await newsOf(people[who], id)).not.toContain('complaint_answered')
    }
  })

  it('both may complain, each of its own, one at a time; whoever is not concerned cannot answer', async () => {
    const { id, take, act, read } = await underWay()
    expect((await act('answer_complaint', people.secretary, ANSWER)).body.code).toBe('not_now')
    await take('complain', people.applicant, COMPLAINT)
    expect((await act('complain', people.applicant, COMPLAINT)).body.code).toBe('not_now')
    await take('complain', people.other, { about: 'insult', text: '骂我' })
    expect((await read(people.other)).own.complaints).toMatchObject([{ aboutText: '侮辱当事人' }])
    for (const token of [people.mediator, people.applicant])
      expect((await act('answer_complaint', token, ANSWER)).body.code).toBe('not_yours')
    expect((await act('complain', people.mediator, COMPLAINT)).body.code).toBe('not_yours')
    await take('answer_complaint', people.secretary, { ...ANSWER, side: 'other_side' })
    const again = await act('answer_complaint', people.secretary, { ...ANSWER, side: 'other_side' })
    expect(again.body.fields.side).toBe('这一方没有等待答复的投诉')
    const wrong = await act('answer_complaint', people.secretary, {
      side: 'applicant',
      result: 'x',
      answer: '',
    })
    expect(Object.keys(wrong.body.fields).sort()).toEqual(['answer', 'result'])
    const body = { version: 1, ...COMPLAINT }
    const path = `/api/cases/${id}/actions/complain`
    expect((await server.post(path, body, { token: people.stranger })).status).toBe(404)
    await take('answer_complaint', people.secretary, ANSWER)
    expect((await server.post(path, body, { token: people.applicant })).status).toBe(409)
  })
})
