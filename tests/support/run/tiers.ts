import { existsSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { build, type Platform } from '../../../tools/build.ts'
import { inProject, scratch } from '../artefacts.ts'
import { runNode } from './command.ts'
import { FAILURE, type Score, say } from './score.ts'

type Tier = { workers: number; builds: readonly Platform[] }

const CORES = availableParallelism()

// A browser is several processes by itself, and starved tests fail without being wrong.
const HALF = Math.max(1, Math.floor(CORES / 2))

export const TIERS: Readonly<Record<string, Tier>> = {
  domain: { workers: CORES, builds: [] },
  server: { workers: CORES, builds: [] },
  client: { workers: CORES, builds: [] },
  weapp: { workers: HALF, builds: ['weapp'] },
  browser: { workers: HALF, builds: ['h5'] },
}

const HOUR = 3_600_000

/** The part of jest's own report that counts. */
type Report = {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  numRuntimeErrorTestSuites: number
  numTotalTests: number
}

const NODE = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning']

const jest = (name: string, workers: number, file: string): string[] => [
  ...NODE,
  inProject('node_modules/jest/bin/jest.js'),
  ...['--selectProjects', name, '--maxWorkers', String(workers), '--json', '--outputFile', file],
]

/** A test that was left out, or a file that did not run, is a failure. */
const failuresIn = (report: Report): number =>
  report.numFailedTests + report.numPendingTests + report.numTodoTests + report.numRuntimeErrorTestSuites

const count = (report: Report, code: number | null): Score => {
  const failed = failuresIn(report)
  const brokenOtherwise = report.numTotalTests === 0 || (code !== 0 && failed === 0)
  return { passed: report.numPassedTests, failed: brokenOtherwise ? failed + 1 : failed }
}

const testTier = async (name: string, workers: number, full: boolean): Promise<Score> => {
  const file = scratch(`${name}.json`)
  rmSync(file, { force: true })
  const env = full ? { ...process.env, LINFA_FULL: '1' } : process.env
  const { code } = await runNode(jest(name, workers, file), true, { env, timeout: full ? 24 * HOUR : HOUR })
  if (existsSync(file)) return count(JSON.parse(readFileSync(file, 'utf8')), code)
  say(`  ✕ the ${name} tests did not come to an end`)
  return FAILURE
}

/** Builds what the tier looks at, when stale, and runs it; a tier that cannot start is one failure. */
export const runTier = async (name: string, full: boolean): Promise<Score> => {
  const { workers, builds } = TIERS[name] ?? { workers: 1, builds: [] }
  try {
    for (const platform of builds) await build(platform, say)
    return await testTier(name, workers, full)
  } catch (error) {
    say(`  ✕ ${error instanceof Error ? error.message : error}`)
    return FAILURE
  }
}
