import { fill } from '../../bench/filler.ts'
import { signInMany } from '../../bench/people.ts'
import { recording } from '../../bench/record.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { slotsAhead } from '../support/slots.ts'

let server: TestServer
let sent: ReturnType<typeof recording>['sent']

beforeAll(async () => {
  server = await startServer()
  const wrapped = recording(server.database)
  sent = wrapped.sent
  server.context.database = wrapped.database
  // A plan must not hang on whether the statistics of a small table happen to be taken meanwhile.
  await server.database.raw('alter table session set (autovacuum_enabled = off)')
  await signInMany(server.context, 200)
  await fill(server.database, 1, 10_000)
}, 120_000)
afterAll(() => server.stop())

/** What PostgreSQL would do with the values that were really sent. */
async function plansOf(work: () => Promise<unknown>): Promise<string[]> {
  sent.length = 0
  await work()
  const plans: string[] = []
  for (const { name, text, values } of sent.filter(({ text }) => /^\s*(select|with|update)/i.test(text))) {
    const { rows } = await server.database.raw(`explain ${text}`, values)
    plans.push(`${name}: ${rows.map((row) => (row as { 'QUERY PLAN': string })['QUERY PLAN']).join('\n')}`)
  }
  return plans
}

it('never reads through all cases, whatever is asked of ten thousand', async () => {
  const token = await server.signIn('13900000001')
  const operator = await server.signIn('13900000101')
  const day = server.context.now().slice(0, 10)
  const slots = await slotsAhead(server)
  const wish = {
    slotId: slots.at(-1).id,
    channel: 'call_back',
    topic: 'loan',
    summary: '借款',
    regionCode: '431224100001',
  }
  let id = ''
  const plans = await plansOf(async () => {
    id = (await server.post('/api/bookings', wish, { token })).body.id
    await server.get(`/api/cases/${id}`, token)
    await server.get('/api/cases', token)
    await server.get('/api/cases?view=desk', operator)
    await server.get(`/api/cases?view=desk&day=${day}`, operator)
    await server.get('/api/cases?view=desk&overdue=true', operator)
    await server.post('/api/cases/search', { q: '13900000001' }, { token: operator })
    await server.post(`/api/cases/${id}/messages`, { text: '你好' }, { token })
    await server.post(`/api/cases/${id}/actions/cancel`, { version: 1 }, { token })
  })
  expect(plans.length).toBeGreaterThan(15)
  const scans = plans.filter((plan) =>
    /Seq Scan on (case_file|case_event|case_text|case_link|access_log|session)\b/.test(plan),
  )
  expect(scans).toEqual([])
})
