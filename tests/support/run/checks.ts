import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { inProject } from '../artefacts.ts'
import { runNode } from './command.ts'
import { add, FAILURE, NOTHING, type Score, SUCCESS, say } from './score.ts'

/** What a check is about, the package that makes it, and what it is told. */
const CHECKS: readonly [string, string, string, string[]][] = [
  ['format and lint', '@biomejs/biome', 'biome', ['ci', '.']],
  ['types', 'typescript', 'tsc', ['--noEmit']],
  [
    'layers',
    'dependency-cruiser',
    'depcruise',
    ['src', 'server', 'tests', 'bench', 'tools', '--config', '.dependency-cruiser.cjs'],
  ],
  ['dead code', 'knip', 'knip', []],
]

type Manifest = { bin: string | Record<string, string> }

const programOf = (package_: string, name: string): string => {
  const manifest = inProject(join('node_modules', package_, 'package.json'))
  const { bin }: Manifest = JSON.parse(readFileSync(manifest, 'utf8'))
  return join(dirname(manifest), typeof bin === 'string' ? bin : (bin[name] ?? name))
}

const check = async ([about, package_, name, given]: (typeof CHECKS)[number]): Promise<Score> => {
  const { code, output } = await runNode([programOf(package_, name), ...given], false)
  say(code === 0 ? `  ✓ ${about}` : `  ✕ ${about}\n${output}`)
  return code === 0 ? SUCCESS : FAILURE
}

/** The static gate; each check counts as one test. */
export const runChecks = async (): Promise<Score> =>
  (await Promise.all(CHECKS.map(check))).reduce(add, NOTHING)
