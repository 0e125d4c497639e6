import fc from 'fast-check'

import { MEDIATION_ACTIONS } from '#contract/mediation-steps'
import { startServer, type TestServer } from '../support/server.ts'
import {
  AGREEMENT,
  at,
  type People,
  peopleOf,
  REQUEST,
  today,
  until,
  workingDay,
} from './mediation-support.ts'

const FULL = process.env.LINFA_FULL === '1'
const RUNS = FULL ? 20_000 : 150
const PATIENCE = FULL ? 3_600_000 : 120_000

/** Stories of many steps, on a machine that may be busy. */
jest.setTimeout(60_000)

let server: TestServer
let people: People
let ids: string[]

/** A case in each status in which there is much to be done. */
async function begin(
  how: 'requested' | 'accepted' | 'in_mediation' | 'agreed' | 'transferred',
): Promise<string> {
  const { id } = (await server.post('/api/mediations', REQUEST, { token: people.applicant })).body
  const { take } = at(server, id)
  if (how === 'requested') return id
  const mediatorId = (await server.get('/api/me', people.mediator)).body.id
  await take('assign_mediator', people.secretary, { mediatorId })
  await take('accept_together', people.mediator, { agreed: true })
  if (how === 'transferred')
    await take('transfer', people.mediator, { to: 'police', unit: '派出所', reason: '移送' })
  if (how === 'agreed')
    await take('record_oral_agreement', people.mediator, {
      ...AGREEMENT(server),
      reachedOn: today(server),
      place: '村部',
    })
  if (how === 'in_mediation')
    await take('record_session', people.mediator, {
      startedAt: `${today(server)}T00:00:00+08:00`,
      endedAt: `${today(server)}T00:30:00+08:00`,
      place: '村部',
      present: '双方',
      record: '谈了',
    })
  return id
}

beforeAll(async () => {
  server = await startServer({ QUIET_HOURS: '00:00-00:00', RATE_LIMITS: 'off' })
  people = await peopleOf(server)
  await until(server, workingDay(server, 1))
  ids = await Promise.all(
    (['requested', 'accepted', 'in_mediation', 'agreed', 'transferred'] as const).map(begin),
  )
}, 60_000)
afterAll(() => server.stop())

const NASTY = [
  '',
  '\u0000',
  '\ud800',
  "' or 1=1 --",
  '../../x',
  '汉'.repeat(300),
  '9'.repeat(400),
  'constructor',
  '__proto__',
]
const TIMES = [
  '2026-02-31T10:00:00+08:00',
  '9999-12-31T23:59:59Z',
  '2026-11-30T02:00:00Z',
  '0000-01-01T00:00:00Z',
  '2027-01-05T10:00:00+08:00',
]
const DAYS = ['2026-02-30', '1899-01-01', '2199-12-31', '2026-11-20']
const word = fc.oneof(fc.constantFrom(...NASTY, ...TIMES, ...DAYS), fc.string({ maxLength: 20 }))
const anything = fc.oneof(
  word,
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.array(word, { maxLength: 3 }),
  fc.array(fc.record({ dueOn: word, amount: fc.integer(), what: word }), { maxLength: 2 }),
)

const names = [...new Set(Object.values(MEDIATION_ACTIONS).flatMap(({ entries }) => Object.keys(entries)))]
/** What would be right for a field, often enough to get behind the schema. */
const LIKELY: Readonly<Record<string, readonly unknown[]>> = {
  ...Object.fromEntries(
    names.map((name) => [name, ['文字', '2026-11-20', 'applicant', true, 1, ['none'], 'yes']]),
  ),
  clauses: [['一条']],
  ways: [['return']],
  touches: [['none'], ['status']],
  means: [['paper'], ['notice', 'paper']],
  instalments: [[], [{ dueOn: '2027-01-01', amount: 1, what: '付' }]],
  startsAt: TIMES,
  endsAt: TIMES,
  startedAt: TIMES,
  endedAt: TIMES,
  organisationId: ['\u0000', 'demo-committee-qiaojiang', 'none'],
}
const body = fc.record(
  Object.fromEntries(
    names.map((name) => [
      name,
      fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...(LIKELY[name] ?? ['x'])) }, anything),
    ]),
  ),
  { requiredKeys: [] },
)

