import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { type Person, signInMany } from '../../bench/people.ts'
import { build } from '../../server/build.ts'
import { verifyChains } from '../../server/cases/verify.ts'
import { connect, sql } from '../../server/db/sql.ts'
import { testEnv, testLog } from '../support/env.ts'
import { type ApiProcess, startProcess } from '../support/process.ts'
import { until } from '../support/until.ts'

const KILLS = process.env.LINFA_FULL === '1' ? 50 : 3
const CLIENTS = 8
const DESK = 'demo-desk-431224'

const addSlots = sql(
  'test_kill_slots',
  `insert into slot (id, desk_id, starts_at, ends_at, capacity)
   select 'kill-' || n, $1, now() + interval '70 days' + n * interval '1 hour',
     now() + interval '70 days' + n * interval '1 hour' + interval '30 minutes', 1000 from generate_series(1, 95) n`,
)
const wrongSeats = sql(
  'test_kill_seats',
  `select s.id from slot s where s.taken <> (select count(*) from booking b where b.slot_id = s.id and b.held)`,
)
const orphans = sql(
  'test_kill_orphans',
  `select b.case_id from booking b left join case_file c on c.id = b.case_id
   left join case_event e on e.case_id = b.case_id and e.seq = 1 where c.id is null or e.case_id is null`,
)
const present = sql<{ id: string }>('test_kill_present', 'select id from case_file where id = any($1)')

/** Where the embedded database lives, as the server says when it is ready. */
const folderIn = (output: string) => /"database":"([^"]+)"/.exec(output)?.[1]

function killBoth({ child }: ApiProcess, folder: string) {
  const pidFile = join(folder, 'postmaster.pid')
  const postmaster = Number(readFileSync(pidFile, 'utf8').split('\n')[0])
  child.kill('SIGKILL')
  process.kill(postmaster, 'SIGKILL')
}

/** Books until the server is gone; gives the cases that were acknowledged. */
async function bookUntilGone(port: number, people: readonly Person[], round: number): Promise<string[]> {
  const acknowledged: string[] = []
  const client = async (n: number) => {
    for (let turn = 0; ; turn++) {
      const person = people[(n + CLIENTS * turn) % people.length]
      const slotId = `kill-${1 + ((round * 31 + turn) % 95)}`
      const answer = await fetch(`http://127.0.0.1:${port}/api/bookings`, {
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
          summary: '借款不还',
          regionCode: '431224100001',
        }),
      }).then(
        async (response) => (response.status === 201 ? ((await response.json()) as { id: string }) : null),
        () => 'gone' as const,
      )
      if (answer === 'gone') return
      if (answer) acknowledged.push(answer.id)
    }
  }
  await Promise.all(Array.from({ length: CLIENTS }, (_, n) => client(n)))
  return acknowledged
}

let api: ApiProcess | undefined
afterAll(() => api?.child.kill('SIGKILL'))

it(
  `loses no acknowledged booking and no seat when server and database are killed ${KILLS} times`,
  async () => {
    const dir = mkdtempSync(join(tmpdir(), 'linfa-kill-'))
    const env = { DATA_DIR: dir, LOG_LEVEL: 'info', MAX_OPEN_BOOKINGS: '100' }
    api = await startProcess(env)
    const folder = await until(
      () => folderIn(api?.output() ?? ''),
      () => 'the server does not say where its database is',
    )
    const url = `postgresql:///postgres?host=${encodeURIComponent(folder)}&user=postgres`
    const people = await prepare(url)

    let acknowledged = 0
    for (let round = 0; round < KILLS; round++) {
      const booking = bookUntilGone(api.port, people, round)
      await sleep(400 + ((round * 137) % 600))
      killBoth(api, folder)
      const ids = await booking
      acknowledged += ids.length
      api = await startProcess(env)
      const database = connect({ url }, 2)
      expect((await database.many(present, ids)).length).toBe(ids.length)
      expect(await database.many(wrongSeats)).toEqual([])
      expect(await database.many(orphans)).toEqual([])
      await database.end()
    }
    expect(acknowledged).toBeGreaterThan(KILLS)
    expect(await verdict(url)).toBeNull()
    await api.stop()
    rmSync(dir, { recursive: true, force: true })
  },
  KILLS * 60_000 + 60_000,
)

async function prepare(url: string): Promise<Person[]> {
  const database = connect({ url }, 2)
  const { context } = await build({ env: testEnv(), database, log: testLog })
  await database.run(addSlots, DESK)
  const people = await signInMany(context, 300)
  await database.end()
  return people
}

async function verdict(url: string) {
  const database = connect({ url }, 2)
  const { context } = await build({ env: testEnv(), database, log: testLog })
  const { broken } = await verifyChains(context)
  await database.end()
  return broken
}
