import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

import { withLock } from './lock.mjs'

export const PLATFORMS = ['weapp', 'h5'] as const
export type Platform = (typeof PLATFORMS)[number]

type Say = (line: string) => void

const ROOT = resolve(import.meta.dirname, '..')
const SOURCES = [
  'src',
  'config',
  'package.json',
  'package-lock.json',
  'babel.config.cjs',
  'tsconfig.json',
  'project.config.json',
]
/** What the build takes from the environment, see config/index.ts. */
const VARIABLES = ['LINFA_API_BASE', 'LINFA_SUBSCRIBE_TEMPLATES']
const NAMES: Record<Platform, string> = { weapp: 'the mini-program', h5: 'the web page' }

/** Builds `dist/<platform>` if its sources have changed since; throws with the compiler's words when it fails. */
export async function build(platform: Platform, say: Say): Promise<void> {
  const isBuilt = () => existsSync(stampOf(platform)) && readFileSync(stampOf(platform), 'utf8') === digest()
  if (isBuilt()) return
  const waiting = () => say(`another program is building ${NAMES[platform]}: waiting for it …`)
  await withLock(
    join(ROOT, '.temp', `build-${platform}.lock`),
    async () => {
      if (!isBuilt()) await compile(platform, say)
    },
    waiting,
  )
}

async function compile(platform: Platform, say: Say) {
  say(`building ${NAMES[platform]} (about a minute, only after changes) …`)
  const began = performance.now()
  const before = digest()
  rmSync(stampOf(platform), { force: true })
  const { code, output } = await taro(platform)
  if (code !== 0 || !existsSync(join(ROOT, 'dist', platform, ENTRY[platform])))
    throw new Error(`${output.trim()}\n\nbuilding ${NAMES[platform]} failed (${code})`)
  writeFileSync(stampOf(platform), before)
  say(`built dist/${platform} in ${Math.round((performance.now() - began) / 1000)} s`)
}

const ENTRY: Record<Platform, string> = { weapp: 'app.json', h5: 'index.html' }

const stampOf = (platform: Platform) => join(ROOT, 'dist', platform, '.built')

/** Content, not dates: in a fresh clone every file has the date of the clone. */
function digest(): string {
  const hash = createHash('sha256')
  for (const file of SOURCES.flatMap(filesUnder))
    hash.update(`${file}\n`).update(readFileSync(join(ROOT, file)))
  for (const name of VARIABLES) hash.update(`${name}=${process.env[name] ?? ''}\n`)
  return hash.digest('hex')
}

function filesUnder(path: string): string[] {
  const full = join(ROOT, path)
  if (!existsSync(full)) return []
  if (/\.\w+$/.test(path)) return [path]
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(ROOT.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort()
}

function taro(platform: Platform): Promise<{ code: number | null; output: string }> {
  const env = { ...process.env, NODE_ENV: 'production' }
  const args = [join(ROOT, 'node_modules/@tarojs/cli/bin/taro'), 'build', '--type', platform]
  const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  const keep = (text: Buffer) => {
    output += text
  }
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  return new Promise((done) => child.once('close', (code) => done({ code, output })))
}

/** What somebody who builds for release must not overlook; tests and `npm start` build without an address on purpose. */
export const warningFor = (platform: Platform, base: string | undefined): string | null =>
  platform === 'weapp' && !base
    ? 'warning: LINFA_API_BASE is not set: this mini-program asks http://api.linfa.test, an address of the tests. Do not upload it'
    : null

async function buildFromTheCommandLine(platform: string | undefined) {
  const say = (line: string) => process.stdout.write(`${line}\n`)
  const known = PLATFORMS.find((name) => name === platform)
  if (!known) throw new Error(`usage: build.ts ${PLATFORMS.join('|')}`)
  await build(known, say)
  say(`dist/${known} is up to date`)
  const warning = warningFor(known, process.env.LINFA_API_BASE)
  if (warning) process.stderr.write(`${warning}\n`)
}

if (process.argv[1] === import.meta.filename)
  buildFromTheCommandLine(process.argv[2]).catch((error: Error) => {
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  })
