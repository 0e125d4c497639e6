import { locked } from '../../server/cases/read.ts'
import { assignCallback } from '../../server/mediation/honest.ts'
import { startServer, type TestServer } from '../support/server.ts'
import {
  AGREEMENT,
  at,
  beginnings,
  type People,
  PHONES,
  peopleOf,
  type Seen,
  today,
  until,
} from './mediation-support.ts'

jest.setTimeout(60_000)

let server: TestServer
let people: People
let begin: ReturnType<typeof beginnings>

beforeAll(async () => {
  server = await startServer({ QUIET_HOURS: '00:00-00:00', RATE_LIMITS: 'off' })
  people = await peopleOf(server)
  begin = beginnings(server, people)
  await until(server, today(server), '23:00')
})
afterAll(() => server.stop())

const oral = (more = {}) => ({
  ...AGREEMENT(server),
  ...{ amount: 0, instalments: [], reachedOn: today(server), place: '村部' },
  ...more,
})

const flaggedBy = async (token: string, id: string) =>
  (await server.get('/api/mediations/flagged', token)).body.items.find(({ caseId }: Seen) => caseId === id)

/** Everybody who may call back, by where they serve. */
const CALLERS = ['secretary', 'township', 'bureau'] as const

it('the call-back: an office with people is told, sees the number, calls, and what differs is looked at', async () => {
  const { id, take } = await begin.together()
  await take('record_oral_agreement', people.mediator, oral())
  await take('close', people.mediator)
  await server.database.inTransaction(async (tx) => {
    const row = await tx.one(locked, id)
    if (row) await assignCallback(server.context, tx, row, server.context.now())
  })
  const phones = [...CALLERS.map((name) => people[name]), await server.signIn('13900000312')]
  const lists = await Promise.all(
    phones.map(async (token) => ({
      token,
      one: (await server.get('/api/mediations/callbacks', token)).body.items.find(
        ({ caseId }: Seen) => caseId === id,
      ),
    })),
  )
  const drawn = lists.filter(({ one }) => one)
  expect(drawn.length).toBeGreaterThan(0)
  expect(drawn.map(({ token }) => token)).not.toContain(people.secretary)
  const [{ token, one } = { token: '', one: null }] = drawn
  expect((await server.get('/api/notices', token)).body.items[0].news).toBe('callback_drawn')
  const path = `/api/mediations/callbacks/${one.id}`
  const number = (side: string, by = token) =>
    server.post(`${path}/reveals`, { side }, { token: by, key: null })
  expect((await number('other_side')).body.value).toBe(PHONES.other)
  expect((await number('applicant', people.secretary)).status).toBe(404)
  await number('applicant')
  expect((await server.get('/api/me/access-log', people.applicant)).body.items[0].what).toContain('抽查回访')
  const said = { result: 'differs', said: '说没有这回事' }
  expect((await server.post(path, said, { token })).status).toBe(204)
  expect((await flaggedBy(people.bureau, id)).flags.map(({ flag }: Seen) => flag)).toContain(
    'callback_differs',
  )
  await take('review_flags', people.bureau, { finding: '已核实' })
  expect(await flaggedBy(people.bureau, id)).toBeUndefined()
})

it('what is impossible is seen when the agreement is written down, not only when the dossier is closed', async () => {
  const hours = { startedAt: `${today(server)}T09:00:00+08:00`, endedAt: `${today(server)}T09:05:00+08:00` }
  const { id, take, read } = await begin.together()
  await take('record_oral_agreement', people.mediator, oral(hours))
  const { flags } = await flaggedBy(people.bureau, id)
  expect(flags.map(({ flag }: Seen) => flag)).toContain('impossible_time')
  expect(flags.map(({ flag }: Seen) => flag)).not.toContain('unconfirmed')
  expect((await read(people.applicant)).own.flags).toEqual([])
})

it('PM-6: an officer who is a party does not look at what stands out in that case', async () => {
  const { id } = await begin.ask({}, people.bureau)
  const { take } = at(server, id)
  await take('assign_mediator', people.secretary, { mediatorId: await begin.mediator() })
  await take('accept_together', people.mediator, { agreed: true })
  const hours = { startedAt: `${today(server)}T09:00:00+08:00`, endedAt: `${today(server)}T09:05:00+08:00` }
  await take('record_oral_agreement', people.mediator, oral(hours))
  expect(await flaggedBy(people.bureau, id)).toBeUndefined()
  expect(await flaggedBy(people.secretary, id)).toBeDefined()
})

it('PM-6: an officer who is a party neither sees nor keeps the call-back of that case', async () => {
  const { id: officer } = (await server.get('/api/me', people.bureau)).body
  const { id } = await begin.ask({}, people.bureau)
  await server.database.raw(
    `insert into mediation_callback (id, case_id, organisation_id, due_on, made_at)
     select 'own-callback', $1, organisation_id, current_date, now() from staff_role
     where account_id = $2 and ended_at is null limit 1`,
    [id, officer],
  )
  const { items } = (await server.get('/api/mediations/callbacks', people.bureau)).body
  expect(items.map(({ caseId }: Seen) => caseId)).not.toContain(id)
  const path = '/api/mediations/callbacks/own-callback'
  const shown = await server.post(`${path}/reveals`, { side: 'other_side' }, { token: people.bureau })
  const said = { result: 'as_recorded', said: '双方都说属实' }
  const kept = await server.post(path, said, { token: people.bureau })
  expect([shown.status, kept.status]).toEqual([404, 404])
})
