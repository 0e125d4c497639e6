// The full doses of every proof, then what is measured against a floor. Takes an hour; says what it is doing.
import { spawnSync } from 'node:child_process'

const STEPS: readonly (readonly [string, readonly string[]])[] = [
  ['all tests, full doses', ['tests/run.ts', '--full']],
  ['requests per second beside the floor', ['bench/run.ts']],
  ['ten thousand and a million cases', ['bench/growth.ts']],
  ['villages of one city and of the country', ['bench/regions.ts']],
  ['advisers of one city and of the country', ['bench/advisers.ts']],
]

let failed = 0
for (const [what, command] of STEPS) {
  process.stdout.write(`\n══ ${what} ══\n`)
  const { status } = spawnSync(process.execPath, [...command], { stdio: 'inherit' })
  if (status !== 0) failed += 1
}
process.stdout.write(
  failed === 0 ? '\nall proven\n' : `\n${failed} of ${STEPS.length} steps are below their bar\n`,
)
process.exitCode = failed === 0 ? 0 : 1
