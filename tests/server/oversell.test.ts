import { randomUUID } from 'node:crypto'

import { signInMany } from '../../bench/people.ts'
import { sql } from '../../server/db/sql.ts'
import { type ApiProcess, startProcess } from '../support/process.ts'
import { startServer, type TestServer } from '../support/server.ts'

const FULL = process.env.LINFA_FULL === '1'
const ATTEMPTS = FULL ? 100_000 : 2_000
const CLIENTS = 64
const SLOTS = 20
const CAPACITY = 12

const addSlots = sql(
  'test_last_seats',
  `insert into slot (id, desk_id, starts_at, ends_at, capacity)
   select 'last-' || n, 'demo-desk-431224', now() + interval '70 days' + n * interval '1 hour',
     now() + interval '70 days' + n * interval '1 hour' + interval '30 minutes', $2 from generate_series(0, $1::int - 1) n`,
)
const counted = sql<{ id: string; taken: number; held: number; cases: number }>(
  'test_seats_counted',
  `select s.id, s.taken, count(b.case_id)::int as held, count(c.id)::int as cases
   from slot s left join booking b on b.slot_id = s.id and b.held left join case_file c on c.id = b.case_id
   where s.id like 'last-%' group by s.id`,
)

let server: TestServer
let processes: ApiProcess[] = []

beforeAll(async () => {
  server = await startServer()
  await server.database.run(addSlots, SLOTS, CAPACITY)
  const env = { DATABASE_URL: server.url, LOG_LEVEL: 'silent', MAX_OPEN_BOOKINGS: '100' }
  processes = [await startProcess(env), await startProcess(env)]
}, 120_000)
afterAll(async () => {
  await Promise.all(processes.map((one) => one.stop()))
  await server.stop()
})

it(
  `sells exactly the seats there are to ${CLIENTS} clients at two servers in ${ATTEMPTS} attempts`,
  async () => {
    const people = await signInMany(server.context, 300)
    const answers = new Map<string, number>()
    let left = ATTEMPTS
    const attempt = async (n: number) => {
      const { port } = processes[n % 2] as ApiProcess
      const body = { channel: 'call_back', topic: 'loan', summary: '借款不还', regionCode: '431224100001' }
      const response = await fetch(`http://127.0.0.1:${port}/api/bookings`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${people[n % people.length]?.token}`,
          'content-type': 'application/json',
          'idempotency-key': randomUUID(),
        },
        body: JSON.stringify({ ...body, slotId: `last-${n % SLOTS}` }),
      })
      const answer = await response.json()
      const code = response.status === 201 ? 'sold' : answer.code
      answers.set(code, (answers.get(code) ?? 0) + 1)
    }
    await Promise.all(
      Array.from({ length: CLIENTS }, async () => {
        while (left > 0) await attempt(--left)
      }),
    )

    const slots = await server.database.many(counted)
    for (const slot of slots) expect(slot).toMatchObject({ taken: CAPACITY, held: CAPACITY, cases: CAPACITY })
    expect(answers.get('sold')).toBe(SLOTS * CAPACITY)
    expect([...answers.keys()].sort()).toEqual(['full', 'not_now', 'sold'])
  },
  FULL ? 3_600_000 : 120_000,
)
