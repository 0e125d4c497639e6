// All proof: the static gate, then every tier, one after the other. Usage: run.ts [--full] [verify|domain|server|client|weapp|browser …]
import { runChecks } from './support/run/checks.ts'
import { add, NOTHING, type Score, say } from './support/run/score.ts'
import { runTier, TIERS } from './support/run/tiers.ts'

const VERIFY = 'verify'
const ALL = [VERIFY, ...Object.keys(TIERS)]

const seconds = (since: number) => `${Math.round((performance.now() - since) / 1000)} s`

const runOne = async (name: string, full: boolean): Promise<Score> => {
  const began = performance.now()
  say(`\n── ${name} ──`)
  const score = await (name === VERIFY ? runChecks() : runTier(name, full))
  say(`   ${name}: ${score.passed} right, ${score.failed} wrong, ${seconds(began)}`)
  return score
}

const run = async (names: readonly string[], full: boolean): Promise<Score> => {
  let total = NOTHING
  for (const name of names) total = add(total, await runOne(name, full))
  return total
}

const given = process.argv.slice(2)
const wanted = given.filter((name) => name !== '--full')
const unknown = wanted.filter((name) => !ALL.includes(name))

if (unknown.length > 0) {
  say(`unknown: ${unknown.join(', ')}; known are --full, ${ALL.join(', ')}`)
  process.exitCode = 1
} else {
  const { passed, failed } = await run(wanted.length > 0 ? wanted : ALL, given.includes('--full'))
  say(`\n${passed} passed, ${failed} failed`)
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1
}