it(
  'answers whatever is sent to a step with a clear refusal, never with a failure of its own',
  async () => {
    const tokens = [people.applicant, people.mediator, people.secretary]
    const request = fc.tuple(fc.constantFrom(...Object.keys(MEDIATION_ACTIONS)), fc.nat(4), fc.nat(2), body)
    await fc.assert(
      fc.asyncProperty(request, async ([action, which, who, filled]) => {
        const id = ids[which] ?? ''
        const token = tokens[who] ?? ''
        const { version } = (await server.get(`/api/cases/${id}`, people.secretary)).body
        const answer = await server.post(
          `/api/cases/${id}/actions/${action}`,
          { version: version ?? 1, ...filled },
          { token },
        )
        expect([action, answer.status, answer.status < 500]).toEqual([action, answer.status, true])
      }),
      { numRuns: RUNS },
    )
  },
  PATIENCE,
)

it(
  'answers whatever is sent to the other doors in the same way',
  async () => {
    const [id] = ids
    const doors = fc.constantFrom(
      '/api/mediations',
      `/api/mediations/${id}/items`,
      `/api/mediations/${id}/signatures`,
      '/api/mediations/callbacks/x',
      '/api/invitations/%00/join',
      '/api/invitations/none/join',
    )
    const request = fc.record(
      Object.fromEntries(
        ['type', 'wish', 'other', 'regionCode', 'committeeId', 'items', 'result', 'said', 'fileIds'].map(
          (name) => [name, anything],
        ),
      ),
      { requiredKeys: [] },
    )
    await fc.assert(
      fc.asyncProperty(doors, request, fc.boolean(), async (path, filled, staff) => {
        const { status } = await server.post(path, filled, {
          token: staff ? people.mediator : people.applicant,
        })
        expect([path, status < 500]).toEqual([path, true])
      }),
      { numRuns: RUNS / 2 },
    )
    for (const path of [
      '/api/invitations/%00',
      '/api/invitations/%E0%A4%A',
      '/api/committees?region=431224100001&type=x',
    ])
      expect((await server.get(path)).status).toBeLessThan(500)
  },
  PATIENCE,
)

it('refuses what only looks right: days that are not there, bytes that no database keeps, people of elsewhere', async () => {
  const id = await begin('in_mediation')
  const { act } = at(server, id)
  const plan = { mode: 'place', place: '村部' }
  for (const startsAt of TIMES)
    expect(
      (
        await act('schedule_session', people.mediator, {
          ...plan,
          startsAt,
          endsAt: '2027-01-05T10:30:00+08:00',
        })
      ).status,
    ).toBeLessThan(500)
  const transfer = { to: 'committee', reason: '跨镇' }
  for (const organisationId of ['\u0000', 'none', 'demo-committee-lufeng', 'demo-aid-431224'])
    expect(
      (await act('transfer', people.mediator, { ...transfer, organisationId })).status,
    ).toBeGreaterThanOrEqual(400)
  for (const picks of [['\u0000'], ['none'], []])
    expect([400, 422]).toContain((await act('choose_mediator', people.applicant, { picks })).status)
  expect([400, 422]).toContain(
    (await act('assign_mediator', people.secretary, { mediatorId: '\u0000' })).status,
  )
  const items = [{ id: 'item-bad-1', kind: 'note', at: '2026-02-31T10:00:00Z', text: '字' }]
  const kept = await server.post(`/api/mediations/${id}/items`, { items }, { token: people.mediator })
  expect(kept.status).toBeLessThan(500)
  const draft = { ...AGREEMENT(server), instalments: [{ dueOn: '2026-02-30', amount: 3000, what: '付' }] }
  expect((await act('draft_agreement', people.mediator, draft)).status).toBe(422)
})
