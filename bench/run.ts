import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { startEmbedded } from '../server/db/embedded.ts'
import { type Bench, prepare } from './ground.ts'
import { load, type Result, type Shot } from './load.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5)
const MS = Number(process.env.BENCH_MS ?? 3000)
const CLIENTS = 16
const FLOOR_PORT = 4100
const OUR_PORT = 4200

/** The least share of the floor's requests per second that we answer (README, Figures). */
const BARS: Readonly<Record<string, number>> = { slots: 0.7, booking: 0.6, case: 0.6 }

const run = (script: string, args: string[], env: Record<string, string>) =>
  spawn(process.execPath, [script, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })

async function answering(url: string) {
  for (let tries = 0; tries < 300; tries++) {
    if (
      await fetch(url).then(
        () => true,
        () => false,
      )
    )
      return
    await sleep(100)
  }
  throw new Error(`${url} does not answer`)
}

const shots = (bench: Bench): Record<string, { floor: () => Shot; ours: () => Shot }> => ({
  slots: {
    floor: () => ({ method: 'GET', path: '/slots' }),
    ours: () => ({ method: 'GET', path: bench.slotsPath }),
  },
  case: {
    floor: () => ({ method: 'GET', path: '/case' }),
    ours: () => ({
      method: 'GET',
      path: bench.casePath,
      headers: { authorization: `Bearer ${bench.token}` },
    }),
  },
  booking: {
    floor: () => ({ method: 'POST', path: '/booking', body: JSON.stringify(bench.freshValues()) }),
    ours: () => {
      const { token, body } = bench.freshBooking()
      const headers = {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
      }
      return { method: 'POST', path: '/api/bookings', headers, body }
    },
  },
})

const median = (numbers: number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

type Pair = { floor: Result[]; ours: Result[] }

async function measure(bench: Bench): Promise<Record<string, Pair>> {
  const results: Record<string, Pair> = {}
  const all = shots(bench)
  for (let round = 0; round <= ROUNDS; round++) {
    const ms = round === 0 ? 1000 : MS
    say(round === 0 ? 'warming up …' : `round ${round} of ${ROUNDS} …`)
    for (const [name, { floor, ours }] of Object.entries(all)) {
      const pair = {
        floor: await load(FLOOR_PORT, floor, CLIENTS, ms),
        ours: await load(OUR_PORT, ours, CLIENTS, ms),
      }
      if (round === 0) continue
      results[name] ??= { floor: [], ours: [] }
      results[name].floor.push(pair.floor)
      results[name].ours.push(pair.ours)
    }
  }
  return results
}

function report(results: Record<string, Pair>): boolean {
  say(
    `\n${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB; ${CLIENTS} clients, medians of ${ROUNDS} alternating runs`,
  )
  say('| request | floor /s | ours /s | ratio | bar | p99 floor ms | p99 ours ms |')
  say('|---|---|---|---|---|---|---|')
  let good = true
  for (const [name, { floor, ours }] of Object.entries(results)) {
    const of = (list: Result[], key: 'perSecond' | 'p99') => median(list.map((one) => one[key]))
    const ratio = median(ours.map((one, index) => one.perSecond / (floor[index]?.perSecond ?? 1)))
    const failures = [...floor, ...ours].reduce((sum, one) => sum + one.failures, 0)
    if (failures > 0) say(`${name}: ${failures} requests failed`)
    good &&= failures === 0 && ratio >= (BARS[name] ?? 0)
    say(
      `| ${name} | ${of(floor, 'perSecond').toFixed(0)} | ${of(ours, 'perSecond').toFixed(0)} | ${ratio.toFixed(2)} | ≥ ${BARS[name]} | ${of(floor, 'p99').toFixed(1)} | ${of(ours, 'p99').toFixed(1)} |`,
    )
  }
  return good
}

const folder = mkdtempSync(join(tmpdir(), 'linfa-bench-'))
const embedded = await startEmbedded(join(folder, 'pg'))
const children: ChildProcess[] = []
try {
  say('preparing the database …')
  const bench = await prepare(embedded.url)
  const plan = join(folder, 'plan.json')
  writeFileSync(plan, JSON.stringify(bench.plan))
  children.push(run('bench/floor.ts', [plan, String(FLOOR_PORT)], {}))
  children.push(
    run('server/main.ts', [], { ...bench.env, PORT: String(OUR_PORT), DATABASE_URL: embedded.url }),
  )
  await answering(`http://127.0.0.1:${FLOOR_PORT}/none`)
  await answering(`http://127.0.0.1:${OUR_PORT}/readyz`)
  process.exitCode = report(await measure(bench)) ? 0 : 1
} finally {
  for (const child of children) child.kill()
  await sleep(500)
  await embedded.stop()
  rmSync(folder, { recursive: true, force: true })
}
