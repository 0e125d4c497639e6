// The one gate, at home and in CI: format, lint, types, layers, dead code and all tests, as `npm test` runs them.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const tests = join(import.meta.dirname, '../tests/run.ts')
process.exitCode =
  spawnSync(process.execPath, [tests, ...process.argv.slice(2)], { stdio: 'inherit' }).status ?? 1
