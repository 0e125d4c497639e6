import { randomUUID } from 'node:crypto'

import { addDays, dayOf } from '#domain/day'
import { build } from '../server/build.ts'
import { migrate } from '../server/db/migrate.ts'
import { connect, sql } from '../server/db/sql.ts'
import { prepareDemo } from '../server/demo/prepare.ts'
import { readEnv } from '../server/env.ts'
import { runTasks } from '../server/jobs/tasks.ts'
import { createLog } from '../server/log.ts'
import { signInMany } from './people.ts'
import { type Plan, writable } from './plan.ts'
import { recording } from './record.ts'

const ACCOUNTS = 1000
const SLOTS = 90
const VILLAGE = '431224100001'
const DESK = 'demo-desk-431224'

const addSlots = sql(
  'bench_slots',
  `insert into slot (id, desk_id, starts_at, ends_at, capacity)
   select 'bench-' || n, $1, now() + interval '60 days' + n * interval '30 minutes',
     now() + interval '60 days' + (n + 1) * interval '30 minutes', 1000000 from generate_series(1, $2::int) n`,
)

/** A database as in the demo, people who are signed in, slots that never fill, and the statements the floor replays. */
export async function prepare(url: string) {
  const env = {
    NODE_ENV: 'test',
    RATE_LIMITS: 'off',
    MAX_OPEN_BOOKINGS: '100',
    LOG_LEVEL: 'info',
    DATA_KEYS: `demo-bench:${Buffer.alloc(32, 3).toString('base64')}`,
    INDEX_KEY: Buffer.alloc(32, 5).toString('base64'),
  }
  const { database, sent } = recording(connect({ url }, 4))
  await migrate(database)
  const built = await build({ env: readEnv(env), database, log: createLog('silent') })
  const { context, work, web } = built
  await prepareDemo(context, () => undefined)
  await runTasks(work)
  await database.run(addSlots, DESK, SLOTS)
  const people = await signInMany(context, ACCOUNTS)

  const today = dayOf(context.now())
  const slotsPath = `/api/desks/${DESK}/slots?from=${today}&to=${addDays(today, 13)}`
  const wish = (slot: number) => ({
    slotId: `bench-${slot}`,
    channel: 'call_back',
    topic: 'land',
    summary: '邻居砌墙占了我家宅基地，想知道怎么办',
    regionCode: VILLAGE,
  })
  const heard = async (path: string, init: RequestInit) => {
    sent.length = 0
    const response = await web.hono.request(path, init)
    const body = await response.json()
    if (!response.ok) throw new Error(JSON.stringify(body))
    return { body, statements: writable(sent.filter(({ name }) => !NOT_EVERY_TIME.includes(name))) }
  }
  const [first] = people
  const headers = { authorization: `Bearer ${first?.token}` }
  const book = (key: string) => ({
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify(wish(1)),
  })
  const booking = await heard('/api/bookings', book(RECORDED_KEY))
  const casePath = `/api/cases/${booking.body.id}`
  const scenarios = {
    slots: (await heard(slotsPath, {})).statements,
    case: (await heard(casePath, { headers })).statements,
    booking: booking.statements,
  }
  await database.end()

  let turn = 0
  const next = () => {
    turn += 1
    const slot = 2 + Math.floor(turn / ACCOUNTS)
    if (slot > SLOTS) throw new Error('more bookings than the bench has prepared')
    return { person: people[turn % ACCOUNTS] ?? people[0], slot }
  }
  return {
    env,
    plan: { url, scenarios } satisfies Plan,
    slotsPath,
    casePath,
    token: first?.token ?? '',
    freshBooking() {
      const { person, slot } = next()
      return { token: person?.token ?? '', body: JSON.stringify(wish(slot)) }
    },
    /** What stands in the recorded statements → what this request says instead. */
    freshValues(): Record<string, string> {
      const { person, slot } = next()
      const id = randomUUID()
      return {
        [booking.body.id]: `431224-${id}`,
        [booking.body.number]: `B${id}`,
        [textIdIn(booking.statements)]: id,
        [RECORDED_KEY]: id,
        [first?.id ?? '']: person?.id ?? '',
        'bench-1': `bench-${slot}`,
      }
    },
  }
}

export type Bench = Awaited<ReturnType<typeof prepare>>

const RECORDED_KEY = 'recorded-key'
/** A block of numbers serves several bookings; a visit is written down by staff only. */
const NOT_EVERY_TIME = ['serial_block', 'session_touch']

/** The id of the form's text, which the answer does not show. */
function textIdIn(statements: Plan['scenarios'][string]): string {
  const insert = statements.find(({ name }) => name === 'case_insert')
  return String(insert?.values[20])
}
