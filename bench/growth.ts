import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { build } from '../server/build.ts'
import { startEmbedded } from '../server/db/embedded.ts'
import { migrate } from '../server/db/migrate.ts'
import { connect, sql } from '../server/db/sql.ts'
import { prepareDemo } from '../server/demo/prepare.ts'
import { readEnv } from '../server/env.ts'
import { runTasks } from '../server/jobs/tasks.ts'
import { createLog } from '../server/log.ts'
import { fill } from './filler.ts'
import { signInMany } from './people.ts'

// How much slower the common questions become when a small office has become a large one.

const say = (line: string) => process.stdout.write(`${line}\n`)
const SMALL = 10_000
const LARGE = Number(process.env.BENCH_CASES ?? 1_000_000)
const TIMES = 400
const BAR = 1.3

const ENV = {
  NODE_ENV: 'test',
  RATE_LIMITS: 'off',
  MAX_OPEN_BOOKINGS: '100',
  LOG_LEVEL: 'silent',
  DATA_KEYS: `demo-bench:${Buffer.alloc(32, 3).toString('base64')}`,
  INDEX_KEY: Buffer.alloc(32, 5).toString('base64'),
}
const addSlots = sql(
  'growth_slots',
  `insert into slot (id, desk_id, starts_at, ends_at, capacity)
   select 'growth-' || n, 'demo-desk-431224', now() + interval '60 days' + n * interval '30 minutes',
     now() + interval '60 days' + (n + 1) * interval '30 minutes', 1000000 from generate_series(1, 90) n`,
)
const promote = sql(
  'growth_staff',
  `with s as (update session set staff = true where account_id = $1)
   insert into staff_role (id, account_id, role, organisation_id, region_code, created_at)
   values ('growth', $1, 'hotline_operator', 'demo-hotline-431224', '431224000000', now())`,
)

const folder = mkdtempSync(join(tmpdir(), 'linfa-growth-'))
const embedded = await startEmbedded(join(folder, 'pg'))
const database = connect({ url: embedded.url }, 6)
try {
  await migrate(database)
  const { context, work, web } = await build({ env: readEnv(ENV), database, log: createLog('silent') })
  await prepareDemo(context, () => undefined)
  await runTasks(work)
  await database.run(addSlots)
  const people = await signInMany(context, 1001)
  const operator = people.pop()
  await database.run(promote, operator?.id)

  const ask = async (method: string, path: string, token = '', body?: object) => {
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': `growth-${turn++}`,
    }
    const response = await web.hono.request(path, {
      method,
      headers,
      ...(body && { body: JSON.stringify(body) }),
    })
    const answer = await response.json()
    if (!response.ok) throw new Error(JSON.stringify(answer))
    return answer
  }
  let turn = 0
  const book = () => {
    const person = people[turn % people.length]
    const slotId = `growth-${1 + (Math.floor(turn / people.length) % 90)}`
    const wish = {
      slotId,
      channel: 'call_back',
      topic: 'land',
      summary: '宅基地',
      regionCode: '431224100001',
    }
    return ask('POST', '/api/bookings', person?.token, wish)
  }
  const day = context.now().slice(0, 10)
  const first = people[0]?.token ?? ''
  const { id } = await book()
    .then(() => ask('GET', '/api/cases?limit=1', people[0]?.token))
    .then(({ items }) => items[0] ?? {})
  const desk = operator?.token ?? ''
  const questions: Record<string, () => Promise<unknown>> = {
    slots: () => ask('GET', `/api/desks/demo-desk-431224/slots?from=${day}&to=${day}`),
    booking: book,
    'case with timeline': () => ask('GET', `/api/cases/${id}`, first),
    'my cases': () => ask('GET', '/api/cases', first),
    'the desk': () => ask('GET', '/api/cases?view=desk', desk),
    'the desk, one day': () => ask('GET', `/api/cases?view=desk&day=${day}`, desk),
    'the desk, by telephone': () => ask('POST', '/api/cases/search', desk, { q: '13700000005' }),
  }
  const medians = async () => {
    const found: Record<string, number> = {}
    for (const [name, question] of Object.entries(questions)) {
      for (let n = 0; n < 30; n++) await question()
      const times: number[] = []
      for (let n = 0; n < TIMES; n++) {
        const began = performance.now()
        await question()
        times.push(performance.now() - began)
      }
      found[name] = times.sort((a, b) => a - b)[TIMES / 2] ?? 0
    }
    return found
  }

  say(`${SMALL} cases …`)
  await fill(database, 1, SMALL)
  const small = await medians()
  await fill(database, SMALL + 1, LARGE, (done) => say(`${done} of ${LARGE} cases`))
  const large = await medians()
  say(`\n| question | ${SMALL} cases, ms | ${LARGE} cases, ms | ratio | bar |\n|---|---|---|---|---|`)
  for (const name of Object.keys(questions)) {
    const ratio = (large[name] ?? 0) / (small[name] ?? 1)
    if (ratio > BAR) process.exitCode = 1
    say(
      `| ${name} | ${small[name]?.toFixed(2)} | ${large[name]?.toFixed(2)} | ${ratio.toFixed(2)} | ≤ ${BAR} |`,
    )
  }
} finally {
  await database.end()
  await embedded.stop()
  rmSync(folder, { recursive: true, force: true })
}
