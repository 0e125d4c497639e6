import { randomUUID } from 'node:crypto'

import { signInMany } from '../../bench/people.ts'
import { sql } from '../../server/db/sql.ts'
import { startProcess } from '../support/process.ts'
import { startServer } from '../support/server.ts'
import { slotsAhead } from '../support/slots.ts'

const count = sql<{ n: number }>('test_count_cases', 'select count(*)::int as n from case_file')

it('answers every request it has begun when it is asked to stop, and leaves no personal data in its log', async () => {
  const server = await startServer()
  const [person] = await signInMany(server.context, 1)
  const api = await startProcess({ DATABASE_URL: server.url, LOG_LEVEL: 'info', MAX_OPEN_BOOKINGS: '100' })
  const slots = await slotsAhead(server)
  const book = (slotId: string) =>
    fetch(`http://127.0.0.1:${api.port}/api/bookings`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${person?.token}`,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
      },
      body: JSON.stringify({
        slotId,
        channel: 'call_back',
        topic: 'loan',
        summary: '老王借了我三万块钱',
        regionCode: '431224100001',
        name: '石榴花',
        phone: '13712345678',
      }),
    }).then(
      ({ status }) => status,
      () => 0,
    )
  await book(slots[40].id)
  const running = slots.slice(50, 60).map(({ id }: { id: string }) => book(id))
  await Promise.race(running)
  const code = await api.stop()

  const answers = await Promise.all(running)
  expect(code).toBe(0)
  expect((await server.database.one(count))?.n).toBe(1 + answers.filter((status) => status === 201).length)
  expect(answers.filter((status) => status === 201).length).toBeGreaterThan(0)
  expect(api.output()).toContain('POST /bookings')
  for (const secret of ['老王', '石榴花', '13712345678', '13700000000', person?.token ?? ''])
    expect(api.output()).not.toContain(secret)
  await server.stop()
}, 60_000)
