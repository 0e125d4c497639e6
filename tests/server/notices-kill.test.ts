import { setTimeout as sleep } from 'node:timers/promises'

import { sql } from '../../server/db/sql.ts'
import { openJobs } from '../../server/jobs/schedule.ts'
import { writeNotice } from '../../server/outbox/write.ts'
import { atTheDesk } from '../support/desk.ts'
import { testLog } from '../support/env.ts'
import { type ApiProcess, startProcess } from '../support/process.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { SMS_NOTICES, smsStandIn } from '../support/sms-stand-in.ts'
import { until } from '../support/until.ts'

const LEASE_SECONDS = 2

let server: TestServer
let desk: Awaited<ReturnType<typeof atTheDesk>>
let operator: string
let sms: Awaited<ReturnType<typeof smsStandIn>>
let api: ApiProcess | undefined

beforeAll(async () => {
  server = await startServer({ QUIET_HOURS: '00:00-00:00' })
  sms = await smsStandIn()
  desk = await atTheDesk(server)
  operator = await server.signIn('13900000101')
}, 60_000)
afterAll(async () => {
  api?.child.kill('SIGKILL')
  await sms.stop()
  await server.stop()
})

const start = () =>
  startProcess({
    DATABASE_URL: server.url,
    DEMO: 'off',
    RATE_LIMITS: 'on',
    LOG_LEVEL: 'silent',
    QUIET_HOURS: '00:00-00:00',
    NOTICE_LEASE_SECONDS: String(LEASE_SECONDS),
    ...sms.env,
    ...SMS_NOTICES,
  })

const states = sql<{ state: string; outlet: string | null; attempt: string | null }>(
  'test_kill_states',
  `select n.state, a.outlet, a.state as attempt from notice n
     left join notice_attempt a on a.notice_id = n.id and a.state <> 'passed_over'
   where n.news = 'cancelled' order by n.state, a.outlet desc`,
)

/** What the provider was asked to send, by key; whether it answered or not. */
const askedFor = () => sms.state.asked.map(({ text }) => JSON.parse(text).SessionContext as string)

it('a worker killed while it sends loses nothing, and nobody gets the same SMS twice', async () => {
  const people = ['13900000081', '13900000082', '13900000083', '13900000084']
  for (const phone of people) {
    const { id } = await desk.book(await server.signIn(phone))
    await desk.act(id, 'cancel', { version: 1 }, operator)
  }

  sms.state.mood = 'silent'
  api = await start()
  await until(
    () => sms.state.asked.length >= people.length,
    () => `only ${sms.state.asked.length} were being sent`,
    20_000,
  )
  api.child.kill('SIGKILL')
  const afterKill = await desk.book(await server.signIn('13900000085'))
  await desk.act(afterKill.id, 'cancel', { version: 1 }, operator)

  sms.state.mood = 'well'
  await sleep(LEASE_SECONDS * 1000 + 500)
  api = await start()
  const settled = await until(
    async () => {
      const rows = await server.database.many(states)
      return rows.every(({ state }) => state !== 'waiting') && rows
    },
    async () => JSON.stringify(await server.database.many(states)),
    20_000,
  )

  expect(askedFor()).toHaveLength(people.length + 1)
  expect(new Set(askedFor()).size).toBe(people.length + 1)
  expect(sms.notices.map(({ phone }) => phone)).toEqual(['+8613900000085'])
  const lines = settled.map(({ state, outlet, attempt }) => `${state} ${outlet} ${attempt}`)
  expect(lines).toEqual([
    ...people.flatMap(() => 'on_call_list sms unknown'),
    ...people.flatMap(() => 'on_call_list call again'),
    'sent sms sent',
  ])
  expect((await server.get('/api/desk/calls?limit=100', operator)).body.items).toHaveLength(people.length)
  await api.stop()
}, 120_000)

const jobs = sql<{ count: number }>(
  'test_kill_jobs',
  `select count(*)::int as count from pgboss.job where name = 'send-notice'`,
)
const waiting = sql<{ count: number }>('test_kill_notices', 'select count(*)::int as count from notice')

it('what is announced in the transaction of a change goes out at once, and is gone with a change that fails', async () => {
  const queue = await openJobs({ database: server.database, log: testLog })
  server.context.announce = queue.announce
  const count = async () => [
    (await server.database.one(jobs))?.count,
    (await server.database.one(waiting))?.count,
  ]
  const { id } = await desk.book(await server.signIn('13900000086'))
  const before = await count()
  const failing = server.database.inTransaction(async (tx) => {
    await writeNotice(server.context, tx, {
      accountId: (await tx.one(anybody))?.id ?? '',
      caseId: id,
      organisationId: 'demo-hotline-431224',
      news: 'cancelled',
      facts: {},
      key: 'never',
      at: server.context.now(),
    })
    throw new Error('the change failed')
  })
  await expect(failing).rejects.toThrow('the change failed')
  expect(await count()).toEqual(before)

  api = await start()
  await desk.act(id, 'cancel', { version: 1 }, operator)
  await until(
    () => sms.notices.some(({ phone }) => phone === '+8613900000086'),
    () => 'nothing was sent',
    10_000,
  )
  await api.stop()
  await queue.stop()
}, 60_000)

const anybody = sql<{ id: string }>('test_kill_anybody', 'select id from account limit 1')
